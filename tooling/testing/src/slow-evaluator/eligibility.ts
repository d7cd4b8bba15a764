import type { Condition, RuleOf } from '@plumbline/domain/policy';
import { lengthOf, plus, type IsoDate } from './dates.ts';
import { personBehind, valueOf } from './fields.ts';
import { isRelated, managersOn, postsOn } from './relations.ts';
import { dutyOn, failing, type SlowDuty } from './slow-duty.ts';
import type { Thing } from './things.ts';
import type { World } from './world.ts';

type Rule = RuleOf<'eligibility'>;

/** Who may do it: whoever a column names, on the day. */
export function judgeEligibility(world: World, rule: Rule, thing: Thing): SlowDuty | null {
  const who = valueOf(thing, rule.who);
  if (typeof who !== 'string') return null;
  const { day } = thing;
  if (rule.whoWhen !== undefined && !world.isSo('person', who, rule.whoWhen, day)) return null;
  const person = personBehind(world.facts, thing);
  if (rule.levelsAbove !== undefined && levelsBetween(world, who, person, day) === null)
    return dutyOn(world, rule, thing, { openedOn: day, judged: 'needs-evidence' });
  if (isFit(world, rule, thing, who, person)) return null;
  const others = new Set(world.facts['supervision-pair'].filter((row) => row.supervisee === person).map((row) => row.supervisor));
  const standsIn = [...others].some(
    (other) =>
      (rule.orElse ?? []).some((relation) => isRelated(world.facts, relation, other, person, thing.session, day)) &&
      isFit(world, rule, thing, other, person),
  );
  return standsIn ? null : dutyOn(world, rule, thing, { openedOn: day, judged: failing(rule) });
}

function isFit(world: World, rule: Rule, { day, session }: Thing, who: string, person: string | null): boolean {
  const stands = (relation: string): boolean => isRelated(world.facts, relation, who, person, session, day);
  const isSoOf = (ref: string | null, condition: Condition | undefined): boolean =>
    condition === undefined || (ref !== null && world.isSo('person', ref, condition, day));
  const manages = rule.managesFor === undefined ? null : managesSince(world, who, day);
  return (
    isSoOf(who, rule.whoIs) &&
    isSoOf(person, rule.needs) &&
    (rule.isOneOf === undefined || rule.isOneOf.some(stands)) &&
    !(rule.isNoneOf ?? []).some(stands) &&
    (rule.levelsAbove === undefined || (levelsBetween(world, who, person, day) ?? 0) >= rule.levelsAbove) &&
    (rule.managesFor === undefined ||
      (manages !== null && plus(manages, lengthOf(rule.managesFor as Record<string, number>)) <= day))
  );
}

/** Levels between two people; where none are recorded a line manager is one above. Null: not known. */
function levelsBetween({ facts }: World, who: string, person: string | null, day: IsoDate): number | null {
  if (person === null) return null;
  const levelOf = (ref: string): number | null => {
    const levels = postsOn(facts, ref, day).flatMap((post) => post.level ?? []);
    return levels.length === 0 ? null : Math.max(...levels);
  };
  const [above, below] = [levelOf(who), levelOf(person)];
  if (above !== null && below !== null) return above - below;
  return managersOn(facts, person, day).includes(who) ? 1 : null;
}

/** The day on which somebody first took a post that manages, if they are in one on a day; earlier and later ones may lie apart. */
function managesSince({ facts }: World, person: string, day: IsoDate): IsoDate | null {
  let first: IsoDate | null = null;
  let isInOne = false;
  for (const row of facts.post) {
    if (row.person !== person || row.isManagementPost !== true) continue;
    if (first === null || row.from < first) first = row.from;
    if (row.from <= day && (row.to === null || day <= row.to)) isInOne = true;
  }
  return isInOne ? first : null;
}
