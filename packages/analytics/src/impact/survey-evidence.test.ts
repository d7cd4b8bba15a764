import { describe, expect, it } from 'vitest';
import type { ReleasedQuestion, ReleasedTable } from '../disclosure/release.ts';
import type { PublishedRound } from '../survey-results/views.ts';
import { surveyFigure } from './survey-evidence.ts';

type Answer = readonly [id: string, score: number | null, count: number];

/** A published round with one question, answered by so many. */
function roundOf(
  answers: readonly Answer[],
  changed: { readonly isReversed?: boolean; readonly population?: number | null } = {},
) {
  const { isReversed = false, population = null } = changed;
  const question = { key: 'q', kind: 'one', isReversed, answers: answers.map(([id, score]) => ({ id, text: id, score })) };
  const n = answers.reduce((sum, [, , count]) => sum + count, 0);
  const table = {
    question: 'q',
    breakdown: 'whole',
    group: 'whole',
    state: 'shown',
    detail: 'as-asked',
    n,
    population,
    answers: answers.map(([id, , count]) => ({ id, count, percent: 0 })),
  };
  return {
    round: { title: 'Spring', closesOn: '2026-05-01' },
    release: { questions: [question as unknown as ReleasedQuestion], tables: [table as unknown as ReleasedTable] },
    words: [{ key: 'q', number: 10, text: 'Asked' }],
  } as unknown as PublishedRound;
}
const itemOf = (...args: Parameters<typeof roundOf>) => surveyFigure(roundOf(...args), [10])?.items[0];

describe('what a question of a survey says of a part', () => {
  it('is the share of four and five', () => {
    const scale: Answer[] = [
      ['1', 1, 4],
      ['2', 2, 6],
      ['3', 3, 10],
      ['4', 4, 15],
      ['5', 5, 5],
    ];
    expect(itemOf(scale)).toMatchObject({ favourable: 0.5, n: 40, already: 0 });
    expect(itemOf(scale, { isReversed: true })).toMatchObject({ favourable: 0.25, n: 40 });
  });

  it('counts “we already worked this way” by itself, neither for nor against, and leaves out who was not there', () => {
    const found = itemOf([
      ['no-different', 3, 10],
      ['already', 3, 20],
      ['much-better', 5, 30],
      ['not-here', null, 40],
    ]);
    expect(found).toMatchObject({ favourable: 0.75, n: 40, already: 20 });
  });

  it('does not count who is not sure of having a named supervisor as having one', () => {
    const found = itemOf([
      ['no', 1, 5],
      ['unsure', null, 5],
      ['yes', 5, 30],
    ]);
    expect(found).toMatchObject({ favourable: 0.75, n: 40 });
  });

  it('has no range where everybody whom it concerned has answered', () => {
    const whole: Answer[] = [
      ['no', 1, 10],
      ['yes', 5, 10],
      ['not-here', null, 5],
    ];
    expect(itemOf(whole, { population: 25 })?.interval).toBeNull();
    expect(itemOf(whole, { population: 60 })?.interval).not.toBeNull();
  });

  it('is nothing where nobody’s answer counts', () => {
    expect(itemOf([['not-here', null, 12]])).toBeUndefined();
    expect(
      itemOf([
        ['already', 3, 12],
        ['much-better', 5, 0],
      ]),
    ).toBeUndefined();
  });
});
