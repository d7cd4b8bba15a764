import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/series-python.json' with { type: 'json' };
import r from '../../fixtures/series-r.json' with { type: 'json' };
import { pChart, type CountedShare, type PChartOptions } from './p-chart.ts';

/** Pairs as the fixture has them. */
function sharesOf(pairs: readonly (readonly number[] | null)[]): (CountedShare | null)[] {
  return pairs.map((pair) => (pair === null ? null : { x: pair[0] ?? 0, n: pair[1] ?? 0 }));
}

/** Far from every figure: where the reference has none, none may be made. */
const MISSING = -1e300;

function expectNear(made: number | null | undefined, reference: number | null | undefined): void {
  expect(made ?? MISSING).toBeCloseTo(reference ?? MISSING, 9);
}

describe('pChart', () => {
  it.each(python.pCharts)('as exact fractions have it (case %#)', ({ shares, rebaseAt, method, segments, points }) => {
    const made = pChart(sharesOf(shares), { rebaseAt, method: method as 'p' | 'laney' });
    expect(made.isLaney).toBe(method === 'laney');
    expect(made.segments).toHaveLength(segments.length);
    segments.forEach((segment, i) => {
      const { from, to, points: count, standing, isOverdispersed } = segment;
      expect(made.segments[i]).toMatchObject({ from, to, points: count, standing, isOverdispersed });
      expectNear(made.segments[i]?.mean, segment.mean);
      expectNear(made.segments[i]?.sigmaZ, segment.sigmaZ);
    });
    expect(made.points).toHaveLength(points.length);
    points.forEach((lines, i) => {
      const point = made.points[i];
      [point?.limits?.low, point?.limits?.high, point?.near?.low, point?.near?.high].forEach((line, n) =>
        expectNear(line, lines?.[n]),
      );
    });
  });

  it('has cases of both kinds in its reference', () => {
    expect(new Set(python.pCharts.flatMap(({ segments }) => segments.map((one) => one.isOverdispersed)))).toEqual(
      new Set([true, false]),
    );
  });

  it.each(r.shares)('as R has it (case %#)', ({ x, n, mean, sigmaZ, low, high, laneyLow, laneyHigh }) => {
    const shares = x.map((part, i) => ({ x: part, n: n[i] ?? 0 }));
    const plain = pChart(shares);
    const laney = pChart(shares, { method: 'laney' });
    expect(plain.segments[0]?.mean).toBeCloseTo(mean, 9);
    expect(plain.segments[0]?.sigmaZ).toBeCloseTo(sigmaZ, 9);
    x.forEach((_, i) => {
      expect(plain.points[i]?.limits?.low).toBeCloseTo(low[i] ?? NaN, 9);
      expect(plain.points[i]?.limits?.high).toBeCloseTo(high[i] ?? NaN, 9);
      expect(laney.points[i]?.limits?.low).toBeCloseTo(laneyLow[i] ?? NaN, 9);
      expect(laney.points[i]?.limits?.high).toBeCloseTo(laneyHigh[i] ?? NaN, 9);
    });
  });

  it('draws a share of few and does not judge it', () => {
    const steady = Array.from({ length: 6 }, () => ({ x: 6, n: 12 }));
    const { points, segments } = pChart([...steady, { x: 9, n: 9 }, { x: 9, n: 10 }]);
    expect(points[6]).toMatchObject({ value: 1, isJudged: false, limits: null, near: null });
    expect(points[7]).toMatchObject({ value: 0.9, isJudged: true });
    expect(points[7]?.limits).not.toBeNull();
    // All nine of the nine count in the mean.
    expect(segments[0]?.mean).toBeCloseTo((36 + 9 + 9) / (72 + 9 + 10), 12);
    expect(segments[0]?.points).toBe(7);
    expect(pChart([{ x: 3, n: 4 }], { smallest: 4 }).points[0]?.isJudged).toBe(true);
    expect(pChart([{ x: 0, n: 0 }], { smallest: 0 }).points[0]).toMatchObject({ value: null, isJudged: false });
  });

  it('offers Laney’s chart for large months only', () => {
    const torn = (n: number) =>
      pChart(Array.from({ length: 12 }, (_, i) => ({ x: i % 2 === 0 ? n / 10 : (n * 9) / 10, n }))).segments[0];
    expect(torn(40)?.sigmaZ).toBeGreaterThan(2.5);
    expect(torn(40)?.isOverdispersed).toBe(false);
    expect(torn(50)?.isOverdispersed).toBe(true);
  });

  it('refuses what is no count and a part above its whole', () => {
    expect(() => pChart([{ x: 0.5, n: 10 }])).toThrow(RangeError);
    expect(() => pChart([{ x: 11, n: 10 }])).toThrow(RangeError);
    expect(() => pChart([{ x: -1, n: 10 }])).toThrow(RangeError);
    expect(() => pChart([], { rebaseAt: [1] })).toThrow(RangeError);
  });

  const share = fc.nat(200).chain((n) => fc.nat(n).map((x) => ({ x, n })));
  const shares = fc.array(fc.option(share, { freq: 8 }), { minLength: 1, maxLength: 40 });
  const options: fc.Arbitrary<PChartOptions> = fc.record({ method: fc.constantFrom('p' as const, 'laney' as const) });

  it('mirrors its limits as shares are mirrored', () => {
    fc.assert(
      fc.property(shares, options, (given, chosen) => {
        const plain = pChart(given, chosen);
        const mirrored = pChart(
          given.map((one) => (one === null ? null : { x: one.n - one.x, n: one.n })),
          chosen,
        );
        plain.points.forEach(({ mean, limits }, i) => {
          expectNear(mirrored.points[i]?.mean, mean === null ? null : 1 - mean);
          expectNear(mirrored.points[i]?.limits?.low, limits === null ? null : 1 - limits.high);
          expectNear(mirrored.points[i]?.limits?.high, limits === null ? null : 1 - limits.low);
        });
      }),
    );
  });

  it('keeps its limits within what a share can be', () => {
    fc.assert(
      fc.property(shares, options, (given, chosen) => {
        for (const { limits, mean } of pChart(given, chosen).points) {
          if (limits === null || mean === null) continue;
          expect(limits.low).toBeGreaterThanOrEqual(0);
          expect(limits.high).toBeLessThanOrEqual(1);
          expect(limits.low).toBeLessThanOrEqual(mean);
          expect(limits.high).toBeGreaterThanOrEqual(mean);
        }
      }),
    );
  });
});
