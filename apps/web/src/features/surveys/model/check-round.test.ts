import type { LocalDate } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { peopleProblems, readRound, type RoundDraft } from './check-round.ts';

const today = '2026-11-22' as LocalDate;
const whole: RoundDraft = {
  design: '7b2f4f0e-0000-4000-8000-000000000000 3',
  title: ' Supervision, autumn ',
  opensOn: '23 November 2026',
  closesOn: '11/12/2026',
  reportBy: '24 Dec 2026',
  paperBy: [],
  screeners: [{ id: 'a' }, { id: 'b' }],
  safeguardingTo: 'c',
};

describe('readRound', () => {
  it('reads a whole plan', () => {
    expect(readRound(whole, today)).toEqual({
      round: {
        designId: '7b2f4f0e-0000-4000-8000-000000000000',
        version: 3,
        title: 'Supervision, autumn',
        opensOn: '2026-11-23',
        closesOn: '2026-12-11',
        reportBy: '2026-12-24',
        paperBy: [],
        screeners: ['a', 'b'],
        safeguardingTo: 'c',
      },
    });
  });

  it('names everything that is missing, each at its field', () => {
    const read = readRound(
      { ...whole, design: '', title: ' ', closesOn: '31 November', screeners: [{ id: 'a' }], safeguardingTo: '' },
      today,
    );
    expect('problems' in read && read.problems.map(({ entry }) => entry)).toEqual([
      'design',
      'title',
      'closesOn',
      'screeners',
      'safeguardingTo',
    ]);
  });
});

describe('peopleProblems', () => {
  it('asks for two who read comments and one for worries, and for nobody to hand out paper', () => {
    expect(peopleProblems({ screeners: [{ id: 'a' }, { id: 'b' }], safeguardingTo: 'a' })).toEqual([]);
    expect(peopleProblems({ screeners: [{ id: 'a' }], safeguardingTo: 'a' }).map(({ entry }) => entry)).toEqual(['screeners']);
    expect(peopleProblems({ screeners: [], safeguardingTo: '' }).map(({ entry }) => entry)).toEqual([
      'screeners',
      'safeguardingTo',
    ]);
  });
});
