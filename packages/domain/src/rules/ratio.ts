import { FAR_FUTURE, formatDay, type Day } from '../calendar/index.ts';
import type { RuleOf } from '../policy/index.ts';
import { personAttributes } from './attributes.ts';
import { casesHeld, cutsOf, fullTimeShareOn, peopleSupervised } from './caseload.ts';
import { recordsBeginOn } from './clocks.ts';
import type { CompiledPolicy } from './compile.ts';
import { conditionStretches } from './condition-stretches.ts';
import { hasDeviation } from './deviations.ts';
import { endDay, toDay } from './fact-days.ts';
import { overlap, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import { failing } from './item-duty.ts';
import { ownerOn } from './owners.ts';
import { rulesOfKind } from './rules-of-kind.ts';

/**
 * How many supervisees or cases on any one day: a requirement for each stretch of days on which there are too many or too few,
 * due on its first day and met on the day after its last.
 */
export function ratioDuties(policy: CompiledPolicy, index: FactIndex, ref: string): Duty[] {
  const rules = rulesOfKind(policy, 'ratio');
  return rules.flatMap((rule) => {
    const begin = recordsBeginOn(index, rule.of === 'cases' ? ['child', 'allocation'] : ['supervision-pair']);
    if (begin === null) return [];
    const spans = personAttributes(index, ref, policy.pack.conventions);
    return conditionStretches(rule.when, spans).flatMap((whole) => {
      const known = overlap(whole, { from: begin, to: FAR_FUTURE });
      return known === null
        ? []
        : outside(rule, index, ref, known).map((found) => ratioDuty(policy, rule, index, ref, found, known));
    });
  });
}

interface Outside extends Stretch {
  readonly side: 'above' | 'below';
}

/** Stretches of days on which the number lies outside the limits. */
function outside(rule: RuleOf<'ratio'>, index: FactIndex, ref: string, within: Stretch): Outside[] {
  const { cuts, numberOn } = counter(rule, index, ref);
  const days = [within.from, ...cuts.filter((day) => day > within.from && day <= within.to)];
  const found: { from: Day; to: Day; side: Outside['side'] }[] = [];
  days.forEach((from, i) => {
    const to = Math.min(within.to, (days[i + 1] ?? FAR_FUTURE + 1) - 1);
    const side = sideOf(rule, numberOn(from));
    const last = found.at(-1);
    if (side === null) return;
    if (last !== undefined && last.side === side && last.to === from - 1) last.to = to;
    else found.push({ from, to, side });
  });
  return found;
}

/** What is counted of a person: the days on which the number may change, and the number on a day. */
export interface Counter {
  readonly cuts: readonly Day[];
  numberOn(day: Day): number;
}

/** Counts the people whom somebody supervises, or the cases that they hold, by heads or for full time. */
export function counter(rule: Pick<RuleOf<'ratio'>, 'of' | 'isPerFullTime'>, index: FactIndex, ref: string): Counter {
  const counted: readonly (Stretch & { readonly name: string })[] =
    rule.of === 'cases'
      ? casesHeld(index, ref).map(({ child, from, to }) => ({ name: child, from, to }))
      : peopleSupervised(index, ref).map(({ person, from, to }) => ({ name: person, from, to }));
  const isShared = rule.isPerFullTime === true;
  const posts = isShared ? index.postsOf.get(ref).map((post) => ({ from: toDay(post.from), to: endDay(post.to) })) : [];
  return {
    cuts: cutsOf(counted, posts),
    numberOn: (day) => {
      const names = new Set<string>();
      for (const { name, from, to } of counted) if (from <= day && day <= to) names.add(name);
      return isShared ? names.size / fullTimeShareOn(index, ref, day) : names.size;
    },
  };
}

function sideOf(rule: RuleOf<'ratio'>, number: number): Outside['side'] | null {
  if (rule.atMost !== undefined && number > rule.atMost) return 'above';
  return rule.atLeast !== undefined && number < rule.atLeast ? 'below' : null;
}

function ratioDuty(
  policy: CompiledPolicy,
  rule: RuleOf<'ratio'>,
  index: FactIndex,
  ref: string,
  found: Outside,
  within: Stretch,
): Duty {
  const about = { kind: 'person', ref } as const;
  const isOver = found.to === within.to;
  const judged = (found.side === 'above' ? rule.aboveIs : rule.belowIs) ?? failing(rule);
  const isExcused = hasDeviation(policy, index, rule, about, found.from);
  return {
    rule: rule.id,
    series: null,
    strength: rule.strength,
    subjectKind: 'person',
    subject: ref,
    about,
    opening: `${found.side}:${formatDay(found.from)}`,
    openedOn: found.from,
    dueOn: found.from,
    dueAt: null,
    metOn: isOver ? null : found.to + 1,
    metAt: null,
    endedOn: isOver && found.to < FAR_FUTURE ? found.to : null,
    owedBy: ownerOn(index, rule.owes, about, found.from, null),
    absentFrom: null,
    absentTo: null,
    returnDueOn: null,
    judged: isExcused ? 'excused' : judged === 'breached' ? 'by-date' : 'advisory',
  };
}
