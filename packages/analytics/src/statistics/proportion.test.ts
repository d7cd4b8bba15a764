import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/statistics-python.json' with { type: 'json' };
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { hypergeometricRange, wilson, wilsonFinite } from './proportion.ts';

/** x of n of a group of at most 60, at least one answer. */
const threeCounts = fc
  .integer({ min: 1, max: 60 })
  .chain((population) => fc.tuple(fc.constant(population), fc.integer({ min: 1, max: population })))
  .chain(([population, n]) => fc.tuple(fc.constant(population), fc.constant(n), fc.integer({ min: 0, max: n })));

describe('wilson', () => {
  it.each([...r.wilson, ...python.wilson])('of $x in $n as R and statsmodels have it', ({ x, n, low, high }) => {
    const made = wilson(x, n);
    expect(made?.estimate).toBe(x / n);
    expect(made?.low).toBeCloseTo(low, 9);
    expect(made?.high).toBeCloseTo(high, 9);
  });

  it('refuses nobody, and stops at what is no count', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(0.5, 2)).toThrow(RangeError);
    expect(() => wilson(-1, 2)).toThrow(RangeError);
  });
});

describe('wilsonFinite', () => {
  it.each(python.wilsonFinite)(
    'of $x in $n out of $population solves the equation of its ends',
    ({ x, n, population, low, high }) => {
      const made = wilsonFinite(x, n, population);
      expect(made?.interval?.low).toBeCloseTo(low, 9);
      expect(made?.interval?.high).toBeCloseTo(high, 9);
    },
  );

  it('has no interval where everybody answered, one person too', () => {
    expect(wilsonFinite(3, 10, 10)).toEqual({ estimate: 0.3, interval: null, without: 'census' });
    expect(wilsonFinite(1, 1, 1)).toEqual({ estimate: 1, interval: null, without: 'census' });
    expect(wilsonFinite(0, 0, 10)).toBeNull();
    expect(() => wilsonFinite(1, 11, 10)).toThrow(RangeError);
  });

  it('lies within the interval for an endless population and holds the share', () => {
    fc.assert(
      fc.property(threeCounts, ([population, n, x]) => {
        const finite = wilsonFinite(x, n, population);
        const endless = wilson(x, n);
        if (finite?.interval === null) return n === population;
        const { low, high } = finite?.interval ?? { low: NaN, high: NaN };
        const share = x / n;
        return low <= share && share <= high && low >= (endless?.low ?? 1) - 1e-12 && high <= (endless?.high ?? 0) + 1e-12;
      }),
    );
  });
});

describe('hypergeometricRange', () => {
  it.each([...r.range, ...python.range])('of $x in $n out of $population as R and exact fractions have it', (one) => {
    expect(hypergeometricRange(one.x, one.n, one.population)).toEqual({ fewest: one.fewest, most: one.most });
  });

  it('refuses nobody and groups over sixty', () => {
    expect(hypergeometricRange(0, 0, 20)).toBeNull();
    expect(hypergeometricRange(10, 30, 61)).toBeNull();
    expect(hypergeometricRange(10, 30, 60)).not.toBeNull();
  });

  it('mirrors itself when yes and no are exchanged, and never leaves out what was seen', () => {
    fc.assert(
      fc.property(threeCounts, ([population, n, x]) => {
        const yes = hypergeometricRange(x, n, population);
        const no = hypergeometricRange(n - x, n, population);
        expect(no).toEqual({ fewest: population - (yes?.most ?? NaN), most: population - (yes?.fewest ?? NaN) });
        expect(yes?.fewest).toBeGreaterThanOrEqual(x);
        expect(yes?.most).toBeLessThanOrEqual(population - (n - x));
      }),
      { numRuns: 60 },
    );
  });
});
