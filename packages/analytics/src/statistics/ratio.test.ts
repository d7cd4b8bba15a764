import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratioOfClusters } from './ratio.ts';

const clustersOf = (good: readonly number[], of: readonly number[]) => good.map((count, i) => ({ good: count, of: of[i] ?? 0 }));

describe('a share over clusters', () => {
  it('is as R has it, from the definition', () => {
    // R 4.2: good <- c(3,5,2,8,0,4,6); of <- c(4,6,5,9,3,8,7); r <- sum(good)/sum(of); e <- good - r*of;
    // r + c(-1, 1) * qt(.975, 6) * sqrt(7 * var(e / sum(of)))
    const found = ratioOfClusters(clustersOf([3, 5, 2, 8, 0, 4, 6], [4, 6, 5, 9, 3, 8, 7]));
    expect(found?.share).toBeCloseTo(0.666_666_666_666_667, 12);
    expect(found?.interval?.low).toBeCloseTo(0.427_504_295_685_699, 12);
    expect(found?.interval?.high).toBeCloseTo(0.905_829_037_647_634, 12);
  });

  it('has no interval from one cluster, nothing from none, and no width where all are alike', () => {
    expect(ratioOfClusters([{ good: 3, of: 4 }])).toEqual({ share: 0.75, interval: null });
    expect(ratioOfClusters([])).toBeNull();
    expect(ratioOfClusters([{ good: 0, of: 0 }])).toBeNull();
    expect(ratioOfClusters(clustersOf([2, 4], [4, 8]))).toEqual({ share: 0.5, interval: { low: 0.5, high: 0.5 } });
  });

  it('holds the share, and does not mind the order', () => {
    const cluster = fc.integer({ min: 1, max: 40 }).chain((of) => fc.record({ of: fc.constant(of), good: fc.nat({ max: of }) }));
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 2, maxLength: 30 }), (clusters) => {
        const found = ratioOfClusters(clusters);
        const turned = ratioOfClusters(clusters.toReversed());
        expect(turned?.share).toBeCloseTo(found?.share ?? NaN, 12);
        expect(found?.interval?.low ?? 1).toBeLessThanOrEqual((found?.share ?? 0) + 1e-12);
        expect(found?.interval?.high ?? 0).toBeGreaterThanOrEqual((found?.share ?? 1) - 1e-12);
      }),
    );
  });
});
