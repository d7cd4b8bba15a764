import { NORMAL_975 } from './distributions.ts';

/** A 95% interval. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * A figure with its interval. There is none where everybody answered (nothing is estimated then) and none where the answers
 * do not say how far they vary.
 */
export interface Estimate {
  readonly estimate: number;
  readonly interval: Interval | null;
  readonly without: 'census' | 'too-few' | null;
}

/** The two-sided 95% point of the normal curve: every interval of the product covers 95%. */
export const Z95 = NORMAL_975;

/** Stops where a count cannot be one: a bug of the caller, not a refusal. */
export function demandCounts(values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values))
    if (!Number.isInteger(value) || value < 0) throw new RangeError(`${name} is ${value}, not a count.`);
}

/** Stops where a part is larger than its whole. */
export function demandPart(part: number, whole: number, words: string): void {
  if (part > whole) throw new RangeError(`${words}: ${part} of ${whole}.`);
}
