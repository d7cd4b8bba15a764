import { describe, expect, it } from 'vitest';
import r from '../../fixtures/audits-r.json' with { type: 'json' };
import { anAudit, gradesOf } from './_rows.ts';
import { tallyAreas } from './question-areas.ts';
import type { AuditedRow } from './rows.ts';
import { tabulateQuestions, weakestAndStrongest } from './tabulate-questions.ts';

const answering = (...answers: AuditedRow['answers'][]): AuditedRow[] => answers.map((one) => anAudit({ answers: one }));
const times = (count: number, answers: AuditedRow['answers']): AuditedRow[] =>
  answering(...Array.from({ length: count }, () => answers));

describe('tabulateQuestions', () => {
  it.each(r.grades)('has the interval of R for $counts of $population', ({ counts, population, share, low, high }) => {
    const rows = answering(...gradesOf(counts).map((grade) => ({ q: grade })));
    const [tally] = tabulateQuestions(rows, population ?? undefined);
    expect(tally).toMatchObject({ counts, answeredBy: 'grade' });
    expect(tally?.share).toBeCloseTo(share, 9);
    expect(tally?.interval?.low).toBeCloseTo(low, 9);
    expect(tally?.interval?.high).toBeCloseTo(high, 9);
  });

  it('leaves what does not apply out of the base, and what was picked out altogether', () => {
    const rows = [
      ...answering({ a: 'yes', b: 4 }, { a: 'not-applicable', b: 2 }, { a: 'no' }),
      anAudit({ basis: 'targeted', answers: { a: 'no', b: 1 } }),
      anAudit({ basis: 'own-line', answers: { a: 'no', c: 1 } }),
    ];
    expect(tabulateQuestions(rows)).toMatchObject([
      { question: 'a', answered: 2, notApplicable: 1, yes: 1, no: 1, answeredBy: 'yes-no', good: 1, share: 0.5 },
      { question: 'b', answered: 2, notApplicable: 0, counts: [0, 1, 0, 1], good: 1, share: 0.5 },
    ]);
  });

  it('gives no share of a question that was asked in two ways, or that never applied', () => {
    const [both, never] = tabulateQuestions(answering({ a: 'yes', b: 'not-applicable' }, { a: 4 }));
    expect(both).toMatchObject({ answeredBy: 'both', answered: 2, share: null, interval: null });
    expect(never).toMatchObject({ answeredBy: 'nothing', answered: 0, notApplicable: 1, share: null, interval: null });
  });
});

describe('weakestAndStrongest', () => {
  const one = (id: string, share: number | null, answered = 20) => ({ id, share, answered });

  it('ranks from both ends, more answers first where shares are alike, and nothing twice', () => {
    const ranked = [one('a', 0.9), one('b', 0.2, 10), one('c', 0.2, 30), one('d', 0.5), one('e', 1, 4), one('f', null)];
    const { weakest, strongest } = weakestAndStrongest(ranked, 2);
    expect(weakest.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(strongest.map(({ id }) => id)).toEqual(['a', 'd']);
    const few = weakestAndStrongest([one('a', 0.9), one('b', 0.4), one('c', 0.6)], 5);
    expect([few.weakest.map(({ id }) => id), few.strongest.map(({ id }) => id)]).toEqual([['b', 'c'], ['a']]);
  });
});

describe('tallyAreas', () => {
  const questions = new Map([
    ['z', { area: 'Reflection', asks: 'Is there reflection?' }],
    ['a', { area: 'Agreement', asks: 'Is it signed?' }],
    ['b', { area: 'Reflection', asks: 'Does it show?' }],
  ]);

  it('adds up the questions of an area, and leaves out what is not known', () => {
    const rows = [...times(3, { a: 'yes', b: 2, z: 4, other: 1 }), ...times(1, { b: 4, z: 'not-applicable' })];
    const areas = tallyAreas(tabulateQuestions(rows), questions);
    expect(areas.map(({ area, good, answered, share }) => [area, good, answered, share])).toEqual([
      ['Reflection', 4, 7, 4 / 7],
      ['Agreement', 3, 3, 1],
    ]);
    expect(areas[0]?.questions.map(({ question }) => question)).toEqual(['b', 'z']);
  });
});
