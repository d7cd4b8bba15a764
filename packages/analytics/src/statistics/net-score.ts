import { demandCounts, demandPart, Z95, type Estimate } from './intervals.ts';

/** A net score in points from -100 to 100, with its variance in points squared. */
export interface NetScore extends Estimate {
  readonly variance: number;
}

/**
 * Percentage positive minus percentage negative, in points; neutral answers stand in the base, "does not apply" does not.
 * Variance (p₊ + p₋ - (p₊ - p₋)²)/n, times (N - n)/(N - 1) for a finite group; the 95% interval is cut at ±100. Everybody
 * answered, or a single answer: no interval. Null where nobody answered.
 */
export function netScore(
  counts: { readonly positive: number; readonly neutral: number; readonly negative: number },
  population: number | null = null,
): NetScore | null {
  const { positive, neutral, negative } = counts;
  demandCounts({ positive, neutral, negative });
  const n = positive + neutral + negative;
  demandPart(n, population ?? n, 'More answered than there are');
  if (n === 0) return null;
  const net = (positive - negative) / n;
  const correction = population === null ? 1 : population <= 1 ? 0 : (population - n) / (population - 1);
  const variance = (((positive + negative) / n - net * net) / n) * correction;
  const shared = { estimate: net * 100, variance: variance * 10_000 };
  if (n === population) return { ...shared, interval: null, without: 'census' };
  if (n < 2) return { ...shared, interval: null, without: 'too-few' };
  const half = Z95 * Math.sqrt(Math.max(0, variance));
  const cut = (value: number): number => Math.min(100, Math.max(-100, value * 100));
  return { ...shared, interval: { low: cut(net - half), high: cut(net + half) }, without: null };
}
