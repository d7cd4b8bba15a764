import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/series-python.json' with { type: 'json' };
import r from '../../fixtures/series-r.json' with { type: 'json' };
import { movingRangesOf, standingOf, stretchesOf } from './control-chart.ts';
import type { Interval } from './intervals.ts';
import { xmrChart, type RangeScreening } from './xmr-chart.ts';

/** Far from every figure: where the reference has none, none may be made. */
const MISSING = -1e300;

function expectNear(made: number | null | undefined, reference: number | null | undefined): void {
  expect(made ?? MISSING).toBeCloseTo(reference ?? MISSING, 9);
}

function expectRange(made: Interval | null | undefined, reference: readonly number[] | null): void {
  expectNear(made?.low, reference?.[0] ?? null);
  expectNear(made?.high, reference?.[1] ?? null);
}

describe('xmrChart', () => {
  it.each(python.xmr)('as exact fractions have it (case %#)', ({ values, rebaseAt, screening, segments }) => {
    const made = xmrChart(values, { rebaseAt, screening: screening as RangeScreening });
    expect(made.points.map(({ value }) => value)).toEqual(values);
    expect(made.segments).toHaveLength(segments.length);
    segments.forEach((segment, i) => {
      const { from, to, points, standing, screenedOut } = segment;
      expect(made.segments[i]).toMatchObject({ from, to, points, standing, screenedOut });
      expectNear(made.segments[i]?.mean, segment.mean);
      expectNear(made.segments[i]?.movingRange, segment.movingRange);
      expectRange(made.segments[i]?.limits, segment.limits);
      expectRange(made.segments[i]?.near, segment.near);
    });
  });

  it.each(r.xmr)('as R has it (case %#)', ({ values, mean, plain, screened }) => {
    const [segment] = xmrChart(values).segments;
    expect(segment?.mean).toBeCloseTo(mean, 9);
    expectRange(segment?.limits, plain);
    expectRange(xmrChart(values, { screening: 'none' }).segments[0]?.limits, plain);
    expectRange(xmrChart(values, { screening: 'once' }).segments[0]?.limits, screened);
  });

  it('has trial limits up to eleven points and firm ones from twelve', () => {
    const values = [3, 5, 4, 6, 5, 4, 7, 5, 6, 4, 5, 6];
    expect(xmrChart(values).segments[0]?.standing).toBe('firm');
    expect(xmrChart(values.slice(1)).segments[0]?.standing).toBe('trial');
    expect(xmrChart(values, { trialPoints: 13 }).segments[0]?.standing).toBe('trial');
    expect(xmrChart([...values.slice(1), null, null]).segments[0]?.standing).toBe('trial');
    expect(xmrChart(values.slice(0, 5)).segments[0]?.limits).not.toBeNull();
    expect(xmrChart(values.slice(0, 4)).segments[0]).toMatchObject({ standing: 'too-few', limits: null, mean: 4.5 });
  });

  it('gives a short segment after an event limits of its own', () => {
    const { segments } = xmrChart([3, 5, 4, 6, 5, 4, 7, 5, 6, 4, 5, 6, 9, 8, 9, 8, 9], { rebaseAt: [12] });
    expect(segments.map(({ standing, points }) => [standing, points])).toEqual([
      ['firm', 12],
      ['trial', 5],
    ]);
    // Five points of mean 8.6 and moving ranges of 1.
    expect(segments[1]?.limits?.high).toBeCloseTo(8.6 + 2.66, 9);
  });

  it('refuses what is no value and no place', () => {
    expect(() => xmrChart([1, Number.NaN])).toThrow(RangeError);
    expect(() => xmrChart([1, Infinity])).toThrow(RangeError);
    expect(() => xmrChart([1, 2], { rebaseAt: [3] })).toThrow(RangeError);
    expect(() => xmrChart([1, 2], { rebaseAt: [0.5] })).toThrow(RangeError);
    expect(() => xmrChart([1, 2], { rebaseAt: [-1] })).toThrow(RangeError);
  });

  it('moves and stretches its limits as the series is moved and stretched', () => {
    const values = fc.array(fc.option(fc.integer({ min: -1000, max: 1000 }), { freq: 8 }), { minLength: 1, maxLength: 40 });
    const factor = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), factor, fc.nat(), (series, shift, scale, cut) => {
        const rebaseAt = [cut % series.length];
        const plain = xmrChart(series, { rebaseAt });
        const moved = xmrChart(
          series.map((value) => (value === null ? null : value * scale + shift)),
          { rebaseAt },
        );
        plain.segments.forEach((segment, i) => {
          const other = moved.segments[i];
          expect(other?.standing).toBe(segment.standing);
          expectNear(other?.mean, segment.mean === null ? null : segment.mean * scale + shift);
          expectNear(other?.limits?.low, segment.limits === null ? null : segment.limits.low * scale + shift);
          expectNear(other?.limits?.high, segment.limits === null ? null : segment.limits.high * scale + shift);
        });
      }),
    );
  });
});

describe('stretches, standings and moving ranges', () => {
  it('cover a chart from end to end without a gap', () => {
    expect(stretchesOf(5, [])).toEqual([{ from: 0, to: 4 }]);
    expect(stretchesOf(5, [3, 1, 3, 0, 5])).toEqual([
      { from: 0, to: 0 },
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ]);
    expect(stretchesOf(0, [0])).toEqual([]);
  });

  it('go by the number of points', () => {
    expect([0, 4, 5, 11, 12].map((points) => standingOf(points, 12))).toEqual(['too-few', 'too-few', 'trial', 'trial', 'firm']);
  });

  it('bridge no gap', () => {
    expect(movingRangesOf([1, 4, null, 9, 7])).toEqual([3, 2]);
    expect(movingRangesOf([])).toEqual([]);
  });
});
