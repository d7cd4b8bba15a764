import { mean, sum } from 'simple-statistics';
import { student975 } from './distributions.ts';
import { demandCounts, demandPart, type Estimate } from './intervals.ts';

/** What a mean is worked out from, when the values themselves are not at hand: how many, their mean, their variance (n - 1). */
export interface Moments {
  readonly n: number;
  readonly mean: number;
  /** Sample variance; 0 for a single value. */
  readonly variance: number;
}

/**
 * The mean with a t interval, 95%, in the unit of the values. With a population the standard error is multiplied by
 * √(1 - n/N); everybody answered: no interval. One value gives no interval; no value gives null.
 * Source: R `t.test`; survey::svymean with a finite population correction.
 */
export function meanFinite(values: readonly number[], population: number | null = null): Estimate | null {
  return values.length === 0 ? null : meanOfMoments(momentsOf(values), population);
}

/** The same from counts of answers that have the values `scores`. */
export function meanOfCounts(
  counts: ArrayLike<number>,
  scores: readonly number[],
  population: number | null = null,
): Estimate | null {
  const moments = momentsOfCounts(counts, scores);
  return moments === null ? null : meanOfMoments(moments, population);
}

/** The same from moments. */
export function meanOfMoments({ n, mean: middle, variance }: Moments, population: number | null = null): Estimate {
  demandCounts({ n, population: population ?? n });
  demandPart(n, population ?? n, 'More answered than there are');
  if (n === population) return { estimate: middle, interval: null, without: 'census' };
  if (n < 2) return { estimate: middle, interval: null, without: 'too-few' };
  const correction = population === null ? 1 : 1 - n / population;
  const half = student975(n - 1) * Math.sqrt((variance / n) * correction);
  return { estimate: middle, interval: { low: middle - half, high: middle + half }, without: null };
}

/** Number, mean and sample variance of values; the mean of none is 0. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length;
  if (n === 0) return { n, mean: 0, variance: 0 };
  const middle = mean([...values]);
  const squares = sum(values.map((value) => (value - middle) ** 2));
  return { n, mean: middle, variance: n < 2 ? 0 : squares / (n - 1) };
}

/** The same of counted values; null where none is counted. */
export function momentsOfCounts(counts: ArrayLike<number>, scores: readonly number[]): Moments | null {
  let n = 0;
  let total = 0;
  scores.forEach((score, i) => {
    n += counts[i] ?? 0;
    total += score * (counts[i] ?? 0);
  });
  if (n === 0) return null;
  const middle = total / n;
  const squares = scores.reduce((so, score, i) => so + (counts[i] ?? 0) * (score - middle) ** 2, 0);
  return { n, mean: middle, variance: n < 2 ? 0 : squares / (n - 1) };
}
