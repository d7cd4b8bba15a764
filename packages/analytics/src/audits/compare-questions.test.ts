import { describe, expect, it } from 'vitest';
import r from '../../fixtures/audits-r.json' with { type: 'json' };
import { anAudit } from './_rows.ts';
import { compareQuestions } from './compare-questions.ts';
import { tabulateQuestions, type QuestionTally } from './tabulate-questions.ts';

/** A question to which x of n answers were yes. */
function tallyOf(question: string, [x = 0, n = 0]: readonly number[]): QuestionTally[] {
  return tabulateQuestions(
    Array.from({ length: n }, (_, i) => anAudit({ answers: { [question]: i < x ? ('yes' as const) : ('no' as const) } })),
  );
}

describe('compareQuestions', () => {
  const { questions, scanned } = r.compared;
  const made = compareQuestions(
    questions.flatMap(({ before }, i) => tallyOf(`q${i}`, before)),
    questions.flatMap(({ after }, i) => tallyOf(`q${i}`, after)),
  );

  it.each(questions.map((one, i) => ({ ...one, i, scan: scanned[i] ?? NaN })))(
    'goes from $before to $after as R has it',
    ({ i, difference, low, high, p, scan }) => {
      const change = made.changes.find(({ question }) => question === `q${i}`);
      expect(change?.change.difference).toBeCloseTo(difference, 9);
      expect(change?.change.low).toBeCloseTo(low, 9);
      expect(change?.change.high).toBeCloseTo(high, 9);
      expect(change?.change.p).toBeCloseTo(p, 9);
      expect(change?.scanned).toBeCloseTo(scan, 9);
    },
  );

  it('says better or worse only of what the scan picks out', () => {
    expect(made.changes.map(({ direction }) => direction)).toEqual([
      'better',
      'unsure',
      'better',
      'unsure',
      'worse',
      'unsure',
      'better',
    ]);
    // By itself it would stand out; among twenty questions that is nothing.
    const others = Array.from({ length: 19 }, (_, i) => `o${i}`);
    const among = compareQuestions(
      [...tallyOf('q', [12, 40]), ...others.flatMap((id) => tallyOf(id, [10, 20]))],
      [...tallyOf('q', [22, 41]), ...others.flatMap((id) => tallyOf(id, [10, 20]))],
    );
    const own = among.changes.find(({ question }) => question === 'q');
    expect(own?.change.low).toBeGreaterThan(0);
    expect(own?.change.p).toBeLessThan(0.05);
    expect(own?.direction).toBe('unsure');
  });

  it('compares nothing with fewer than ten answers in either, and says what is apart', () => {
    const before = [...tallyOf('few', [5, 9]), ...tallyOf('turned', [5, 12]), ...tallyOf('gone', [5, 12])];
    const graded = tabulateQuestions(Array.from({ length: 12 }, () => anAudit({ answers: { turned: 4 } })));
    const { changes, apart } = compareQuestions(before, [...tallyOf('few', [5, 12]), ...graded, ...tallyOf('new', [5, 12])]);
    expect(changes).toEqual([]);
    expect(apart).toEqual([
      { question: 'few', why: 'too-few' },
      { question: 'turned', why: 'asked-otherwise' },
      { question: 'new', why: 'not-asked' },
    ]);
  });
});
