import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/statistics-python.json' with { type: 'json' };
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { newcombe } from './difference.ts';
import { mannWhitney, mannWhitneyOfCounts } from './mann-whitney.ts';
import { netScore } from './net-score.ts';

const answers = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 });

describe('newcombe', () => {
  it.each([...python.newcombe, ...r.newcombe])(
    'of $before and $after as statsmodels and R have it',
    ({ before, after, estimate, low, high }) => {
      const made = newcombe(before, after);
      expect(made?.estimate).toBeCloseTo(estimate, 9);
      expect(made?.low).toBeCloseTo(low, 9);
      expect(made?.high).toBeCloseTo(high, 9);
    },
  );

  it('says nothing where one side is empty', () => {
    expect(newcombe({ x: 0, n: 0 }, { x: 1, n: 2 })).toBeNull();
    expect(newcombe({ x: 1, n: 2 }, { x: 0, n: 0 })).toBeNull();
  });
});

describe('mannWhitney', () => {
  it.each(r.ranks)('by the normal curve as R has it (case %#)', ({ before, after, u, p }) => {
    expect(mannWhitney(before, after)).toMatchObject({ u, method: 'normal' });
    expect(mannWhitney(before, after)?.p).toBeCloseTo(p, 9);
  });

  it.each(python.ranks)('by the normal curve as scipy has it (case %#)', ({ before, after, u, p, superiority, rankBiserial }) => {
    const made = mannWhitney(before, after);
    expect(made?.method).toBe('normal');
    expect(made?.u).toBe(u);
    expect(made?.p).toBeCloseTo(p, 9);
    expect(made?.superiority).toBeCloseTo(superiority, 9);
    expect(made?.rankBiserial).toBeCloseTo(rankBiserial, 9);
  });

  it.each([...r.ranksExact, ...r.ranksTied, ...python.ranksTied])(
    'exactly, with and without ties, as R and a walk through all choices have it (case %#)',
    ({ before, after, u, p }) => {
      const made = mannWhitney([before].flat(), [after].flat());
      expect(made?.method).toBe('exact');
      expect(made?.u).toBe(u);
      expect(made?.p).toBeCloseTo(p, 9);
    },
  );

  it('is turned round when before and after are', () => {
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        const there = mannWhitney(before, after);
        const back = mannWhitney(after, before);
        expect(back?.superiority).toBeCloseTo(1 - (there?.superiority ?? NaN), 9);
        expect(back?.p).toBeCloseTo(there?.p ?? NaN, 9);
      }),
    );
  });

  it('says 1 where all are the same, by either way, and nothing where a side is empty', () => {
    expect(mannWhitney([3, 3], [3])?.p).toBe(1);
    expect(mannWhitneyOfCounts([0, 0, 30], [0, 0, 40])).toMatchObject({ superiority: 0.5, p: 1, method: 'normal' });
    expect(mannWhitney([], [1])).toBeNull();
    expect(() => mannWhitneyOfCounts([1], [1, 2])).toThrow(RangeError);
  });
});

describe('netScore', () => {
  it.each(r.net)('of $positive, $neutral and $negative out of $population as R has it', (one) => {
    const made = netScore(one, one.population);
    expect(made?.estimate).toBeCloseTo(one.estimate, 9);
    expect(made?.variance).toBeCloseTo(one.variance, 9);
    expect(made?.interval?.low).toBeCloseTo(one.low, 9);
    expect(made?.interval?.high).toBeCloseTo(one.high, 9);
  });

  it('has no interval where everybody answered or only one did', () => {
    expect(netScore({ positive: 2, neutral: 1, negative: 1 }, 4)).toMatchObject({
      estimate: 25,
      interval: null,
      without: 'census',
    });
    expect(netScore({ positive: 1, neutral: 0, negative: 0 }, 1)).toMatchObject({ estimate: 100, without: 'census' });
    expect(netScore({ positive: 1, neutral: 0, negative: 0 }, 9)).toMatchObject({ estimate: 100, without: 'too-few' });
    expect(netScore({ positive: 0, neutral: 0, negative: 0 }, 4)).toBeNull();
  });
});
