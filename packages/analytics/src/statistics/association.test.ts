import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/statistics-python.json' with { type: 'json' };
import { jaccard, lift, midRanks, spearman } from './association.ts';
import { kishDeff, postStratify } from './weights.ts';

describe('spearman', () => {
  it.each(python.spearman)('as scipy has it (case %#)', ({ x, y, rho, p }) => {
    const made = spearman(x, y);
    expect(made?.rho).toBeCloseTo(rho, 9);
    expect(made?.p).toBeCloseTo(p, 9);
  });

  it('refuses fewer than eight teams and a side that never differs', () => {
    const seven = [1, 2, 3, 4, 5, 6, 7];
    expect(spearman(seven, seven)).toBeNull();
    expect(spearman([...seven, 8], [2, 2, 2, 2, 2, 2, 2, 2])).toBeNull();
    expect(spearman([...seven, 8], [...seven, 8])).toEqual({ n: 8, rho: 1, p: 0 });
    expect(() => spearman(seven, [1])).toThrow(RangeError);
  });

  it('shares ranks among those that are equal', () => {
    expect(midRanks([10, 20, 10, 30, 10])).toEqual([2, 4, 2, 5, 2]);
    expect(midRanks([])).toEqual([]);
  });
});

describe('jaccard and lift', () => {
  it.each(python.themes)('of themes as sets have it (case %#)', (one) => {
    expect(jaccard(one)).toBeCloseTo(one.jaccard, 9);
    expect(lift(one)).toBeCloseTo(one.lift, 9);
  });

  it('refuse where a theme stands nowhere', () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, documents: 5 };
    expect(jaccard(none)).toBeNull();
    expect(lift({ ...none, onlyFirst: 3 })).toBeNull();
    expect(() => lift({ ...none, onlyFirst: 6 })).toThrow(RangeError);
  });
});

describe('postStratify and kishDeff', () => {
  it.each(python.weights)('as a count person by person has it (case %#)', ({ cells, weights, designEffect }) => {
    const made = postStratify(cells);
    expect(made.ok).toBe(true);
    if (!made.ok) return;
    made.weights.forEach((weight, i) => expect(weight).toBeCloseTo(weights[i] ?? NaN, 9));
    expect(made.designEffect).toBeCloseTo(designEffect, 9);
  });

  it('refuses a cell that nobody spoke for, a weight over three, and no answers', () => {
    expect(postStratify([{ population: 10, answers: 0 }])).toEqual({ ok: false, problem: 'no-answers' });
    const silent = [
      { population: 10, answers: 5 },
      { population: 10, answers: 0 },
    ];
    expect(postStratify(silent)).toEqual({ ok: false, problem: 'cell-without-answers' });
    const heavy = [
      { population: 100, answers: 100 },
      { population: 100, answers: 10 },
    ];
    expect(postStratify(heavy)).toEqual({ ok: false, problem: 'weight-too-large' });
    expect(kishDeff([])).toBeNull();
    expect(kishDeff([2, 2, 2])).toBe(1);
  });

  it('brings every cell to the size it has', () => {
    const cell = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.nat(50))
      .map(([answers, further]) => ({ answers, population: answers + further }));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (cells) => {
        const made = postStratify(cells);
        if (!made.ok) return made.problem === 'weight-too-large';
        const people = cells.reduce((sum, one) => sum + one.population, 0);
        const answers = cells.reduce((sum, one) => sum + one.answers, 0);
        return cells.every(
          (one, i) => Math.abs((one.answers * (made.weights[i] ?? 0)) / answers - one.population / people) < 1e-9,
        );
      }),
    );
  });
});
