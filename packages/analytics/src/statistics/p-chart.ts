import { mean, median } from 'simple-statistics';
import {
  FIRM_FROM,
  movingRangesOf,
  standingOf,
  stretchesOf,
  type ChartStretch,
  type ControlPoint,
  type LimitStanding,
} from './control-chart.ts';
import { demandCounts, demandPart, type Interval } from './intervals.ts';

/** A share of fewer is drawn and not judged: the normal curve is too far from it. Source: the rules on figures. */
export const SMALLEST_JUDGED = 10;

/** Mean moving range of two neighbours, in sigma. Source: Wheeler 1993. */
const RANGE_PER_SIGMA = 1.128;

/** Laney's chart is offered only well above 1, and only for large months: small ones reach 1.27 by chance. Source: the rules on figures. */
const OVERDISPERSED_ABOVE = 2.5;
const OVERDISPERSED_FROM = 50;

export interface CountedShare {
  readonly x: number;
  readonly n: number;
}

export interface PChartOptions {
  /** Positions at which a recorded event starts new limits. */
  readonly rebaseAt?: readonly number[];
  /** From so many judged points limits are firm. */
  readonly trialPoints?: number;
  /** Shares of fewer are drawn and not judged. */
  readonly smallest?: number;
  /** Limits as wide as chance alone makes them, or as wide as the months differ (Laney's p′). */
  readonly method?: 'p' | 'laney';
}

export interface PSegment extends ChartStretch {
  /** Points that are judged. */
  readonly points: number;
  readonly standing: LimitStanding;
  /** Σx / Σn of all points, those that are not judged too. */
  readonly mean: number | null;
  /** How many times wider than by chance the months differ. Null for fewer than two judged neighbours, or where all are 0 or 1. */
  readonly sigmaZ: number | null;
  /** Large months that differ far more than by chance: Laney's limits are then the better ones. */
  readonly isOverdispersed: boolean;
}

export interface PChart {
  /** Values are fractions of 1. */
  readonly points: readonly ControlPoint[];
  readonly segments: readonly PSegment[];
  readonly isLaney: boolean;
}

/**
 * A chart of shares with different denominators, as fractions of 1: limits p̄ ± 3 √(p̄(1 - p̄)/n) at each point, cut at 0 and 1;
 * for Laney's chart times sigma z, the mean moving range of the z scores over 1.128, unscreened. A share of none is a missing
 * point. Shares of fewer than `smallest` count in p̄ and nowhere else: they have no limits, end every run and are in no moving range.
 * Source: Shewhart 1931; Laney 2002.
 */
export function pChart(shares: readonly (CountedShare | null)[], options: PChartOptions = {}): PChart {
  for (const share of shares) {
    if (share === null) continue;
    demandCounts({ x: share.x, n: share.n });
    demandPart(share.x, share.n, 'More are of the kind than were counted');
  }
  const isLaney = options.method === 'laney';
  const segments = stretchesOf(shares.length, options.rebaseAt ?? []).map((stretch) => segmentOf(shares, stretch, options));
  const points = segments.flatMap((segment, i) =>
    shares.slice(segment.from, segment.to + 1).map((share) => pointOf(share, segment, i, options)),
  );
  return { points, segments, isLaney };
}

function isJudgedShare(share: CountedShare | null, { smallest = SMALLEST_JUDGED }: PChartOptions): share is CountedShare {
  return share !== null && share.n > 0 && share.n >= smallest;
}

function segmentOf(shares: readonly (CountedShare | null)[], { from, to }: ChartStretch, options: PChartOptions): PSegment {
  const recorded = shares.slice(from, to + 1);
  const judged = recorded.filter((share) => isJudgedShare(share, options));
  const whole = recorded.reduce((sum, share) => sum + (share?.n ?? 0), 0);
  const middle = whole === 0 ? null : recorded.reduce((sum, share) => sum + (share?.x ?? 0), 0) / whole;
  const sigmaZ = middle === null ? null : sigmaZOf(recorded, middle, options);
  return {
    from,
    to,
    points: judged.length,
    standing: standingOf(judged.length, options.trialPoints ?? FIRM_FROM),
    mean: middle,
    sigmaZ,
    isOverdispersed: sigmaZ !== null && sigmaZ > OVERDISPERSED_ABOVE && median(judged.map(({ n }) => n)) >= OVERDISPERSED_FROM,
  };
}

function sigmaZOf(recorded: readonly (CountedShare | null)[], middle: number, options: PChartOptions): number | null {
  if (middle === 0 || middle === 1) return null;
  const scores = recorded.map((share) =>
    isJudgedShare(share, options) ? (share.x / share.n - middle) / sigmaOf(middle, share.n) : null,
  );
  const ranges = movingRangesOf(scores);
  return ranges.length === 0 ? null : mean(ranges) / RANGE_PER_SIGMA;
}

function pointOf(share: CountedShare | null, segment: PSegment, index: number, options: PChartOptions): ControlPoint {
  const value = share === null || share.n === 0 ? null : share.x / share.n;
  const lines = { segment: index, mean: segment.mean };
  if (segment.mean === null || !isJudgedShare(share, options))
    return { value, isJudged: false, ...lines, limits: null, near: null };
  if (segment.standing === 'too-few') return { value, isJudged: true, ...lines, limits: null, near: null };
  const wider = options.method === 'laney' ? (segment.sigmaZ ?? 1) : 1;
  const sigma = sigmaOf(segment.mean, share.n) * wider;
  return { value, isJudged: true, ...lines, limits: cut(segment.mean, 3 * sigma), near: cut(segment.mean, 2 * sigma) };
}

function sigmaOf(middle: number, n: number): number {
  return Math.sqrt((middle * (1 - middle)) / n);
}

function cut(middle: number, half: number): Interval {
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
