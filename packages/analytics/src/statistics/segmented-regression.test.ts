import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/series-python.json' with { type: 'json' };
import r from '../../fixtures/series-r.json' with { type: 'json' };
import { durbinWatson, leastSquares, neweyWestErrors, neweyWestLag, plainErrors } from './least-squares.ts';
import { segmentedRegression, type Coefficient, type SegmentedRegression } from './segmented-regression.ts';

type Reckoned = Extract<SegmentedRegression, { ok: true }>;

/** A reading that is expected not to be refused. */
function reckoned(values: readonly (number | null)[], startsAt: number): Reckoned {
  const made = segmentedRegression(values, startsAt);
  if (!made.ok) throw new Error('Refused.');
  return made;
}

function expectCoefficients(made: Reckoned, reference: readonly Coefficient[]): void {
  [made.level, made.slope, made.levelChange, made.slopeChange].forEach((coefficient, i) => {
    for (const field of ['estimate', 'standardError', 'low', 'high'] as const)
      expect(coefficient[field]).toBeCloseTo(reference[i]?.[field] ?? NaN, 9);
  });
}

/** Values that nobody would take for a line, the same on every run. */
const bumpy = (length: number) => Array.from({ length }, (_, t) => 10 + ((t * 7) % 5) - ((t * 3) % 4) / 2);

describe('segmentedRegression', () => {
  it.each(python.regressions)('as statsmodels has it (case %#)', (one) => {
    const made = reckoned(one.values, one.startsAt);
    expect(made).toMatchObject({ standing: one.standing, lag: one.lag, before: one.before, after: one.after });
    expectCoefficients(made, one.coefficients);
    expect(made.durbinWatson).toBeCloseTo(one.durbinWatson, 9);
    const fitted = made.fitted.filter((_, t) => one.values[t] !== null);
    one.fitted?.forEach((value, i) => expect(fitted[i]).toBeCloseTo(value, 9));
  });

  it.each(r.regressions)('as R has it (case %#)', (one) => {
    const made = reckoned(one.values, one.startsAt);
    expect(made.lag).toBe(one.lag);
    expectCoefficients(made, one.coefficients);
    expect(made.durbinWatson).toBeCloseTo(one.durbinWatson, 9);
  });

  it('has plain and Newey-West errors in both references', () => {
    for (const cases of [python.regressions, r.regressions])
      expect(new Set(cases.map(({ lag }) => lag === null))).toEqual(new Set([true, false]));
  });

  it.each([
    [7, 20, 'chart-only'],
    [20, 7, 'chart-only'],
    [8, 8, 'indicative'],
    [11, 12, 'indicative'],
    [12, 11, 'indicative'],
    [8, 40, 'indicative'],
    [12, 12, 'firm'],
    [0, 20, 'chart-only'],
    [20, 0, 'chart-only'],
  ])('of %i points before and %i after is %s', (before, after, reading) => {
    const made = segmentedRegression(bumpy(before + after), before);
    expect(made.ok ? made.standing : made.problem).toBe(reading);
    expect(made).toMatchObject({ before, after });
    expect(made.ok && made.lag !== null).toBe(reading === 'firm');
  });

  it('counts known points only', () => {
    const values = bumpy(24).map((value, t) => (t === 3 || t === 20 ? null : value));
    expect(segmentedRegression(values, 12)).toMatchObject({ ok: true, standing: 'indicative', before: 11, after: 11 });
    expect(segmentedRegression(values.slice(3), 8)).toEqual({ ok: false, problem: 'chart-only', before: 7, after: 12 });
  });

  it('finds a level and a slope that change, the slope counted from 0 at t0', () => {
    const values = Array.from({ length: 24 }, (_, t) => 5 + 2 * t + (t >= 10 ? 7 - 3 * (t - 10) : 0));
    const made = reckoned(values, 10);
    expect(made.level.estimate).toBeCloseTo(5, 9);
    expect(made.slope.estimate).toBeCloseTo(2, 9);
    expect(made.levelChange.estimate).toBeCloseTo(7, 9);
    expect(made.slopeChange.estimate).toBeCloseTo(-3, 9);
    expect(made.durbinWatson).toBeNull();
    expect(made.continued).toHaveLength(14);
    expect(made.continued[0]).toBeCloseTo(25, 9);
    expect(made.continued[13]).toBeCloseTo(51, 9);
    expect((made.fitted[10] ?? 0) - (made.continued[0] ?? 0)).toBeCloseTo(made.levelChange.estimate, 9);
  });

  it('keeps slopes and changes when a constant is added, and stretches them with the series', () => {
    const series = fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 24, maxLength: 50 });
    fc.assert(
      fc.property(series, fc.integer({ min: -200, max: 200 }), fc.integer({ min: 1, max: 9 }), (values, constant, scale) => {
        const plain = reckoned(values, 10);
        const moved = reckoned(
          values.map((value) => value * scale + constant),
          10,
        );
        expect(moved.level.estimate).toBeCloseTo(plain.level.estimate * scale + constant, 7);
        for (const name of ['slope', 'levelChange', 'slopeChange'] as const)
          for (const field of ['estimate', 'standardError'] as const)
            expect(moved[name][field]).toBeCloseTo(plain[name][field] * scale, 7);
      }),
    );
  });

  it('refuses what is no value and no place', () => {
    expect(() => segmentedRegression([...bumpy(20), Number.NaN], 10)).toThrow(RangeError);
    expect(() => segmentedRegression(bumpy(20), 21)).toThrow(RangeError);
    expect(() => segmentedRegression(bumpy(20), 9.5)).toThrow(RangeError);
  });
});

describe('leastSquares', () => {
  it('refuses columns that say the same and rows that are too few', () => {
    expect(
      leastSquares(
        [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2],
        ],
        [1, 2, 3, 4],
      ),
    ).toBeNull();
    expect(
      leastSquares(
        [
          [1, 2],
          [1, 3],
        ],
        [1, 2],
      ),
    ).toBeNull();
    expect(() => leastSquares([[1]], [1, 2])).toThrow(RangeError);
  });

  it('has Newey-West errors without a lag that are those of White', () => {
    const y = bumpy(20);
    const fit = leastSquares(
      y.map(() => [1]),
      y,
    );
    if (fit === null) throw new Error('Refused.');
    const mean = y.reduce((sum, value) => sum + value, 0) / 20;
    const squares = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(neweyWestErrors(fit, 0)[0]).toBeCloseTo(Math.sqrt(squares) / 20, 12);
    expect(plainErrors(fit)[0]).toBeCloseTo(Math.sqrt(squares / 19 / 20), 12);
  });
});

describe('neweyWestLag and durbinWatson', () => {
  it('looks back two months in short series and farther in long ones', () => {
    // 4 (n/100)^(2/9): 3.29 at 41, 3.99 at 99, 4 at 100, 4.67 at 200.
    expect([16, 24, 41, 99, 100, 200].map(neweyWestLag)).toEqual([2, 2, 3, 3, 4, 4]);
  });

  it('goes from 0, alike, to 4, by turns', () => {
    expect(durbinWatson([1, 1, 1, 1])).toBe(0);
    expect(durbinWatson([1, -1, 1, -1])).toBe(3);
    expect(durbinWatson([0, 0])).toBeNull();
  });
});
