import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { ratioOfClusters } from './ratio.ts';

const clustersOf = (good: readonly number[], of: readonly number[]) => good.map((count, i) => ({ good: count, of: of[i] ?? 0 }));

describe('a share over clusters', () => {
  it.each(r.ratios)('is as R has it, from the definition (case %#)', ({ good, of, share, low, high }) => {
    const found = ratioOfClusters(clustersOf(good, of));
    expect(found?.share).toBeCloseTo(share, 12);
    expect(found?.interval?.low).toBeCloseTo(low, 10);
    expect(found?.interval?.high).toBeCloseTo(high, 10);
  });

  it('has no interval from one cluster or from clusters that are all alike, and nothing from none', () => {
    expect(ratioOfClusters([{ good: 3, of: 4 }])).toEqual({ share: 0.75, interval: null });
    expect(ratioOfClusters([])).toBeNull();
    expect(ratioOfClusters([{ good: 0, of: 0 }])).toBeNull();
    expect(ratioOfClusters(clustersOf([2, 4], [4, 8]))).toEqual({ share: 0.5, interval: null });
  });

  it('is not sure of itself where everything was good, or nothing', () => {
    // R 4.2: prop.test(12, 12, correct = FALSE)$conf.int is 0.7575059 to 1.
    const all = ratioOfClusters(clustersOf([4, 3, 5, 4, 3, 5, 4, 3, 5, 4, 3, 5], [4, 3, 5, 4, 3, 5, 4, 3, 5, 4, 3, 5]));
    expect(all?.share).toBe(1);
    expect(all?.interval?.low).toBeCloseTo(0.757_505_9, 6);
    expect(all?.interval?.high).toBe(1);
    const none = ratioOfClusters(Array.from({ length: 12 }, () => ({ good: 0, of: 3 })));
    expect(none?.interval?.low).toBe(0);
    expect(none?.interval?.high).toBeCloseTo(1 - 0.757_505_9, 6);
  });

  it('holds the share, and does not mind the order', () => {
    const cluster = fc.integer({ min: 1, max: 40 }).chain((of) => fc.record({ of: fc.constant(of), good: fc.nat({ max: of }) }));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 30 }), (clusters) => {
        const found = ratioOfClusters(clusters);
        const turned = ratioOfClusters(clusters.toReversed());
        expect(turned?.share).toBeCloseTo(found?.share ?? NaN, 12);
        const share = found?.share ?? NaN;
        const { low, high } = found?.interval ?? { low: NaN, high: NaN };
        // None only where all have one share in between; whole numbers compared crosswise have no rounding.
        const [first = { good: 0, of: 1 }] = clusters;
        const isAlike = clusters.every(({ good, of }) => good * first.of === first.good * of);
        expect(found?.interval === null).toBe(isAlike && share > 0 && share < 1);
        expect(low > share + 1e-12 || high < share - 1e-12).toBe(false);
      }),
    );
  });
});
