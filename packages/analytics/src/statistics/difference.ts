import type { Interval } from './intervals.ts';
import { wilson } from './proportion.ts';

/** So many of so many. */
export interface Share {
  readonly x: number;
  readonly n: number;
}

/**
 * The difference of two shares, after minus before, with Newcombe's hybrid interval (from the two Wilson intervals), 95%, as
 * fractions of 1. The groups must not overlap in a way that is known: of unlinkable answers it is not. Null where one side
 * has no answers. Source: Newcombe 1998, method 10; statsmodels `confint_proportions_2indep(method='newcomb')`.
 */
export function newcombe(before: Share, after: Share): (Interval & { readonly estimate: number }) | null {
  const first = wilson(before.x, before.n);
  const second = wilson(after.x, after.n);
  if (first === null || second === null) return null;
  const estimate = second.estimate - first.estimate;
  return {
    estimate,
    low: estimate - Math.hypot(second.estimate - second.low, first.high - first.estimate),
    high: estimate + Math.hypot(second.high - second.estimate, first.estimate - first.low),
  };
}
