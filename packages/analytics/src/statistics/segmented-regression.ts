import { student975 } from './distributions.ts';
import type { Interval } from './intervals.ts';
import { durbinWatson, leastSquares, neweyWestErrors, neweyWestLag, plainErrors, type LeastSquares } from './least-squares.ts';

/** With fewer points on either side only the chart is shown. Source: the rules on figures, series with a policy date. */
export const FEWEST_EACH_SIDE = 8;

/** From so many on both sides what is left over may have a memory; before, the reading is indicative. Source: the same. */
export const FIRM_EACH_SIDE = 12;

/** What is left over of an exact line is rounding, and says nothing. */
const NOTHING_LEFT = 1e-20;

export interface Coefficient extends Interval {
  readonly estimate: number;
  readonly standardError: number;
}

export type SegmentedRegression =
  | { readonly ok: false; readonly problem: 'chart-only'; readonly before: number; readonly after: number }
  | {
      readonly ok: true;
      readonly standing: 'indicative' | 'firm';
      /** Points with a value before t0, and from t0 on. */
      readonly before: number;
      readonly after: number;
      /** b0: the line at the first place. */
      readonly level: Coefficient;
      /** b1: change from place to place before t0. */
      readonly slope: Coefficient;
      /** b2: how far the line stands at t0 from where the line before was heading. */
      readonly levelChange: Coefficient;
      /** b3: by how much the change from place to place differs from that before. */
      readonly slopeChange: Coefficient;
      /** Of the Newey-West errors; null where plain ones are given. */
      readonly lag: number | null;
      readonly durbinWatson: number | null;
      /** The line at every place, missing ones too. */
      readonly fitted: readonly number[];
      /** From t0 on: where the line before was heading. */
      readonly continued: readonly number[];
    };

/**
 * An interrupted series with one date: y = b0 + b1 t + b2 step + b3 (t - t0) step, t in places from 0, step 1 from t0 = `startsAt`
 * on, so that the second slope is counted from 0 at t0 (counted from 1, the level would move by one slope). Fewer than 8 known
 * points on a side: "chart only". 8 to 11 on the smaller side: plain standard errors, indicative. 12 or more on both:
 * Newey-West errors over the known points in their order. Intervals are 95% by Student's t with n - 4 degrees of freedom, in
 * both; in short series they are still too narrow. Values that are no finite numbers and a t0 outside the series throw.
 * Source: Wagner and others 2002; Lopez Bernal and others 2017; Turner and others 2021; statsmodels OLS and HAC with `use_t=True`.
 */
export function segmentedRegression(values: readonly (number | null)[], startsAt: number): SegmentedRegression {
  if (!Number.isInteger(startsAt) || startsAt < 0 || startsAt > values.length)
    throw new RangeError(`No point ${startsAt} in a series of ${values.length}.`);
  const known = values.flatMap((value, t) => (value === null ? [] : [{ t, value }]));
  for (const { value } of known) if (!Number.isFinite(value)) throw new RangeError(`${value} is no value.`);
  const before = known.filter(({ t }) => t < startsAt).length;
  const after = known.length - before;
  const fewest = Math.min(before, after);
  if (fewest < FEWEST_EACH_SIDE) return { ok: false, problem: 'chart-only', before, after };
  const y = known.map(({ value }) => value);
  const fit = leastSquares(
    known.map(({ t }) => rowAt(t, startsAt)),
    y,
  );
  if (fit === null) throw new RangeError('Places of a series cannot be told apart.');
  const isFirm = fewest >= FIRM_EACH_SIDE;
  const lag = isFirm ? neweyWestLag(known.length) : null;
  const errors = lag === null ? plainErrors(fit) : neweyWestErrors(fit, lag);
  const along = values.map((_, t) => rowAt(t, startsAt).reduce((sum, part, i) => sum + part * (fit.coefficients[i] ?? 0), 0));
  return {
    ok: true,
    standing: isFirm ? 'firm' : 'indicative',
    before,
    after,
    ...namedOf(fit, errors),
    lag,
    durbinWatson: hasRest(fit, y) ? durbinWatson(fit.residuals) : null,
    fitted: along,
    continued: values.slice(startsAt).map((_, i) => (fit.coefficients[0] ?? 0) + (fit.coefficients[1] ?? 0) * (startsAt + i)),
  };
}

function rowAt(t: number, startsAt: number): readonly number[] {
  return t < startsAt ? [1, t, 0, 0] : [1, t, 1, t - startsAt];
}

function namedOf(fit: LeastSquares, errors: readonly number[]) {
  const reach = student975(fit.degreesOfFreedom);
  const at = (i: number): Coefficient => {
    const estimate = fit.coefficients[i] ?? 0;
    const standardError = errors[i] ?? 0;
    return { estimate, standardError, low: estimate - reach * standardError, high: estimate + reach * standardError };
  };
  return { level: at(0), slope: at(1), levelChange: at(2), slopeChange: at(3) };
}

function hasRest({ residuals }: LeastSquares, y: readonly number[]): boolean {
  const squares = (all: readonly number[]): number => all.reduce((sum, value) => sum + value * value, 0);
  return squares(residuals) > NOTHING_LEFT * squares(y);
}
