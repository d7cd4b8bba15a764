import { mean } from 'simple-statistics';
import {
  FIRM_FROM,
  movingRangesOf,
  standingOf,
  stretchesOf,
  type ChartStretch,
  type ControlPoint,
  type LimitStanding,
} from './control-chart.ts';
import type { Interval } from './intervals.ts';

/** Three sigma in mean moving ranges of two neighbours (3 / 1.128), as it is printed. Source: Wheeler 1993; NHS Making Data Count. */
const LIMIT_FACTOR = 2.66;

/** The upper limit of moving ranges, in mean moving ranges. Source: Wheeler 1993; Nelson 1982. */
const RANGE_FACTOR = 3.267;

/** Whether moving ranges that are out of the common are left out of their mean, once, or none is; none where it is not said. */
export type RangeScreening = 'once' | 'none';

export interface XmrOptions {
  /** Positions at which a recorded event starts new limits. */
  readonly rebaseAt?: readonly number[];
  /** From so many points limits are firm. */
  readonly trialPoints?: number;
  readonly screening?: RangeScreening;
}

export interface XmrSegment extends ChartStretch {
  /** Points with a value. */
  readonly points: number;
  readonly standing: LimitStanding;
  readonly mean: number | null;
  /** Mean moving range, after screening. Null where no two neighbours are known. */
  readonly movingRange: number | null;
  /** Moving ranges left out of it. */
  readonly screenedOut: number;
  readonly limits: Interval | null;
  readonly near: Interval | null;
}

export interface XmrChart {
  readonly points: readonly ControlPoint[];
  readonly segments: readonly XmrSegment[];
}

/**
 * An individuals chart (XmR) in the unit of the values: mean of the points, limits 2.66 mean moving ranges to either side, not
 * cut at what is possible. With screening, moving ranges above 3.267 times their mean are left out of it and the limits reckoned
 * once more; points are never left out of the mean. Each segment stands on its own points only. Trial limits up to 11 points,
 * none up to 4. Null is a missing point. A value that is no finite number throws.
 * Source: Wheeler 1993, who advises against any screening; the spreadsheet of NHS Making Data Count does none, and councils have seen its
 * charts before. NHSRplotthedots screens unless told otherwise (`screen_outliers`, after Nelson 1982), which narrows the limits and calls
 * more months out of the common. The chart must say which.
 */
export function xmrChart(values: readonly (number | null)[], options: XmrOptions = {}): XmrChart {
  for (const value of values) if (value !== null && !Number.isFinite(value)) throw new RangeError(`${value} is no value.`);
  const segments = stretchesOf(values.length, options.rebaseAt ?? []).map((stretch) => segmentOf(values, stretch, options));
  const points = segments.flatMap(({ from, to, mean: middle, limits, near }, segment) =>
    values.slice(from, to + 1).map((value) => ({ value, isJudged: value !== null, segment, mean: middle, limits, near })),
  );
  return { points, segments };
}

function segmentOf(values: readonly (number | null)[], { from, to }: ChartStretch, options: XmrOptions): XmrSegment {
  const recorded = values.slice(from, to + 1);
  const known = recorded.filter((value) => value !== null);
  const ranges = movingRangesOf(recorded);
  const kept = options.screening === 'once' ? screened(ranges) : ranges;
  const movingRange = kept.length === 0 ? null : mean(kept);
  const middle = known.length === 0 ? null : mean(known);
  const standing = movingRange === null ? 'too-few' : standingOf(known.length, options.trialPoints ?? FIRM_FROM);
  const half = middle === null || movingRange === null || standing === 'too-few' ? null : LIMIT_FACTOR * movingRange;
  return {
    from,
    to,
    points: known.length,
    standing,
    mean: middle,
    movingRange,
    screenedOut: ranges.length - kept.length,
    limits: around(middle, half),
    near: around(middle, half === null ? null : (2 * half) / 3),
  };
}

function screened(ranges: readonly number[]): number[] {
  const most = ranges.length === 0 ? 0 : RANGE_FACTOR * mean([...ranges]);
  return ranges.filter((range) => range <= most);
}

function around(middle: number | null, half: number | null): Interval | null {
  return middle === null || half === null ? null : { low: middle - half, high: middle + half };
}
