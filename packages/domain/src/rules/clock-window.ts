import { FAR_FUTURE, type Day } from '../calendar/index.ts';
import type { Series } from '../policy/index.ts';
import { Clock } from './assess-cadence.ts';
import { subjectsOf, type AssessedSubjects, type OnlySubjects } from './assess.ts';
import { DutyColumns, NO_DAY } from './cadence-columns.ts';
import { clockOutcome, type ClockOutcome } from './clock-duty.ts';
import { countedSince, nearSince } from './clock-reach.ts';
import { clockFacts, columnsOf, recordsBeginOn } from './clocks.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import { endDay, toDay } from './fact-days.ts';
import { mergeStretches, type FactIndex, type Stretch } from './fact-index.ts';
import { keptWith } from './kept.ts';
import type { PolicyTimeline, VersionInForce } from './policy-timeline.ts';
import type { Segments } from './segments.ts';
import { versionedClockDuties } from './version-clocks.ts';

/** Days on which one rule of a clock asks for the same interval of one person or child, both included and within the window. */
export interface AskedStretch extends Stretch {
  readonly kind: 'person' | 'child';
  readonly ref: string;
  readonly series: string;
  readonly rule: string;
  /** About how many days lie between one and the next; dates never come of it. */
  readonly everyDays: number;
}

/** What the clocks of a policy ask within a window. */
export interface ClocksInWindow {
  /** Every requirement of a clock that falls due in the window. */
  readonly duties: readonly ClockOutcome[];
  readonly asked: readonly AskedStretch[];
  /** Clocks of which nothing can be said, because nobody records what they need. */
  readonly notRecorded: readonly string[];
}

/**
 * What the clocks of a policy, through its versions, ask within a window, from histories that reach back far enough: what lies
 * before the window decides what falls due in it. The same requirements as those of `assessVersions`, without who owes them and
 * without what falls due outside. Days before records begin are asked of nobody.
 */
export function clocksInWindow(timeline: PolicyTimeline, index: FactIndex, window: Stretch, only?: OnlySubjects): ClocksInWindow {
  const { persons, children } = thoseNear(timeline, index, window, subjectsOf(index, only));
  const refsOf = ({ subject }: Series): readonly string[] => (subject === 'person' ? persons : children);
  const asked: AskedStretch[] = [];
  const duties: ClockOutcome[] = [];
  const notRecorded = new Set<string>();
  const isAlone = timeline.length === 1;
  for (const version of timeline) {
    if (version.from > window.to || version.to < window.from) continue;
    for (const series of version.policy.series) {
      if (recordsBeginOn(index, series.series.needs) === null) notRecorded.add(series.series.id);
      // What was held decides what falls due, not what is asked.
      const since = isAlone ? countedSince([version], series.series, index, window) : FAR_FUTURE;
      oneVersion(version, series, index, refsOf(series.series), window, since, isAlone ? duties : null, asked);
    }
  }
  const due = isAlone ? duties : throughVersions(timeline, index, window, refsOf);
  return { duties: due, asked, notRecorded: [...notRecorded] };
}

/** What falls due in the window through several versions of a policy. */
function throughVersions(
  timeline: PolicyTimeline,
  index: FactIndex,
  window: Stretch,
  refsOf: (series: Series) => readonly string[],
): ClockOutcome[] {
  const all = timeline.flatMap(({ policy }) => policy.series);
  const series = new Map(all.map((one) => [`${one.series.subject} ${one.series.id}`, one.series]));
  return [...series.values()].flatMap((one) => {
    const since = countedSince(timeline, one, index, window);
    return versionedClockDuties(timeline, one, index, refsOf(one), since).filter((duty) => isDueIn(duty, window));
  });
}

function thoseNear(
  timeline: PolicyTimeline,
  index: FactIndex,
  window: Stretch,
  { persons, children }: AssessedSubjects,
): AssessedSubjects {
  const policies = timeline.map(({ policy }) => policy);
  const since = {
    person: nearSince(policies, 'person', window, index.facts),
    child: nearSince(policies, 'child', window, index.facts),
  };
  const isNear = (kind: 'person' | 'child', from: string, to: string | null): boolean =>
    toDay(from) <= window.to && endDay(to) >= since[kind];
  return {
    persons: persons.filter((ref) => {
      const person = index.people.get(ref);
      return person !== undefined && isNear('person', person.employedFrom, person.employedTo);
    }),
    children: children.filter((ref) =>
      index.episodesOf.get(ref).some(({ openedOn, closedOn }) => isNear('child', openedOn, closedOn)),
    ),
  };
}

function isDueIn({ dueOn }: Pick<ClockOutcome, 'dueOn'>, { from, to }: Stretch): boolean {
  return dueOn !== null && from <= dueOn && dueOn <= to;
}

/**
 * What one version asks on the days of the window on which it is in force; and, where it is the only one, what falls due. Running
 * a clock builds its segments, of which the days asked are read as well.
 */
function oneVersion(
  version: VersionInForce,
  series: CompiledSeries,
  index: FactIndex,
  refs: readonly string[],
  window: Stretch,
  since: Day,
  duties: ClockOutcome[] | null,
  asked: AskedStretch[],
): void {
  const { policy } = version;
  const recordsFrom = recordsBeginOn(index, series.series.needs);
  if (recordsFrom === null) return;
  const columns = columnsOf(
    series,
    refs.map((ref) => clockFacts(policy, series, index, ref, since)),
    recordsFrom,
  );
  const from = Math.max(window.from, version.from, recordsFrom);
  const to = Math.min(window.to, version.to);
  const clock = new Clock(policy, series, columns);
  const found = new DutyColumns(Math.max(16, columns.eventDay.length + columns.subjects));
  for (let s = 0; s < columns.subjects; s += 1) {
    if (duties === null) clock.segments.build(columns, s);
    else clock.run(s, found, false);
    addAsked(policy, series, clock.segments, refs[s] ?? '', { from, to }, asked);
  }
  for (let i = 0; i < found.count; i += 1) {
    const due = found.due[i] ?? NO_DAY;
    if (due < window.from || due > window.to) continue;
    const duty = clockOutcome(policy, series, index, refs[found.subject[i] ?? 0] ?? '', {
      openedBy: found.openedBy[i] ?? 0,
      opened: found.opened[i] ?? 0,
      due,
      met: found.met[i] ?? NO_DAY,
      ended: found.ended[i] ?? NO_DAY,
      rule: found.rule[i] ?? 0,
    });
    if (duty !== null) duties?.push(duty);
  }
}

function addAsked(
  policy: CompiledPolicy,
  { series }: CompiledSeries,
  segments: Segments,
  ref: string,
  within: Stretch,
  asked: AskedStretch[],
): void {
  for (let k = 0; k < segments.count; k += 1) {
    const interval = segments.interval[k] ?? -1;
    const from = Math.max(segments.from[k] ?? 0, within.from);
    const to = Math.min(segments.to[k] ?? 0, within.to);
    const everyDays = segments.approximate[interval];
    if (interval < 0 || everyDays === undefined || from > to) continue;
    const rule = policy.rules[segments.rule[k] ?? -1]?.id ?? '';
    asked.push({ kind: series.subject, ref, series: series.id, rule, everyDays, from, to });
  }
}

/** Whole days on which somebody was away, without overlaps. */
export const wholeDaysAwayOf = keptWith((index, person: string): readonly Stretch[] =>
  mergeStretches(
    index.absencesOf
      .get(person)
      .filter(({ isHalfDay }) => isHalfDay !== true)
      .map(({ from, to }) => ({ from: toDay(from), to: endDay(to) })),
  ),
);
