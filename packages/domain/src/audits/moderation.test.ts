import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade } from './grades.ts';
import { secondGradeBasis } from './moderation.ts';
import { drawSample } from './sample.ts';

const basis = (overall: Grade | null, earlier: number, isForSecondGrade = false) =>
  secondGradeBasis({ overall, earlier, isForSecondGrade });

describe('why an audit gets a second grade', () => {
  it('is the draw first, whatever was graded and whoever graded', () => {
    expect(GRADES.map((grade) => basis(grade, 0, true))).toEqual(['random', 'random', 'random', 'random']);
    expect(basis(3, 40, true)).toBe('random');
  });

  it('is then the lowest and the highest grade, for new auditors too', () => {
    expect(GRADES.map((grade) => basis(grade, 40))).toEqual(['extreme', null, null, 'extreme']);
    expect(basis(1, 0)).toBe('extreme');
  });

  it('is then that it is one of the first five of its auditor', () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((earlier) => basis(3, earlier))).toEqual([
      'new-auditor',
      'new-auditor',
      'new-auditor',
      'new-auditor',
      'new-auditor',
      null,
      null,
    ]);
  });

  it('is nothing where there is no grade to compare with', () => {
    expect([basis(null, 0), basis(null, 0, true), basis(null, 40)]).toEqual([null, null, null]);
  });

  it('falls by the draw on at least 15 in a hundred of those drawn, and on one more at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 0, max: 20 }), fc.string(), (size, reserves, seed) => {
        const list = Array.from({ length: 140 }, (_, at) => ({
          kind: 'person' as const,
          ref: `P${at}`,
          stratum: `T${at % 7}`,
        }));
        const drawn = drawSample(list, { seed, size, reserves });
        const twice = drawn.filter((one) => one.isForSecondGrade);
        expect(twice.every(({ isReserve }) => !isReserve)).toBe(true);
        // In hundredths, so that nothing is rounded.
        expect(twice.length * 100).toBeGreaterThanOrEqual(size * 15);
        expect((twice.length - 1) * 100).toBeLessThan(size * 15);
      }),
      { numRuns: 60 },
    );
  });
});
