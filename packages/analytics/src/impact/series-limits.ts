import {
  demandCounts,
  pChart,
  xmrChart,
  type ControlPoint,
  type CountedShare,
  type LimitStanding,
  type PSegment,
} from '../statistics/index.ts';
import type { AxisMonth } from './month-axis.ts';
import type { SeriesKind, SeriesMethod } from './views.ts';

/** A share that is no whole number of its denominator by more than this was rounded on its way here. */
const ROUNDING = 1e-6;

export interface SeriesLimits {
  readonly method: SeriesMethod;
  readonly points: readonly ControlPoint[];
  readonly segments: readonly {
    readonly from: number;
    readonly to: number;
    readonly points: number;
    readonly standing: LimitStanding;
    readonly mean: number | null;
  }[];
  /** Laney's sigma z, the largest of the segments; null for other methods. */
  readonly sigmaZ: number | null;
}

/**
 * The chart that suits the values. Shares whose denominators are all known: p chart, or Laney's where a segment of twelve large months or more
 * differs far more than by chance. Anything else: XmR, no moving range left out, as in the NHS's own spreadsheet. The running month is in neither.
 * Throws where a share, a count or a mean is none.
 */
export function limitsOf(axis: readonly AxisMonth[], kind: SeriesKind, rebaseAt: readonly number[]): SeriesLimits {
  for (const { value } of axis) if (value !== null) demandValue(value, kind);
  const full = axis.map((month) => (month.isRunning ? { ...month, value: null } : month));
  const isCounted = kind === 'share' && axis.every(({ value, denominator }) => value === null || denominator !== null);
  if (!isCounted) {
    const values = full.map(({ value }) => value);
    return { method: 'xmr', ...xmrChart(values, { rebaseAt, screening: 'none' }), sigmaZ: null };
  }
  const shares = full.map(countedOf);
  const plain = pChart(shares, { rebaseAt });
  if (!plain.segments.some(isSurelyOverdispersed)) return { method: 'p', ...plain, sigmaZ: null };
  const sigmaZ = plain.segments.reduce((most, segment) => Math.max(most, segment.sigmaZ ?? 0), 0);
  return { method: 'laney', ...pChart(shares, { rebaseAt, method: 'laney' }), sigmaZ };
}

/** Of fewer than twelve months one that fell out would widen the limits so far that it lies within them. */
function isSurelyOverdispersed({ isOverdispersed, standing }: PSegment): boolean {
  return isOverdispersed && standing === 'firm';
}

function demandValue(value: number, kind: SeriesKind): void {
  if (kind === 'count') demandCounts({ value });
  if (kind === 'share' && !(value >= 0 && value <= 1)) throw new RangeError(`The share ${value} is not between 0 and 1.`);
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no value.`);
}

function countedOf({ value, denominator, month }: AxisMonth): CountedShare | null {
  if (value === null || denominator === null) return null;
  const x = Math.round(value * denominator);
  if (Math.abs(value * denominator - x) > ROUNDING)
    throw new RangeError(`The share ${value} of ${month} is no whole number of ${denominator}.`);
  return { x, n: denominator };
}

/** A limit as it is drawn: a share stays between 0 and 1, a count at or above 0. Judging goes by the limit itself. */
export function drawnLimit(limit: number, kind: SeriesKind): number {
  if (kind === 'mean') return limit;
  return kind === 'share' ? Math.min(1, Math.max(0, limit)) : Math.max(0, limit);
}
