import { approximateDays, type Day } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import { assessCadence } from './assess-cadence.ts';
import { subjectsOf, type AssessedSubjects, type OnlySubjects } from './assess.ts';
import { NO_DAY } from './cadence-columns.ts';
import { clockDuty } from './clock-duty.ts';
import { clockFacts, columnsOf, recordsBeginOn } from './clocks.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import { endDay, toDay } from './fact-days.ts';
import { mergeStretches, type FactIndex, type Stretch } from './fact-index.ts';
import type { Duty } from './finding.ts';
import type { PolicyTimeline, VersionInForce } from './policy-timeline.ts';
import { Segments } from './segments.ts';
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
  readonly duties: readonly Duty[];
  readonly asked: readonly AskedStretch[];
  /** Clocks of which nothing can be said, because nobody records what they need. */
  readonly notRecorded: readonly string[];
}

/**
 * What the clocks of a policy, through its versions, ask within a window, from whole histories: what lies before it decides
 * what falls due in it. The same requirements as those of `assessVersions`, without what falls due outside. Days before records
 * begin are asked of nobody.
 */
export function clocksInWindow(timeline: PolicyTimeline, index: FactIndex, window: Stretch, only?: OnlySubjects): ClocksInWindow {
  const { persons, children } = thoseNear(timeline, index, window, subjectsOf(index, only));
  const refsOf = (series: CompiledSeries): readonly string[] => (series.series.subject === 'person' ? persons : children);
  const asked: AskedStretch[] = [];
  const duties: Duty[] = [];
  const notRecorded = new Set<string>();
  for (const version of timeline) {
    if (version.from > window.to || version.to < window.from) continue;
    for (const series of version.policy.series) {
      if (recordsBeginOn(index, series.series.needs) === null) notRecorded.add(series.series.id);
      oneVersion(version, series, index, refsOf(series), window, timeline.length === 1 ? duties : null, asked);
    }
  }
  if (timeline.length > 1) {
    const all = timeline.flatMap(({ policy }) => policy.series);
    const series = new Map(all.map((one) => [`${one.series.subject} ${one.series.id}`, one]));
    for (const one of series.values()) {
      const chains = versionedClockDuties(timeline, one.series, index, refsOf(one));
      duties.push(...chains.filter((duty) => isDueIn(duty, window)));
    }
  }
  return { duties, asked, notRecorded: [...notRecorded] };
}

/** What bears on how long an interval may be beside a policy's own: individually agreed ones and students'. */
export type OwnIntervals = Pick<Facts, 'agreed-interval' | 'person'>;

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
  const asked = [
    ...policies.flatMap((policy) => intervalsFor(policy, kind)),
    ...own['agreed-interval']
      .filter(({ subjectKind }) => subjectKind === kind)
      .map(({ days, months }) => days ?? (months ?? 0) * 31),
    ...(kind === 'person' ? own.person.map(({ studentIntervalDays }) => studentIntervalDays ?? 0) : []),
  ];
  const longest = asked.reduce((most, days) => Math.max(most, days), 0);
  return window.from - Math.ceil(longest * 1.1) - DAYS_TO_SPARE;
}

/** About how many days each interval is that a policy sets for people, or for children. */
function intervalsFor({ rules, series }: CompiledPolicy, kind: 'person' | 'child'): number[] {
  const clocks = new Set(series.filter((one) => one.series.subject === kind).map((one) => one.series.id));
  return rules.flatMap((rule) =>
    rule.kind === 'cadence' && clocks.has(rule.series) && rule.every !== 'agreed' ? [approximateDays(rule.every)] : [],
  );
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

/** More than months and working days can differ from what an interval is about. */
const DAYS_TO_SPARE = 31;

function isDueIn({ dueOn }: Pick<Duty, 'dueOn'>, { from, to }: Stretch): boolean {
  return dueOn !== null && from <= dueOn && dueOn <= to;
}

/** What one version asks on the days of the window on which it is in force; and, where it is the only one, what falls due. */
function oneVersion(
  version: VersionInForce,
  series: CompiledSeries,
  index: FactIndex,
  refs: readonly string[],
  window: Stretch,
  duties: Duty[] | null,
  asked: AskedStretch[],
): void {
  const { policy } = version;
  const recordsFrom = recordsBeginOn(index, series.series.needs);
  if (recordsFrom === null) return;
  const columns = columnsOf(
    series,
    refs.map((ref) => clockFacts(policy, series, index, ref)),
    recordsFrom,
  );
  const from = Math.max(window.from, version.from, recordsFrom);
  const to = Math.min(window.to, version.to);
  const segments = new Segments(policy, series, columns.agreed);
  for (let s = 0; s < columns.subjects; s += 1) {
    segments.build(columns, s, from);
    addAsked(policy, series, segments, refs[s] ?? '', { from, to }, asked);
  }
  if (duties === null) return;
  const found = assessCadence(policy, series, columns);
  for (let i = 0; i < found.count; i += 1) {
    const due = found.due[i] ?? NO_DAY;
    if (due < window.from || due > window.to) continue;
    const duty = clockDuty(policy, series, index, refs[found.subject[i] ?? 0] ?? '', {
      openedBy: found.openedBy[i] ?? 0,
      opened: found.opened[i] ?? 0,
      due,
      met: found.met[i] ?? NO_DAY,
      ended: found.ended[i] ?? NO_DAY,
      rule: found.rule[i] ?? 0,
    });
    if (duty !== null) duties.push(duty);
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
export function wholeDaysAwayOf(index: FactIndex, person: string): Stretch[] {
  return mergeStretches(
    index.absencesOf
      .get(person)
      .filter(({ isHalfDay }) => isHalfDay !== true)
      .map(({ from, to }) => ({ from: toDay(from), to: endDay(to) })),
  );
}
