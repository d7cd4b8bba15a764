import type { ConfirmationQuestion } from '@plumbline/analytics/compliance';
import { expect, test } from 'vitest';
import { questionLists, saveLabel } from './questions.ts';

const question = (more: Partial<ConfirmationQuestion>): ConfirmationQuestion => ({
  rule: 'R-1',
  clause: '4',
  says: 'Practice is observed.',
  asks: 'Was practice observed?',
  strength: 'must',
  waitsSince: '2026-06-01',
  last: null,
  askedAgainOn: null,
  ...more,
});

test('what waits stands in the policy’s order, and what was answered by when it is asked again', () => {
  const answered = { waitsSince: null, last: { on: '2026-01-05', answer: 'no' as const, by: 'Ash Ember' } };
  const { waiting, answered: done } = questionLists(
    [
      question({ rule: 'R-4', ...answered, askedAgainOn: '2027-03-01' }),
      question({ rule: 'R-2' }),
      question({ rule: 'R-3', ...answered, askedAgainOn: '2027-01-05' }),
      question({ rule: 'R-1' }),
    ],
    '2026-11-22',
  );
  expect(waiting.map(({ rule }) => rule)).toEqual(['R-2', 'R-1']);
  expect(done.map(({ rule }) => rule)).toEqual(['R-3', 'R-4']);
  expect(done[0]).toMatchObject({ history: 'Ash Ember answered “No” on 5 January 2026.' });
  expect(done[0]?.again).toMatch(/^Asked again on 5 January 2027, in /);
  expect(waiting[0]?.history).toBe('Asked since 1 June 2026. Not answered before.');
});

test('a rule that only recommends says so', () => {
  expect(questionLists([question({ strength: 'may' })], '2026-11-22').waiting[0]?.says).toContain('recommended only');
  expect(questionLists([question({})], '2026-11-22').waiting[0]?.says).not.toContain('recommended only');
});

test('the button says how many are saved', () => {
  expect([saveLabel(1), saveLabel(9)]).toEqual(['Save 1 answer', 'Save 9 answers']);
});
