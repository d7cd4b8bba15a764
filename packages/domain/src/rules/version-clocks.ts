import { FAR_FUTURE, ORDINARY_WEEK, type Day, type PersonalCalendar } from '../calendar/index.ts';
import type { Series } from '../policy/index.ts';
import { Clock } from './assess-cadence.ts';
import { NO_DAY, OPENED_BY } from './cadence-columns.ts';
import { clockDuty, unknownDuty, type ClockRequirement } from './clock-duty.ts';
import { clockFacts, columnsOf, recordsBeginOn, type ClockFacts } from './clocks.ts';
import type { CompiledSeries } from './compile.ts';
import type { FactIndex } from './fact-index.ts';
import type { Duty } from './finding.ts';
import type { PolicyTimeline, VersionInForce } from './policy-timeline.ts';

/** One version's clock over many subjects. */
interface VersionClock {
  readonly version: VersionInForce;
  readonly series: CompiledSeries;
  readonly facts: readonly ClockFacts[];
  readonly clock: Clock;
  readonly columns: ReturnType<typeof columnsOf>;
  /** Null where nobody records what the series needs. */
  readonly recordsFrom: Day | null;
}

/** Days on which the version in force asks something of a subject, by one segment of that version's clock. */
interface Asked {
  readonly from: Day;
  readonly to: Day;
  readonly clock: VersionClock;
  readonly segment: number;
}

/**
 * Requirements of one series through several versions of a policy. It is one chain: what resets the clock is decided by the
 * version in force on the day of the event, whether anything is asked by the version in force on each day, and the date by
 * the version in force on the day on which the requirement opened, which keeps its date when a newer version comes. Where the
 * newer one asks nothing more, it ends on the day before; where it is the first to ask, a requirement opens on its first day.
 * With `since` nothing counts that was held before that day: for those who look only at requirements that opened after it.
 */
export function versionedClockDuties(
  timeline: PolicyTimeline,
  { id, subject }: Pick<Series, 'id' | 'subject'>,
  index: FactIndex,
  refs: readonly string[],
  since?: Day,
): Duty[] {
  const clocks = timeline.flatMap((version) => {
    const compiled = version.policy.series.find(({ series }) => series.id === id && series.subject === subject);
    return compiled === undefined ? [] : [clockOf(version, compiled, index, refs, since)];
  });
  return refs.flatMap((ref, s) => chainOf(clocks, index, ref, s));
}

function clockOf(
  version: VersionInForce,
  series: CompiledSeries,
  index: FactIndex,
  refs: readonly string[],
  since: Day | undefined,
): VersionClock {
  const facts = refs.map((ref) => clockFacts(version.policy, series, index, ref, since));
  const recordsFrom = recordsBeginOn(index, series.series.needs);
  const columns = columnsOf(series, facts, recordsFrom ?? NO_DAY);
  return { version, series, facts, clock: new Clock(version.policy, series, columns), columns, recordsFrom };
}

function chainOf(clocks: readonly VersionClock[], index: FactIndex, ref: string, s: number): Duty[] {
  for (const one of clocks) one.clock.segments.build(one.columns, s);
  const whole = clocks.flatMap(askedOf);
  const unknown = unknownOf(whole, ref);
  const asked = whole.flatMap(afterRecordsBegan);
  const first = asked[0];
  if (first === undefined) return unknown;
  const wasAskedBefore = whole.some((stretch) => stretch.clock.recordsFrom !== null && stretch.from < stretch.clock.recordsFrom);
  const begins = !wasAskedBefore
    ? OPENED_BY.start
    : first.from === first.clock.recordsFrom && whole.some(isCutOff)
      ? OPENED_BY.recordsBegin
      : OPENED_BY.resumed;
  const duties = [...unknown];
  const add = (clock: VersionClock, found: ClockRequirement): void => {
    const duty = clockDuty(clock.version.policy, clock.series, index, ref, found);
    if (duty !== null) duties.push(duty);
  };
  let last = first.from;
  let by: number = begins;
  for (const event of [...eventsOf(clocks, s).filter((day) => day >= first.from), FAR_FUTURE]) {
    openUntil(asked, calendarOf(clocks, s), last, by, event, add);
    last = event;
    by = OPENED_BY.event;
  }
  return duties;
}

/** Whether records begin in the midst of a stretch, or right after it. */
function isCutOff({ from, to, clock: { recordsFrom } }: Asked): boolean {
  return recordsFrom !== null && from < recordsFrom && to >= recordsFrom - 1;
}

/** The stretches in which a version asks something, as far as it is in force. */
function askedOf(clock: VersionClock): Asked[] {
  const { segments } = clock.clock;
  const asked: Asked[] = [];
  for (let segment = 0; segment < segments.count; segment += 1) {
    if ((segments.interval[segment] ?? -1) < 0) continue;
    const from = Math.max(segments.from[segment] ?? 0, clock.version.from);
    const to = Math.min(segments.to[segment] ?? 0, clock.version.to);
    if (from <= to) asked.push({ from, to, clock, segment });
  }
  return asked;
}

function afterRecordsBegan(stretch: Asked): Asked[] {
  const { recordsFrom } = stretch.clock;
  if (recordsFrom === null || stretch.to < recordsFrom) return [];
  return [stretch.from >= recordsFrom ? stretch : { ...stretch, from: recordsFrom }];
}

/** The first stretch of which nothing can be said, because nobody records what is needed. */
function unknownOf(whole: readonly Asked[], ref: string): Duty[] {
  const stretch = whole.find(({ clock }) => clock.recordsFrom === null);
  if (stretch === undefined) return [];
  const { clock, segment, from } = stretch;
  return [unknownDuty(clock.version.policy, clock.series, ref, from, clock.clock.segments.rule[segment] ?? 0)];
}

/** The days that count, each by the version in force on it. */
function eventsOf(clocks: readonly VersionClock[], s: number): Day[] {
  return clocks
    .flatMap(({ version, facts }) =>
      (facts[s]?.events ?? []).map(({ day }) => day).filter((day) => version.from <= day && day <= version.to),
    )
    .toSorted((a, b) => a - b);
}

function calendarOf(clocks: readonly VersionClock[], s: number): PersonalCalendar {
  for (const { facts } of clocks) {
    const calendar = facts[s]?.calendar;
    if (calendar !== null && calendar !== undefined) return calendar;
  }
  return ORDINARY_WEEK;
}

/** Adds the requirements that open at or after `last` and before the event on day `next`, as {@link Clock} does for one version. */
function openUntil(
  asked: readonly Asked[],
  calendar: PersonalCalendar,
  last: Day,
  openedBy: number,
  next: Day,
  add: (clock: VersionClock, found: ClockRequirement) => void,
): void {
  let from = last;
  let by = openedBy;
  for (let a = asked.findIndex((stretch) => stretch.to >= from); a >= 0 && a < asked.length;) {
    const stretch = asked[a];
    if (stretch === undefined) return;
    if (stretch.from > from) {
      from = stretch.from;
      by = by === OPENED_BY.start ? OPENED_BY.start : OPENED_BY.resumed;
      if (from > next) return;
    }
    const end = lastOfRun(asked, a);
    const runEnd = asked[end]?.to ?? FAR_FUTURE;
    const { clock } = stretch.clock;
    clock.nextDue(from, stretch.segment, calendar);
    const found = { openedBy: by, opened: from, due: clock.due, rule: clock.rule };
    const isMet = next < FAR_FUTURE && next <= runEnd;
    add(stretch.clock, { ...found, met: isMet ? next : NO_DAY, ended: isMet || runEnd >= FAR_FUTURE ? NO_DAY : runEnd });
    if (isMet || runEnd >= FAR_FUTURE) return;
    a = end + 1;
    by = OPENED_BY.resumed;
    from = runEnd + 1;
  }
}

/** The last of the stretches that follow one another without a day between. */
function lastOfRun(asked: readonly Asked[], first: number): number {
  let last = first;
  while (last + 1 < asked.length && asked[last + 1]?.from === (asked[last]?.to ?? 0) + 1) last += 1;
  return last;
}
