import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/statistics-python.json' with { type: 'json' };
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { adjustedResiduals, chiSquare, cramersV, trendChiSquare } from './contingency.ts';
import { fisher } from './fisher.ts';
import { benjaminiHochberg, holm } from './several.ts';

describe('chiSquare and cramersV', () => {
  it.each([...r.chi, ...python.tables])('of $table as R and scipy have it', (one) => {
    const made = chiSquare(one.table);
    expect(made?.statistic).toBeCloseTo(one.statistic, 9);
    expect(made?.degreesOfFreedom).toBe(one.degreesOfFreedom);
    expect(made?.p).toBeCloseTo(one.p, 9);
    expect(made?.smallestExpected).toBeCloseTo(one.smallestExpected, 9);
    expect(cramersV(one.table)).toBeCloseTo(one.cramersV, 9);
  });

  it('leaves out categories that nobody chose', () => {
    const bare = chiSquare([
      [12, 5],
      [7, 9],
    ]);
    expect(
      chiSquare([
        [12, 0, 5],
        [0, 0, 0],
        [7, 0, 9],
      ]),
    ).toEqual(bare);
  });

  it('refuses a table with one row or column, stops at what is no count', () => {
    expect(chiSquare([[3, 4]])).toBeNull();
    expect(chiSquare([[3], [4]])).toBeNull();
    expect(
      cramersV([
        [0, 4],
        [0, 2],
      ]),
    ).toBeNull();
    expect(chiSquare([])).toBeNull();
    expect(() =>
      chiSquare([
        [1, -1],
        [2, 3],
      ]),
    ).toThrow(RangeError);
  });
});

describe('adjustedResiduals', () => {
  it.each(r.chi)('of $table as R has them', ({ table, residuals }) => {
    const made = adjustedResiduals(table);
    residuals.forEach((row, i) => row.forEach((value, j) => expect(made?.[i]?.[j]).toBeCloseTo(value, 9)));
  });

  it('are refused where a row or column is empty', () => {
    expect(adjustedResiduals([[1, 2]])).toBeNull();
    expect(
      adjustedResiduals([
        [1, 0],
        [2, 0],
      ]),
    ).toBeNull();
  });
});

describe('fisher', () => {
  it.each([...r.fisher, ...python.fisher])('of $table as R and scipy have it', ({ table, p }) => {
    expect(fisher(table)?.p).toBeCloseTo(p, 9);
  });

  it('says the same of a table turned on its side', () => {
    const side = fc.array(fc.nat(6), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(side, side, (first, second) => {
        const turned = first.map((count, i) => [count, second[i] ?? 0]);
        expect(fisher(turned)?.p ?? -1).toBeCloseTo(fisher([first, second])?.p ?? -1, 9);
      }),
      { numRuns: 50 },
    );
  });

  it('refuses three by three, one row, and too many tables', () => {
    const three = [
      [1, 2, 3],
      [2, 2, 2],
      [3, 1, 1],
    ];
    expect(fisher(three)).toBeNull();
    expect(fisher([[1, 2]])).toBeNull();
    expect(
      fisher([
        [200, 200, 200, 200, 200],
        [200, 200, 200, 200, 200],
      ]),
    ).toBeNull();
  });
});

describe('trendChiSquare', () => {
  it.each(r.trend)('of $x in $n as R has it', ({ x, n, scores, statistic, p }) => {
    const made = trendChiSquare(x, n, scores);
    expect(made?.statistic).toBeCloseTo(statistic, 9);
    expect(made?.p).toBeCloseTo(p, 9);
  });

  it('numbers the rounds where no scores are given, and refuses where nothing can rise', () => {
    expect(trendChiSquare([15, 10, 5], [30, 30, 30])).toEqual(trendChiSquare([15, 10, 5], [30, 30, 30], [7, 9, 11]));
    expect(trendChiSquare([0, 0], [5, 5])).toBeNull();
    expect(trendChiSquare([5, 5], [5, 5])).toBeNull();
    expect(trendChiSquare([2, 0], [5, 0])).toBeNull();
    expect(() => trendChiSquare([6], [5])).toThrow(RangeError);
  });
});

describe('holm and benjaminiHochberg', () => {
  it.each([...r.several, ...python.several])('of $p as R and statsmodels have it', (one) => {
    const p = [one.p].flat();
    holm(p).forEach((value, i) => expect(value).toBeCloseTo([one.holm].flat()[i] ?? NaN, 9));
    benjaminiHochberg(p).forEach((value, i) => expect(value).toBeCloseTo([one.benjaminiHochberg].flat()[i] ?? NaN, 9));
  });

  it('never makes a value smaller, and the scan is never stricter than the claim', () => {
    const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 });
    fc.assert(
      fc.property(chances, (values) => {
        const strict = holm(values);
        return benjaminiHochberg(values).every((q, i) => q >= (values[i] ?? 1) - 1e-12 && q <= (strict[i] ?? 0) + 1e-12);
      }),
    );
    expect(() => holm([1.2])).toThrow(RangeError);
  });
});
