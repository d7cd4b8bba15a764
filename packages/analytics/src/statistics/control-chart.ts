import type { Interval } from './intervals.ts';

/** With fewer points in a segment no limits are drawn. Source: the rules on figures, statistical process control. */
export const FEWEST_FOR_LIMITS = 5;

/** From so many points in a segment limits are firm; before, they are indicative. Source: Wheeler 1993; the rules on figures. */
export const FIRM_FROM = 12;

/** How far limits can be relied on: none yet, trial limits that may still move, firm limits. */
export type LimitStanding = 'too-few' | 'trial' | 'firm';

/** A stretch of a chart with limits of its own; both ends belong to it. */
export interface ChartStretch {
  readonly from: number;
  readonly to: number;
}

/** A point of a control chart with the lines at its place. */
export interface ControlPoint {
  /** Null where nothing is known; such a place ends every run. */
  readonly value: number | null;
  /** Not judged: drawn, but in no run and never a special cause. */
  readonly isJudged: boolean;
  /** Which segment it lies in, counted from 0. */
  readonly segment: number;
  readonly mean: number | null;
  /** Three sigma to either side of the mean. */
  readonly limits: Interval | null;
  /** Two sigma to either side: what lies beyond it is in the outer third. */
  readonly near: Interval | null;
}

/**
 * Cuts a chart of `length` points where new limits begin. `rebaseAt` are positions; the one before the first point and the one
 * after the last cut nothing, and one that stands twice cuts once. Other numbers throw.
 */
export function stretchesOf(length: number, rebaseAt: readonly number[]): ChartStretch[] {
  for (const at of rebaseAt)
    if (!Number.isInteger(at) || at < 0 || at > length) throw new RangeError(`No point ${at} in a chart of ${length}.`);
  if (length === 0) return [];
  const starts = [...new Set([0, ...rebaseAt])].filter((at) => at < length).sort((a, b) => a - b);
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? length) - 1 }));
}

/** How far the limits of so many points can be relied on. */
export function standingOf(points: number, trialPoints: number): LimitStanding {
  if (points < FEWEST_FOR_LIMITS) return 'too-few';
  return points < trialPoints ? 'trial' : 'firm';
}

/** Distances between neighbours. Where one of two is missing there is none: a gap is not bridged. */
export function movingRangesOf(values: readonly (number | null)[]): number[] {
  return values.flatMap((value, i) => {
    const before = values[i - 1] ?? null;
    return value === null || before === null ? [] : [Math.abs(value - before)];
  });
}
