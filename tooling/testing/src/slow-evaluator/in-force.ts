import type { Condition, PolicyPack, RuleOf, Series } from '@plumbline/domain/policy';
import { lengthOf, plus, roughDays, within, type IsoDate, type Length } from './dates.ts';
import { holds, type Subject } from './holds.ts';

/** What is asked on a day: the rule with the shortest interval, and that interval. */
export interface InForce {
  readonly rule: string;
  readonly every: Length;
}

/** What a series asks of a subject on one day, worked out from that day's facts alone; null where nothing is asked. */
export function inForceOn(pack: PolicyPack, series: Series, subject: Subject, day: IsoDate): InForce | null {
  const from = pack.conventions.newlyQualifiedFrom.value;
  if (holds(subject, series.anchor, day, from) === null) return null;
  const rules = pack.rules.filter((rule): rule is RuleOf<'cadence'> => rule.kind === 'cadence' && rule.series === series.id);
  const holding = rules.filter(
    (rule) =>
      isTrue(rule.when, (attribute) => holds(subject, attribute, day, from) !== null) && isInPhase(pack, rule, subject, day),
  );
  const setAside = new Set(holding.flatMap((rule) => rule.relaxes ?? []));
  const left = holding.filter((rule) => !setAside.has(rule.id));
  const asked = left.flatMap((rule) => (rule.every === 'agreed' ? [] : [{ rule: rule.id, every: lengthOf(rule.every) }]));
  const shortest = asked.reduce<InForce | null>(shorter, null);
  // An agreement only ever shortens: it needs a rule to shorten, or one that asks for what was agreed.
  const bearer = left.find((rule) => rule.every === 'agreed')?.id ?? shortest?.rule;
  if (bearer === undefined) return null;
  return agreedOn(subject, day)
    .map((every) => ({ rule: bearer, every }))
    .reduce<InForce | null>(shorter, shortest);
}

function shorter(best: InForce | null, one: InForce): InForce {
  return best === null || roughDays(one.every) < roughDays(best.every) ? one : best;
}

/** A condition, asked of whatever knows whether an attribute holds. */
export function isTrue(condition: Condition, holdsToday: (attribute: string) => boolean): boolean {
  if (typeof condition === 'string') return holdsToday(condition);
  if ('all' in condition) return condition.all.every((part) => isTrue(part, holdsToday));
  if ('any' in condition) return condition.any.some((part) => isTrue(part, holdsToday));
  return !isTrue(condition.not, holdsToday);
}

/** Phases are reckoned from the attribute's own beginning, clipped months never chained. */
function isInPhase(pack: PolicyPack, { phase }: RuleOf<'cadence'>, subject: Subject, day: IsoDate): boolean {
  if (phase === undefined) return true;
  const anchor = holds(subject, phase.of, day, pack.conventions.newlyQualifiedFrom.value);
  if (anchor === null) return false;
  const belongsToEarlier = pack.conventions.phaseBoundary.value === 'closed-at-end';
  const after = phase.after === undefined ? null : plus(anchor, lengthOf(phase.after as Record<string, number>));
  const upTo = phase.upTo === undefined ? null : plus(anchor, lengthOf(phase.upTo as Record<string, number>));
  if (after !== null && (belongsToEarlier ? day <= after : day < after)) return false;
  return upTo === null || (belongsToEarlier ? day <= upTo : day < upTo);
}

function agreedOn(subject: Subject, day: IsoDate): Length[] {
  const agreed = subject.facts['agreed-interval'].filter((row) => within(day, row.from, row.to));
  const lengths = agreed.flatMap((row): Length[] => {
    if (row.days !== null) return [{ unit: 'days', count: row.days }];
    return row.months === null ? [] : [{ unit: 'months', count: row.months }];
  });
  for (const person of subject.facts.person) {
    const { studentFrom, studentTo, studentIntervalDays } = person;
    if (studentFrom === null || studentIntervalDays === null || !within(day, studentFrom, studentTo)) continue;
    lengths.push({ unit: 'days', count: studentIntervalDays });
  }
  return lengths;
}
