import {
  addInterval,
  addMonths,
  approximateDays,
  FAR_FUTURE,
  type Day,
  type Interval,
  type PersonalCalendar,
} from '../calendar/index.ts';
import { AGREED, type CadenceColumns } from './cadence-columns.ts';
import type { CompiledPhase, CompiledPolicy, CompiledSeries } from './compile.ts';
import { carve } from './carve.ts';
import { keptFor } from './kept.ts';

/** An interval as whole days or whole months; -1 where it is neither (working weeks, working days). */
interface Step {
  readonly days: number;
  readonly months: number;
  readonly interval: Interval;
}

interface PhaseSteps {
  readonly bit: number;
  readonly after: Step | null;
  readonly upTo: Step | null;
}

function stepOf(interval: Interval): Step {
  const days = 'days' in interval ? interval.days : 'weeks' in interval ? 7 * interval.weeks : -1;
  const months = 'months' in interval ? interval.months : 'years' in interval ? 12 * interval.years : -1;
  return { days, months, interval };
}

function phaseSteps(phase: CompiledPhase): PhaseSteps {
  return {
    bit: phase.bit,
    after: phase.after === null ? null : stepOf(phase.after),
    upTo: phase.upTo === null ? null : stepOf(phase.upTo),
  };
}

function plus(day: Day, step: Step): Day {
  return step.days >= 0 ? day + step.days : step.months >= 0 ? addMonths(day, step.months) : addInterval(day, step.interval);
}

/** What is worked out of a policy's intervals, once: whoever explains something makes segments for each requirement. */
const tablesOf = keptFor(({ intervals }: CompiledPolicy) => ({
  intervals,
  approximate: intervals.map(approximateDays),
  steps: intervals.map(stepOf),
}));

const phasesOf = keptFor((series: CompiledSeries) => series.phasesOf.map((phases) => phases.map(phaseSteps)));

/** Room for as many as most subjects have; explaining makes one of these for each requirement, so room costs time. */
const FEW = 32;

/**
 * The segments of one subject: runs of days on which the same rule asks for the same interval. They are built anew for
 * each subject into the same arrays, because a whole country passes through here.
 */
export class Segments {
  count = 0;
  from: Int32Array<ArrayBuffer>;
  to: Int32Array<ArrayBuffer>;
  /** Index into `intervals`; -1 where nothing is asked. */
  interval: Int32Array<ArrayBuffer>;
  rule: Int32Array<ArrayBuffer>;
  mask: Int32Array<ArrayBuffer>;
  readonly intervals: readonly Interval[];
  readonly approximate: readonly number[];

  private readonly steps: readonly Step[];
  private readonly phasesOf: readonly (readonly PhaseSteps[])[];
  private readonly series: CompiledSeries;
  private readonly isClosedAtEnd: boolean;
  private readonly agreedBase: number;
  private spans = 0;
  private bit: Int32Array<ArrayBuffer>;
  private spanFrom: Int32Array<ArrayBuffer>;
  private spanTo: Int32Array<ArrayBuffer>;
  private cuts: Int32Array<ArrayBuffer>;
  private cutCount = 0;
  private since: Day = -FAR_FUTURE;

  constructor(policy: CompiledPolicy, series: CompiledSeries, agreed: readonly Interval[]) {
    [this.from, this.to, this.interval, this.rule, this.mask, this.bit, this.spanFrom, this.spanTo, this.cuts] = carve(
      FEW,
      FEW,
      FEW,
      FEW,
      FEW,
      FEW,
      FEW,
      FEW,
      2 * FEW,
    );
    this.series = series;
    this.isClosedAtEnd = policy.pack.conventions.phaseBoundary.value === 'closed-at-end';
    this.agreedBase = policy.intervals.length;
    const own = tablesOf(policy);
    this.intervals = agreed.length === 0 ? own.intervals : [...own.intervals, ...agreed];
    this.approximate = agreed.length === 0 ? own.approximate : [...own.approximate, ...agreed.map(approximateDays)];
    this.steps = agreed.length === 0 ? own.steps : [...own.steps, ...agreed.map(stepOf)];
    this.phasesOf = phasesOf(series);
  }

  /** A day plus an interval by its index: the same as `addInterval`, without looking into the interval each time. */
  add(day: Day, interval: number, calendar: PersonalCalendar): Day {
    const step = this.steps[interval]!;
    return step.days < 0 && step.months < 0 ? addInterval(day, step.interval, calendar) : plus(day, step);
  }

  /**
   * Builds the segments of subject `s`, or with `since` those from that day alone: what ended before it is passed over.
   * Throws a RangeError for a subject with more spans than a life can hold.
   */
  build(columns: CadenceColumns, s: number, since: Day = -FAR_FUTURE): void {
    this.since = since;
    this.spans = 0;
    this.cutCount = 0;
    this.count = 0;
    const end = columns.spanOffset[s + 1] ?? 0;
    for (let i = columns.spanOffset[s] ?? 0; i < end; i += 1) this.takeSpan(columns, i);
    this.sortCuts();
    this.sweep();
  }

  private takeSpan(columns: CadenceColumns, i: number): void {
    const to = columns.spanTo[i]!;
    if (to < this.since) return;
    const attribute = columns.spanAttribute[i]!;
    const start = columns.spanFrom[i]!;
    const from = start > this.since ? start : this.since;
    if (attribute === AGREED) {
      this.addSpan(-1 - (columns.spanInterval?.[i] ?? 0), from, to);
      return;
    }
    this.addSpan(attribute, from, to);
    const phases = this.phasesOf[attribute]!;
    for (let p = 0; p < phases.length; p += 1) {
      const phase = phases[p]!;
      const anchor = columns.spanAnchor[i]!;
      const gap = this.isClosedAtEnd ? 0 : 1;
      const phaseFrom = phase.after === null ? from : plus(anchor, phase.after) + 1 - gap;
      const phaseTo = phase.upTo === null ? to : plus(anchor, phase.upTo) - gap;
      const first = phaseFrom > from ? phaseFrom : from;
      const last = phaseTo < to ? phaseTo : to;
      if (first <= last) this.addSpan(phase.bit, first, last);
    }
  }

  private addSpan(bit: number, from: Day, to: Day): void {
    if (from > to) return;
    if (this.spans === this.bit.length) this.widen();
    this.bit[this.spans] = bit;
    this.spanFrom[this.spans] = from;
    this.spanTo[this.spans] = to;
    this.spans += 1;
    this.cuts[this.cutCount++] = from;
    if (to < FAR_FUTURE) this.cuts[this.cutCount++] = to + 1;
  }

  private widen(): void {
    const capacity = this.bit.length * 2;
    if (capacity > 65_536) throw new RangeError('One subject has more than 65,536 dated attributes.');
    this.bit = widened(this.bit, capacity);
    this.spanFrom = widened(this.spanFrom, capacity);
    this.spanTo = widened(this.spanTo, capacity);
    this.cuts = widened(this.cuts, capacity * 2);
  }

  /** In order and without repeats. Most subjects have fewer than a dozen, for which an insertion sort is quickest. */
  private sortCuts(): void {
    const cuts = this.cuts;
    if (this.cutCount > 64) cuts.subarray(0, this.cutCount).sort();
    else for (let i = 1; i < this.cutCount; i += 1) sink(cuts, i);
    let kept = 0;
    for (let i = 0; i < this.cutCount; i += 1) if (kept === 0 || cuts[i] !== cuts[kept - 1]) cuts[kept++] = cuts[i]!;
    this.cutCount = kept;
  }

  private sweep(): void {
    for (let i = 0; i < this.cutCount; i += 1) {
      const from = this.cuts[i]!;
      const to = i + 1 < this.cutCount ? this.cuts[i + 1]! - 1 : FAR_FUTURE;
      let mask = 0;
      let agreed = -1;
      for (let k = 0; k < this.spans; k += 1) {
        if (this.spanFrom[k]! > from || this.spanTo[k]! < from) continue;
        const bit = this.bit[k]!;
        if (bit >= 0) mask |= 1 << bit;
        else agreed = this.shorter(agreed, this.agreedBase - 1 - bit);
      }
      this.addSegment(from, to, mask, agreed);
    }
  }

  /** The shorter of two intervals by index, the first of which may be missing (-1). */
  private shorter(a: number, b: number): number {
    return a < 0 || this.approximate[b]! < this.approximate[a]! ? b : a;
  }

  private addSegment(from: Day, to: Day, mask: number, agreed: number): void {
    const demand = this.series.demandOf(mask);
    let { rule, interval } = demand;
    if (
      agreed >= 0 &&
      (rule >= 0 || demand.agreedRule >= 0) &&
      (rule < 0 || this.approximate[agreed]! < this.approximate[interval]!)
    ) {
      interval = agreed;
      rule = demand.agreedRule >= 0 ? demand.agreedRule : rule;
    }
    const last = this.count - 1;
    if (last >= 0 && this.rule[last] === rule && this.interval[last] === interval) {
      this.to[last] = to;
      return;
    }
    if (this.count === this.from.length) this.widenSegments();
    this.from[this.count] = from;
    this.to[this.count] = to;
    this.interval[this.count] = interval;
    this.rule[this.count] = rule;
    this.mask[this.count] = mask;
    this.count += 1;
  }

  private widenSegments(): void {
    const capacity = this.from.length * 2;
    if (capacity > 65_536) throw new RangeError('One subject has more than 65,536 segments.');
    this.from = widened(this.from, capacity);
    this.to = widened(this.to, capacity);
    this.interval = widened(this.interval, capacity);
    this.rule = widened(this.rule, capacity);
    this.mask = widened(this.mask, capacity);
  }
}

function widened(old: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(size);
  wider.set(old);
  return wider;
}

/** Moves the value at `i` down to its place among the sorted ones before it. */
function sink(cuts: Int32Array, i: number): void {
  const value = cuts[i]!;
  let j = i - 1;
  while (j >= 0 && cuts[j]! > value) {
    cuts[j + 1] = cuts[j]!;
    j -= 1;
  }
  cuts[j + 1] = value;
}
