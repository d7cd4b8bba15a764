import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/statistics-python.json' with { type: 'json' };
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { cohenKappa, type KappaWeights } from './kappa.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { cronbachAlpha } from './reliability.ts';

const GRADES = [1, 2, 3, 4];

function pairsOf(table: readonly (readonly number[])[]): [number, number][] {
  return table.flatMap((row, i) =>
    row.flatMap((count, j) => Array.from({ length: count }, (): [number, number] => [i + 1, j + 1])),
  );
}

describe('cohenKappa', () => {
  it.each(python.kappa)('$name, weights $weights, as statsmodels has it', (one) => {
    const made = cohenKappa(pairsOf(one.table), GRADES, { weights: one.weights as KappaWeights });
    expect(made?.kappa).toBeCloseTo(one.kappa, 9);
    // The root of a variance that is nearly nothing keeps half the figures: compared as a variance.
    expect((made?.standardError ?? NaN) ** 2).toBeCloseTo(one.standardError ** 2, 9);
    expect(made?.observed).toBeCloseTo(one.observed, 9);
    expect(made?.withinOne).toBeCloseTo(one.withinOne, 9);
  });

  it('keeps the scale whole: leaving out a grade that nobody gave moves the weighted figure', () => {
    const pairs = pairsOf(python.kappa.find((one) => one.name === 'one category never used')?.table ?? []);
    const whole = cohenKappa(pairs, GRADES, { weights: 'linear' });
    const cut = cohenKappa(pairs, [2, 3, 4], { weights: 'linear' });
    expect(whole?.kappa).toBeCloseTo(cut?.kappa ?? NaN, 9);
    const far = pairs.concat([[1, 4]]);
    expect(cohenKappa(far, GRADES, { weights: 'quadratic' })?.kappa).not.toBeCloseTo(
      cohenKappa(far, [1, 4, 2, 3], { weights: 'quadratic' })?.kappa ?? NaN,
      3,
    );
  });

  it('has raw agreement and no kappa where both gave one grade throughout; stops off the scale', () => {
    const same: [number, number][] = [
      [3, 3],
      [3, 3],
    ];
    expect(cohenKappa(same, GRADES, { weights: 'quadratic' })).toMatchObject({
      observed: 1,
      withinOne: 1,
      kappa: null,
      interval: null,
    });
    expect(cohenKappa([], GRADES, { weights: 'none' })).toBeNull();
    expect(() => cohenKappa([[1, 5]], GRADES, { weights: 'none' })).toThrow(RangeError);
  });
});

describe('krippendorffAlpha', () => {
  it.each(python.krippendorff)('$name, $level, as a walk through all pairs has it', (one) => {
    const made = krippendorffAlpha(one.units, one.categories, one.level as 'nominal' | 'ordinal');
    expect(made?.alpha ?? 9).toBeCloseTo(one.alpha ?? 9, 9);
    const counted = made === null ? null : [made.units, made.ratings];
    expect(counted).toEqual(one.alpha === null ? null : [one.unitCount, one.ratings]);
  });

  it('takes no notice of units with one rating, or of the order of raters', () => {
    const unit = fc.array(fc.option(fc.constantFrom(...GRADES)), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 2, maxLength: 12 }), (units) => {
        const plain = krippendorffAlpha(units, GRADES, 'ordinal');
        const mixed = krippendorffAlpha([...units.map((one) => one.toReversed()), [null, 4, null]], GRADES, 'ordinal');
        expect(mixed?.alpha ?? 9).toBeCloseTo(plain?.alpha ?? 9, 9);
      }),
    );
    expect(krippendorffAlpha([[1, null]], GRADES, 'nominal')).toBeNull();
    expect(() => krippendorffAlpha([[1, 7]], GRADES, 'nominal')).toThrow(RangeError);
  });
});

describe('cronbachAlpha', () => {
  it.each(r.alpha)('of complete rows, reversed first, as R has it (case %#)', ({ rows, reversed, alpha, completeRows }) => {
    const made = cronbachAlpha(rows, { reversed, least: 1, most: 5 });
    expect(made?.alpha).toBeCloseTo(alpha, 9);
    expect(made?.completeRows).toBe(completeRows);
  });

  it('refuses one item, one complete row, and sums that never differ', () => {
    const scale = { reversed: [false, false], least: 1, most: 5 };
    expect(cronbachAlpha([[1], [2]], { ...scale, reversed: [false] })).toBeNull();
    expect(
      cronbachAlpha(
        [
          [1, 2],
          [3, null],
        ],
        scale,
      ),
    ).toBeNull();
    expect(
      cronbachAlpha(
        [
          [1, 5],
          [5, 1],
        ],
        scale,
      ),
    ).toBeNull();
    expect(() => cronbachAlpha([[1, 2, 3]], scale)).toThrow(RangeError);
  });
});
