import { addInterval, type Day } from '../calendar/index.ts';
import type { Condition, RuleOf } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { holdsOf } from './deviations.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import { fieldOf, personBehind } from './field-values.ts';
import type { Duty } from './finding.ts';
import { dutyOf, failing } from './item-duty.ts';
import type { Item } from './items.ts';
import { isRelated, managersOf, type RelatedTo } from './relations.ts';

/** What of a rule somebody does not meet: parts of the rule, each by its name. */
export type Unmet = 'whoIs' | 'isOneOf' | 'isNoneOf' | 'needs' | 'levelsAbove' | 'managesFor';

/** Who may do it: whoever the column names, on the day. */
export function judgeEligibility(policy: CompiledPolicy, rule: RuleOf<'eligibility'>, item: Item, index: FactIndex): Duty | null {
  const who = fieldOf(rule.who, item.facts);
  if (typeof who !== 'string') return null;
  const of = { person: personBehind(index, item), session: item.facts.session };
  const found = eligibilityOn(policy, rule, index, who, of, item.day);
  if (found === null || found === 'met') return null;
  return dutyOf(rule, item, index, { openedOn: item.day, judged: found === 'unknown' ? 'needs-evidence' : failing(rule) });
}

/** Whether somebody may, on a day: not asked (null), met, not known, or what is not met. */
export function eligibilityOn(
  policy: CompiledPolicy,
  rule: RuleOf<'eligibility'>,
  index: FactIndex,
  who: string,
  of: RelatedTo,
  day: Day,
): null | 'met' | 'unknown' | readonly Unmet[] {
  if (rule.whoWhen !== undefined && !holdsOf(policy, index, who, day, rule.whoWhen)) return null;
  if (rule.levelsAbove !== undefined && levelsAbove(index, who, of.person, day) === null) return 'unknown';
  const unmet = unmetBy(policy, rule, index, who, of, day);
  if (unmet.length === 0) return 'met';
  return standsIn(policy, rule, index, of, day) ? 'met' : unmet;
}

function unmetBy(
  policy: CompiledPolicy,
  rule: RuleOf<'eligibility'>,
  index: FactIndex,
  who: string,
  of: RelatedTo,
  day: Day,
): Unmet[] {
  const unmet: Unmet[] = [];
  const isAny = (relations: NonNullable<typeof rule.isOneOf>): boolean =>
    relations.some((relation) => isRelated(index, relation, who, of, day));
  const lacks = (person: string | null, condition: Condition | undefined): boolean =>
    condition !== undefined && (person === null || !holdsOf(policy, index, person, day, condition));
  if (lacks(who, rule.whoIs)) unmet.push('whoIs');
  if (lacks(of.person, rule.needs)) unmet.push('needs');
  if (rule.isOneOf !== undefined && !isAny(rule.isOneOf)) unmet.push('isOneOf');
  if (rule.isNoneOf !== undefined && isAny(rule.isNoneOf)) unmet.push('isNoneOf');
  if (rule.levelsAbove !== undefined && (levelsAbove(index, who, of.person, day) ?? 0) < rule.levelsAbove)
    unmet.push('levelsAbove');
  if (rule.managesFor !== undefined) {
    const since = managesSince(index, who, day);
    if (since === null || addInterval(since, rule.managesFor) > day) unmet.push('managesFor');
  }
  return unmet;
}

/** Whether somebody else in one of the capacities that may stand in meets what is asked. */
function standsIn(policy: CompiledPolicy, rule: RuleOf<'eligibility'>, index: FactIndex, of: RelatedTo, day: Day): boolean {
  const { orElse } = rule;
  const { person } = of;
  if (orElse === undefined || person === null) return false;
  const others = new Set(index.pairsOf.get(person).map((pair) => pair.supervisor));
  return [...others].some(
    (other) =>
      orElse.some((relation) => isRelated(index, relation, other, of, day)) &&
      unmetBy(policy, rule, index, other, of, day).length === 0,
  );
}

/** How many levels somebody is above a person; where no levels are recorded, a line manager is one above. Null: not known. */
export function levelsAbove(index: FactIndex, who: string, person: string | null, day: Day): number | null {
  if (person === null) return null;
  const [above, below] = [levelOn(index, who, day), levelOn(index, person, day)];
  if (above !== null && below !== null) return above - below;
  return managersOf(index, person, day).includes(who) ? 1 : null;
}

function levelOn(index: FactIndex, person: string, day: Day): number | null {
  const levels = index.postsOf
    .get(person)
    .filter((post) => toDay(post.from) <= day && endDay(post.to) >= day)
    .flatMap((post) => post.level ?? []);
  return levels.length === 0 ? null : Math.max(...levels);
}

/** Since when somebody has managed, whatever lay between: their first management post. Null where they hold none on the day. */
function managesSince(index: FactIndex, person: string, day: Day): Day | null {
  const posts = index.postsOf.get(person).filter((post) => post.isManagementPost === true);
  const isHeld = posts.some((post) => toDay(post.from) <= day && endDay(post.to) >= day);
  return isHeld ? Math.min(...posts.map((post) => toDay(post.from))) : null;
}
