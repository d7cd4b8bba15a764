import chiSquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import hypergeometric from '@stdlib/stats-base-dists-hypergeometric-pmf';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tCdf from '@stdlib/stats-base-dists-t-cdf';
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import {
  chiSquareUpper,
  hypergeometricChances,
  normalTwoSided,
  NORMAL_975,
  student975,
  studentTwoSided,
} from './distributions.ts';

const degrees = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 40_000 }));

/** Near in proportion, for chances that are next to nothing. */
function expectInProportion(made: number, expected: number): void {
  expect(Math.abs(made - expected)).toBeLessThanOrEqual(1e-9 * expected);
}

describe('the tails', () => {
  it.each(r.tails.chiSquare)('of chi-square $x with $df as R has them, far out too', ({ x, df, p }) => {
    expectInProportion(chiSquareUpper(x, df), p);
  });

  it.each(r.tails.normal)('of the normal curve at $z as R has them', ({ z, p }) => {
    expectInProportion(normalTwoSided(z), p);
  });

  it.each(r.tails.student)('of t $t with $df as R has them', ({ t, df, p }) => {
    expectInProportion(studentTwoSided(t, df), p);
  });

  it.each(r.tails.student975)('the 97.5% point with $df as R has it', ({ df, t }) => {
    expect(Math.abs(student975(df) - t)).toBeLessThan(1e-11 * t);
  });

  it('agree with @stdlib', () => {
    expect(NORMAL_975).toBeCloseTo(normalQuantile(0.975, 0, 1), 14);
    const statistic = fc.double({ min: 0, max: 200, noNaN: true });
    fc.assert(
      fc.property(statistic, fc.integer({ min: 1, max: 60 }), (x, df) => {
        expect(chiSquareUpper(x, df)).toBeCloseTo(1 - chiSquareCdf(x, df), 12);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -12, max: 12, noNaN: true }), degrees, (z, df) => {
        expect(normalTwoSided(z)).toBeCloseTo(2 * normalCdf(-Math.abs(z), 0, 1), 12);
        // @stdlib itself is off by 5e-11 for a t of next to nothing.
        expect(studentTwoSided(z, df)).toBeCloseTo(2 * tCdf(-Math.abs(z), df), 9);
      }),
    );
    fc.assert(
      fc.property(degrees, (df) => {
        expect(student975(df)).toBeCloseTo(tQuantile(0.975, df), 9);
      }),
    );
  });

  it('are whole at nothing', () => {
    expect(chiSquareUpper(0, 3)).toBe(1);
    expect(normalTwoSided(0)).toBe(1);
    expect(studentTwoSided(0, 5)).toBe(1);
  });
});

describe('hypergeometricChances', () => {
  it('agree with @stdlib and add up to 1', () => {
    const size = fc.nat(300);
    fc.assert(
      fc.property(size, size, fc.nat(), (kind, others, pick) => {
        const drawn = pick % (kind + others + 1);
        const chances = hypergeometricChances(kind, others, drawn);
        chances.forEach((chance, k) => expect(chance).toBeCloseTo(hypergeometric(k, kind + others, kind, drawn), 10));
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
