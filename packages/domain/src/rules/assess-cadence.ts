import { FAR_FUTURE, ORDINARY_WEEK, type Day, type PersonalCalendar } from '../calendar/index.ts';
import { DutyColumns, NO_DAY, OPENED_BY, type CadenceColumns, type CadenceDuties } from './cadence-columns.ts';
import type { CompiledPolicy, CompiledSeries } from './compile.ts';
import { Segments } from './segments.ts';

/** How one due date was reached, step by step; filled only when somebody asks why. */
export type DueStep =
  | { readonly kind: 'added'; readonly from: Day; readonly interval: number; readonly to: Day; readonly rule: number }
  | { readonly kind: 'loosened'; readonly on: Day; readonly interval: number; readonly to: Day; readonly rule: number }
  | {
      readonly kind: 'tightened';
      readonly on: Day;
      readonly interval: number;
      readonly to: Day;
      readonly rule: number;
      readonly target: Day;
    };

/**
 * Every requirement of the clocks in `columns`, under one series of a policy: whole histories, or with `onlyCurrent` the
 * last requirement of each subject alone. This is the function that stored duties, a past day and whole England all go
 * through. Total: a subject to whom no rule applies has no requirement.
 *
 * A requirement opens when the clock first applies, when the last one was met, or when the clock applies again after a
 * stretch in which nothing was asked. It is met by the next event; it ends, unmet, on the last day of a stretch.
 */
export function assessCadence(
  policy: CompiledPolicy,
  series: CompiledSeries,
  columns: CadenceColumns,
  onlyCurrent = false,
): CadenceDuties {
  const clock = new Clock(policy, series, columns);
  const out = new DutyColumns(Math.max(16, onlyCurrent ? columns.subjects : columns.eventDay.length + columns.subjects));
  for (let s = 0; s < columns.subjects; s += 1) clock.run(s, out, onlyCurrent);
  return out;
}

/** One subject's clock at a time. */
export class Clock {
  readonly segments: Segments;
  /** Set to an array to have the steps of the next due date noted. */
  steps: DueStep[] | null = null;
  /** Results of {@link nextDue}. */
  due: Day = 0;
  rule = -1;

  private readonly columns: CadenceColumns;
  private readonly tightensFromChange: boolean;

  constructor(policy: CompiledPolicy, series: CompiledSeries, columns: CadenceColumns) {
    this.segments = new Segments(policy, series, columns.agreed);
    this.columns = columns;
    this.tightensFromChange = policy.pack.conventions.tightening.value === 'change-plus-interval';
  }

  run(s: number, out: DutyColumns, onlyCurrent: boolean): void {
    const { columns, segments } = this;
    const calendar = columns.calendars?.[s] ?? ORDINARY_WEEK;
    if (onlyCurrent && this.runFromLastEvent(s, calendar, out)) return;
    segments.build(columns, s);
    const first = this.firstAsked();
    if (first < 0) return;
    const firstDay = segments.from[first]!;
    let last = firstDay < columns.recordsFrom ? columns.recordsFrom : firstDay;
    let openedBy: number = firstDay < columns.recordsFrom ? this.openedByRecords() : OPENED_BY.start;
    let event = columns.eventOffset[s]!;
    const eventEnd = columns.eventOffset[s + 1]!;
    while (event < eventEnd && columns.eventDay[event]! < last) event += 1;
    if (onlyCurrent && event < eventEnd) {
      last = columns.eventDay[eventEnd - 1]!;
      openedBy = OPENED_BY.event;
      event = eventEnd;
    }
    for (;;) {
      const next = event < eventEnd ? columns.eventDay[event]! : FAR_FUTURE;
      this.requirementsUntil(s, last, openedBy, next, calendar, out);
      if (event >= eventEnd) return;
      last = next;
      openedBy = OPENED_BY.event;
      event += 1;
    }
  }

  /**
   * Adds the requirements open since the last event where something was asked on its day: then nothing before it matters.
   * Returns false where that is not so, and the whole history has to be looked at.
   */
  private runFromLastEvent(s: number, calendar: PersonalCalendar, out: DutyColumns): boolean {
    const { columns, segments } = this;
    const last = columns.eventOffset[s + 1]! - 1;
    if (last < columns.eventOffset[s]!) return false;
    const day = columns.eventDay[last]!;
    if (day < columns.recordsFrom) return false;
    segments.build(columns, s, day);
    if (segments.count === 0 || segments.from[0] !== day || segments.interval[0]! < 0) return false;
    this.requirementsUntil(s, day, OPENED_BY.event, FAR_FUTURE, calendar, out);
    return true;
  }

  /** Adds the requirements that open at or after `last` and before the event on day `next`. */
  private requirementsUntil(
    s: number,
    last: Day,
    openedBy: number,
    next: Day,
    calendar: PersonalCalendar,
    out: DutyColumns,
  ): void {
    const { segments } = this;
    let from = last;
    let by = openedBy;
    let k = this.segmentAt(from);
    for (;;) {
      while (k < segments.count && segments.interval[k]! < 0) k += 1;
      if (k >= segments.count) return;
      if (segments.from[k]! > from) {
        from = segments.from[k]!;
        by = by === OPENED_BY.start ? OPENED_BY.start : OPENED_BY.resumed;
        if (from > next) return;
      }
      const runEnd = this.endOfRun(k);
      this.nextDue(from, k, calendar);
      if (next < FAR_FUTURE && next <= runEnd) {
        out.add(s, by, from, this.due, next, NO_DAY, this.rule);
        return;
      }
      if (runEnd >= FAR_FUTURE) {
        out.add(s, by, from, this.due, NO_DAY, NO_DAY, this.rule);
        return;
      }
      out.add(s, by, from, this.due, NO_DAY, runEnd, this.rule);
      k = this.lastOfRun(k) + 1;
      by = OPENED_BY.resumed;
      from = runEnd + 1;
    }
  }

  /** The first segment in which anything is asked; -1 where none is. */
  private firstAsked(): number {
    for (let k = 0; k < this.segments.count; k += 1) if (this.segments.interval[k]! >= 0) return k;
    return -1;
  }

  /** Records cut off only what was asked on the day before them: what begins on their very first day is known whole. */
  private openedByRecords(): number {
    const { segments } = this;
    const dayBefore = this.columns.recordsFrom - 1;
    const k = this.segmentAt(dayBefore);
    const isAsked = k < segments.count && segments.from[k]! <= dayBefore && segments.interval[k]! >= 0;
    return isAsked ? OPENED_BY.recordsBegin : OPENED_BY.resumed;
  }

  /** The segment that holds a day, or the first after it. */
  private segmentAt(day: Day): number {
    const { segments } = this;
    let k = 0;
    while (k < segments.count && segments.to[k]! < day) k += 1;
    return k;
  }

  private lastOfRun(k: number): number {
    const { segments } = this;
    let n = k;
    while (n + 1 < segments.count && segments.interval[n + 1]! >= 0) n += 1;
    return n;
  }

  /** The last day of the unbroken stretch of segment `k` in which something is asked. */
  private endOfRun(k: number): Day {
    return this.segments.to[this.lastOfRun(k)]!;
  }

  /**
   * The due date counted from day `from` in segment `k` (catalogues: Wirral and Kent section 2 "Algorithm", BCP and
   * Shropshire CV-8 and CV-10). Sets `due` and `rule`. It does not depend on what was held later: a change that begins after
   * a day never makes something overdue on that day, so the answer for a past day stays true.
   */
  nextDue(from: Day, k: number, calendar: PersonalCalendar = ORDINARY_WEEK): void {
    const { segments } = this;
    let interval = segments.interval[k]!;
    let rule = segments.rule[k]!;
    let candidate = segments.add(from, interval, calendar);
    if (this.steps !== null) this.steps.push({ kind: 'added', from, interval, to: candidate, rule });
    let n = k;
    while (candidate > segments.to[n]! && n + 1 < segments.count && segments.interval[n + 1]! >= 0) {
      n += 1;
      const nextInterval = segments.interval[n]!;
      const before = segments.approximate[segments.interval[n - 1]!]!;
      const after = segments.approximate[nextInterval]!;
      const start = segments.from[n]!;
      if (after < before) {
        const tightened = this.tightened(from, start, nextInterval, calendar);
        if (this.steps !== null) this.noteTightening(from, start, nextInterval, tightened, n, calendar);
        if (tightened < candidate) {
          candidate = tightened;
          rule = segments.rule[n]!;
          interval = nextInterval;
        }
      } else if (after > before) {
        const again = segments.add(from, nextInterval, calendar);
        const loosened = again >= start ? again : segments.add(start, nextInterval, calendar);
        // Counted from before the change it may lie before it; then the earlier of the old date and a fresh interval stands.
        if (again < start && loosened >= candidate) continue;
        candidate = loosened;
        rule = segments.rule[n]!;
        interval = nextInterval;
        if (this.steps !== null) this.steps.push({ kind: 'loosened', on: start, interval, to: candidate, rule });
      } else if (after === segments.approximate[interval]!) {
        rule = segments.rule[n]!;
      }
    }
    this.due = candidate;
    this.rule = rule;
  }

  private tightened(from: Day, start: Day, interval: number, calendar: PersonalCalendar): Day {
    if (this.tightensFromChange) return this.segments.add(start, interval, calendar);
    return Math.max(start, this.segments.add(from, interval, calendar));
  }

  private noteTightening(from: Day, start: Day, interval: number, to: Day, n: number, calendar: PersonalCalendar): void {
    const target = Math.max(start, this.segments.add(from, interval, calendar));
    this.steps?.push({ kind: 'tightened', on: start, interval, to, rule: this.segments.rule[n]!, target });
  }
}
