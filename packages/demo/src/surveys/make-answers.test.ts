import { checkAnswers, fullForm, type Cell } from '@plumbline/domain/surveys';
import { expect, it } from 'vitest';
import { INVENTED_COMMENTS } from './comments.ts';
import { makeBallots } from './make-answers.ts';

const CELLS: readonly Cell[] = [
  { id: 'c1', label: 'Assessment: social workers', services: ['Assessment'], roleFamilies: ['social-worker'], headCount: 40 },
  { id: 'c2', label: 'Assessment: managers', services: ['Assessment'], roleFamilies: ['manager'], headCount: 12 },
];

it('gives answers that fit the form, never more than there are people, and the same for the same seed', () => {
  const ballots = makeBallots({ seed: 1, instrument: fullForm, cells: CELLS });
  for (const { cell, answers } of ballots) {
    const families = CELLS.find(({ id }) => id === cell)?.roleFamilies ?? [];
    expect(checkAnswers(fullForm, families, answers)).toEqual([]);
  }
  for (const { id, headCount } of CELLS) expect(ballots.filter(({ cell }) => cell === id).length).toBeLessThanOrEqual(headCount);
  expect(makeBallots({ seed: 1, instrument: fullForm, cells: CELLS })).toEqual(ballots);
  expect(makeBallots({ seed: 2, instrument: fullForm, cells: CELLS })).not.toEqual(ballots);
});

it('writes in words only where the form asks for them', () => {
  const items = new Set(fullForm.items.filter(({ kind }) => kind === 'text').map(({ id }) => id));
  expect(INVENTED_COMMENTS.filter(({ item }) => !items.has(item))).toEqual([]);
});
