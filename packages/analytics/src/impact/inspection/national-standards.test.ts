import { GUIDE } from '@plumbline/domain/focus-groups';
import { describe, expect, it } from 'vitest';
import { standardsOf, untouchedStandards } from './national-standards.ts';

describe('the national standards for employers', () => {
  it('are touched by each of the thirteen questions, and supervision by all of them', () => {
    expect(GUIDE).toHaveLength(13);
    for (const { number } of GUIDE) expect([number, standardsOf(number).some((one) => one.number === 5)]).toEqual([number, true]);
  });

  it('say nothing of a question that is not among the thirteen', () => {
    expect(standardsOf(null)).toEqual([]);
    expect(standardsOf(14)).toEqual([]);
  });

  it('that no question touches are named', () => {
    expect(untouchedStandards().map(({ number }) => number)).toEqual([2, 7, 8]);
  });
});
