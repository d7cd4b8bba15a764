import { completionProblems } from '@plumbline/domain/audits';
import { expect, it } from 'vitest';
import { audit, question, tool } from './_audit.ts';
import { missingInSummary } from './completion-words.ts';

it('says of everything that is missing what to do, and leads to its field', () => {
  const of = tool([question('a'), question('b', { isLimiting: true }), question('c')]);
  const made = audit({
    answers: { b: { value: 1, note: '' }, c: { value: 3, note: '' } },
    overall: 3,
  });
  expect(missingInSummary(of, completionProblems(of, made))).toEqual([
    { place: 'a', field: 'audit-a', message: 'Question 1: answer it, or say that it does not apply. “Is a there?”' },
    { place: 'b', field: 'audit-b-note', message: 'Question 2: say what you saw. “Is b there?”' },
    { place: 'whole', field: 'audit-strengths', message: 'Name at least one thing that is done well.' },
    { place: 'whole', field: 'audit-overallBecause', message: 'Say what the overall grade rests on.' },
    {
      place: 'whole',
      field: 'audit-limitBecause',
      message: 'Say why the grade may be better than “Requires improvement”, to which question 2 limits it.',
    },
  ]);
});

it('counts open questions where there are many, and leads to the first', () => {
  const of = tool(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => question(id)));
  const made = audit({ answers: { a: { value: 4, note: '' } }, strengths: ['One.'], overall: 3, overallBecause: 'So.' });
  expect(missingInSummary(of, completionProblems(of, made))).toEqual([
    { place: 'b', field: 'audit-b', message: '7 questions are not answered yet. Go to the first.' },
  ]);
});
