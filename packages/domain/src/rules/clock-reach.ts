import { approximateDays, type Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Series } from '../policy/index.ts';
import type { CompiledPolicy } from './compile.ts';
import { toDay } from './fact-days.ts';
import type { Stretch } from './fact-index.ts';
import type { VersionInForce } from './policy-timeline.ts';

/** What bears on how long an interval may be beside a policy's own: individually agreed ones, students', and time away. */
export type OwnIntervals = Pick<Facts, 'agreed-interval' | 'person' | 'absence'>;

/**
 * The day before which a case that closed, or a person who left, can have nothing due within the window any more: a requirement
 * is due at most the longest interval after the last day on which it was asked.
 */
export function nearSince(
  policies: readonly CompiledPolicy[],
  kind: 'person' | 'child',
  window: Stretch,
  own: OwnIntervals,
): Day {
  const clocks = policies.flatMap((policy) =>
    policy.series.filter(({ series }) => series.subject === kind).map(({ series }) => ({ policy, series })),
  );
  return reachBack(clocks, kind, window, own);
}

/**
 * The day from which it must be known what was held, so that every requirement of a series that falls due in the window comes
 * out as it would from whole histories: one that opened earlier was due before the window, whatever met it.
 */
export function countedSince(
  versions: readonly Pick<VersionInForce, 'policy'>[],
  { id, subject }: Pick<Series, 'id' | 'subject'>,
  { facts }: { readonly facts: OwnIntervals },
  window: Stretch,
): Day {
  const clocks = versions.flatMap(({ policy }) => {
    const compiled = policy.series.find(({ series }) => series.id === id && series.subject === subject);
    return compiled === undefined ? [] : [{ policy, series: compiled.series }];
  });
  return reachBack(clocks, subject, window, facts);
}

/** How far back facts are needed for the clocks of some policies within a window. */
export interface ClockReach {
  /** Children whose case closed before it can have nothing due within the window. */
  readonly nearSince: Day;
  /** What was held or discussed before it decides nothing. */
  readonly person: Day;
  readonly child: Day;
}

/** How far back facts are needed, so that {@link countedSince} of every clock of every one of these policies is covered. */
export function clockReach(policies: readonly CompiledPolicy[], window: Stretch, own: OwnIntervals): ClockReach {
  const since = (kind: 'person' | 'child'): Day =>
    policies
      .flatMap((policy) => policy.series.map(({ series }) => ({ policy, series })))
      .filter(({ series }) => series.subject === kind)
      .reduce(
        (least, { policy, series }) => Math.min(least, countedSince([{ policy }], series, { facts: own }, window)),
        window.from,
      );
  return { nearSince: nearSince(policies, 'child', window, own), person: since('person'), child: since('child') };
}

interface SeriesOfPolicy {
  readonly policy: CompiledPolicy;
  readonly series: Series;
}

/**
 * The first day from which the longest interval that any of these clocks may have reaches into the window: further back where
 * working weeks of people are counted off, because those are longer by the days on which somebody was away.
 */
function reachBack(clocks: readonly SeriesOfPolicy[], kind: 'person' | 'child', window: Stretch, own: OwnIntervals): Day {
  const intervals = clocks.flatMap(({ policy, series }) => intervalsOf(policy, series));
  const longest = [...intervals.map(approximateDays), ...ownDays(kind, own)].reduce((most, days) => Math.max(most, days), 0);
  const days = Math.ceil(longest * 1.1) + DAYS_TO_SPARE;
  const skipsDaysAway = kind === 'person' && intervals.some((every) => 'workingWeeks' in every);
  return skipsDaysAway ? sinceWithout(timesAway(own), days, window.from) : window.from - days;
}

/** The last day since which everybody was there on so many days before another, for all the times that they were away. */
function sinceWithout(away: Iterable<readonly Stretch[]>, days: number, before: Day): Day {
  let least = before - days;
  for (const times of away) {
    let since = before - days;
    for (let next = before - days - goneBetween(times, since, before); next < since;) {
      since = next;
      next = before - days - goneBetween(times, since, before);
    }
    least = Math.min(least, since);
  }
  return least;
}

/** Days away from a day until the day before another. */
function goneBetween(times: readonly Stretch[], from: Day, before: Day): number {
  return times.reduce((sum, time) => sum + Math.max(0, Math.min(time.to, before - 1) - Math.max(time.from, from) + 1), 0);
}

/** The whole days on which people were away, person by person; without an end they skip nothing, as in working weeks themselves. */
function timesAway({ absence }: OwnIntervals): Iterable<readonly Stretch[]> {
  const times = new Map<string, Stretch[]>();
  for (const { person, from, to, isHalfDay } of absence) {
    if (isHalfDay === true || to === null) continue;
    const time = { from: toDay(from), to: toDay(to) };
    const known = times.get(person);
    if (known === undefined) times.set(person, [time]);
    else known.push(time);
  }
  return times.values();
}

/** More than months and working days can differ from what an interval is about. */
const DAYS_TO_SPARE = 31;

/** The intervals that a policy itself sets for a series. */
function intervalsOf({ rules }: CompiledPolicy, { id }: Series) {
  return rules.flatMap((rule) => (rule.kind === 'cadence' && rule.series === id && rule.every !== 'agreed' ? [rule.every] : []));
}

/** About how many days each interval is that was agreed with one person or for one child. */
function ownDays(kind: 'person' | 'child', own: OwnIntervals): number[] {
  const agreed = own['agreed-interval']
    .filter(({ subjectKind }) => subjectKind === kind)
    .map(({ days, months }) => days ?? (months ?? 0) * 31);
  return kind === 'person' ? [...agreed, ...own.person.map(({ studentIntervalDays }) => studentIntervalDays ?? 0)] : agreed;
}
