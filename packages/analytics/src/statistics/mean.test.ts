import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { meanFinite, meanOfCounts } from './mean.ts';

describe('meanFinite', () => {
  it.each(r.means)('of $values out of $population as R has it', ({ values, population, estimate, low, high }) => {
    const made = meanFinite(values, population);
    expect(made?.estimate).toBeCloseTo(estimate, 9);
    expect(made?.interval?.low).toBeCloseTo(low, 9);
    expect(made?.interval?.high).toBeCloseTo(high, 9);
    expect(made?.without).toBeNull();
  });

  it('has no interval for one answer or for everybody’s, and nothing for none', () => {
    expect(meanFinite([4], 20)).toEqual({ estimate: 4, interval: null, without: 'too-few' });
    expect(meanFinite([4], null)).toEqual({ estimate: 4, interval: null, without: 'too-few' });
    expect(meanFinite([4, 2], 2)).toEqual({ estimate: 3, interval: null, without: 'census' });
    expect(meanFinite([4], 1)).toEqual({ estimate: 4, interval: null, without: 'census' });
    expect(meanFinite([])).toBeNull();
    expect(() => meanFinite([1, 2, 3], 2)).toThrow(RangeError);
  });
});

describe('meanOfCounts', () => {
  it('says of counts what it says of the answers one by one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 80 }), fc.nat(50), (values, further) => {
        const counts = [1, 2, 3, 4, 5].map((point) => values.filter((value) => value === point).length);
        const single = meanFinite(values, values.length + further);
        const counted = meanOfCounts(counts, [1, 2, 3, 4, 5], values.length + further);
        expect(counted?.estimate).toBeCloseTo(single?.estimate ?? NaN, 9);
        expect(counted?.without).toBe(single?.without);
        expect(counted?.interval?.low ?? -1).toBeCloseTo(single?.interval?.low ?? -1, 9);
        expect(counted?.interval?.high ?? -1).toBeCloseTo(single?.interval?.high ?? -1, 9);
      }),
    );
    expect(meanOfCounts([0, 0], [1, 2])).toBeNull();
  });
});
