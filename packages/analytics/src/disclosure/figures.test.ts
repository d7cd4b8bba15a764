import { expect, test } from 'vitest';
import { cell, formOf, said } from './_rounds.ts';
import { countRound, type CountedQuestion } from './count.ts';
import { isUniform, mostAnswers, shownTable } from './figures.ts';

/** One agreement question answered with these points. */
function answered(points: string): CountedQuestion {
  const [question] = countRound(formOf('q'), [cell('a', 's', 100)], said('a', points, 'q'), false).questions;
  if (question === undefined) throw new Error('There is no question.');
  return question;
}

test('percentages are whole, the mean has one decimal, and whoever says that it does not apply is in no base', () => {
  const question = answered('11235');
  const withOthers = countRound(
    formOf('q'),
    [cell('a', 's', 100)],
    [...said('a', '11235', 'q'), { cell: 'a', answers: { route: 'receives', values: { q: { kind: 'choice', value: 'none' } } } }],
    false,
  ).questions[0];
  expect(withOthers?.replies).toEqual(question.replies);
  expect(shownTable(question, [0], 'as-asked', 100)).toMatchObject({
    n: 5,
    mean: 2.4,
    net: -40,
    answers: [
      { id: '1', count: 2, percent: 40 },
      { id: '2', count: 1, percent: 20 },
      { id: '3', count: 1, percent: 20 },
      { id: '4', count: 0, percent: 0 },
      { id: '5', count: 1, percent: 20 },
    ],
  });
});

test('of 7 replies each is 14 %, and the mean of 1, 2, 2 is 1.7, not 1.67', () => {
  const seven = shownTable(answered('1112345'), [0], 'as-asked', 100);
  expect(seven.answers.map(({ percent }) => percent)).toEqual([43, 14, 14, 14, 14]);
  expect(shownTable(answered('122'), [0], 'as-asked', 100).mean).toBe(1.7);
});

test('taken together, five answers are three, without a mean that would tell them apart again', () => {
  expect(shownTable(answered('1123455'), [0], 'in-three', 100)).toMatchObject({
    mean: null,
    net: 0,
    answers: [
      { id: 'negative', count: 3, percent: 43 },
      { id: 'neutral', count: 1, percent: 14 },
      { id: 'positive', count: 3, percent: 43 },
    ],
  });
});

test('too much alike: all in one answer, or fewer than twenty with nobody on one side', () => {
  expect(isUniform(answered('5'.repeat(40)), [0])).toBe(true);
  expect(isUniform(answered('3'.repeat(8) + '4'.repeat(11)), [0])).toBe(true);
  expect(isUniform(answered('3'.repeat(8) + '4'.repeat(12)), [0])).toBe(false);
  expect(isUniform(answered('2345'), [0])).toBe(false);
  expect(isUniform(answered(''), [0])).toBe(false);
});

test('what most said is the one answer with nine tenths, or the sides where there is anybody', () => {
  expect(mostAnswers(answered('5'.repeat(18) + '44'), [0])).toEqual(['5']);
  expect(mostAnswers(answered('3'.repeat(6) + '4'.repeat(6)), [0])).toEqual(['neutral', 'positive']);
});
