import type { Condition, Series } from '@plumbline/domain/policy';
import { lengthOf, roughDays, within, type IsoDate, type Length } from './dates.ts';
import type { Subject } from './holds.ts';
import type { Kind, World } from './world.ts';
import { rulesOf } from './rules-of.ts';

/** What is asked on a day: the rule with the shortest interval, and that interval. */
export interface InForce {
  readonly rule: string;
  readonly every: Length;
}

/** What a series asks of a subject on one day, worked out from that day's facts alone; null where nothing is asked. */
export function inForceOn(world: World, series: Series, kind: Kind, ref: string, day: IsoDate): InForce | null {
  if (world.anchorOn(kind, ref, series.anchor, day) === null) return null;
  const holding = rulesOf(world.pack, 'cadence').filter(
    (rule) => rule.series === series.id && world.isSo(kind, ref, rule.when, day) && world.isInPhase(kind, ref, rule.phase, day),
  );
  const setAside = new Set(holding.flatMap((rule) => rule.relaxes ?? []));
  const left = holding.filter((rule) => !setAside.has(rule.id));
  const asked = left.flatMap((rule) => (rule.every === 'agreed' ? [] : [{ rule: rule.id, every: lengthOf(rule.every) }]));
  const shortest = asked.reduce<InForce | null>(shorter, null);
  // An agreement only ever shortens: it needs a rule to shorten, or one that asks for what was agreed.
  const bearer = left.find((rule) => rule.every === 'agreed')?.id ?? shortest?.rule;
  if (bearer === undefined) return null;
  return agreedOn(world.subject(kind, ref), day)
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

/** The method for a person's large caseload is about their cases: it does not say how often the person is supervised. */
function agreedOn({ facts, kind }: Subject, day: IsoDate): Length[] {
  const agreed = facts['agreed-interval'].filter(
    (row) => within(day, row.from, row.to) && !(kind === 'person' && row.reason === 'caseload-method'),
  );
  const lengths = agreed.flatMap((row): Length[] => {
    if (row.days !== null) return [{ unit: 'days', count: row.days }];
    return row.months === null ? [] : [{ unit: 'months', count: row.months }];
  });
  for (const person of facts.person) {
    const { studentFrom, studentTo, studentIntervalDays } = person;
    if (studentFrom === null || studentIntervalDays === null || !within(day, studentFrom, studentTo)) continue;
    lengths.push({ unit: 'days', count: studentIntervalDays });
  }
  return lengths;
}
