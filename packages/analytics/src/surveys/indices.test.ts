import { standardInstrument, type CountedBallot, type Item } from '@plumbline/domain/surveys';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBallot, aBrief, aForm, choice } from './_forms.ts';
import { columnsOf } from './columns.ts';
import { indexColumnsOf, indexFigures, rescale, type IndexColumn } from './indices.ts';

const scale = (id: string, overrides: Parameters<typeof aBrief>[1]): Item => ({
  ...aBrief(id, overrides),
  kind: 'scale',
  scale: 'agreement',
});

/** One index of three questions that everybody is asked, one turned round. */
const ONE_PART = aForm([
  scale('a', { index: 'recognition' }),
  scale('b', { index: 'recognition' }),
  scale('r', { index: 'recognition', isReversed: true }),
  scale('apart', {}),
]);

function scoresOf(
  form: typeof ONE_PART,
  ballots: readonly CountedBallot[],
): { column: IndexColumn; scores: (number | null)[] }[] {
  return indexColumnsOf(columnsOf(form, ballots, ['c1'])).map((column) => ({
    column,
    scores: Array.from(column.scores, (score) => (Number.isNaN(score) ? null : score)),
  }));
}

const reply = (values: Record<string, string>): CountedBallot =>
  aBallot('c1', 'both', Object.fromEntries(Object.entries(values).map(([key, value]) => [key, choice(value)])));

describe('indexColumnsOf', () => {
  it('rescales 1 to 5 as 0 to 100, turns reversed items round, and takes the mean', () => {
    expect([1, 2, 3, 4, 5].map((point) => rescale(point, false))).toEqual([0, 25, 50, 75, 100]);
    expect(rescale(1, true)).toBe(100);
    const [index] = scoresOf(ONE_PART, [reply({ a: '5', b: '4', r: '1', apart: '1' })]);
    expect(index?.scores[0]).toBeCloseTo((100 + 75 + 100) / 3, 9);
  });

  it('needs two thirds: two of three do, one does not, and what does not apply is no answer', () => {
    const [index] = scoresOf(ONE_PART, [
      reply({ a: '5', b: '1' }),
      reply({ a: '5' }),
      reply({ a: '5', b: 'none', r: 'none' }),
      reply({}),
    ]);
    expect(index?.scores).toEqual([50, null, null, null]);
  });

  it('keeps receiving and giving apart and puts what everybody is asked into both', () => {
    const form = aForm([
      scale('all', { index: 'support' }),
      scale('mine', { index: 'support', blocks: ['receives'] }),
      scale('theirs', { index: 'support', blocks: ['gives'] }),
    ]);
    const found = scoresOf(form, [
      aBallot('c1', 'both', { all: choice('3'), 'mine@receives': choice('5'), 'theirs@gives': choice('1') }),
      aBallot('c1', 'receives', { all: choice('3'), 'mine@receives': choice('3') }),
      aBallot('c1', 'neither', { all: choice('5') }),
    ]);
    expect(found.map(({ column }) => [column.index, column.part, column.questions.length])).toEqual([
      ['support', 'receives', 2],
      ['support', 'gives', 2],
    ]);
    expect(found[0]?.scores).toEqual([75, 50, null]);
    expect(found[1]?.scores).toEqual([25, null, null]);
  });

  it('scores numbers where the item says from where each score begins, and leaves "not sure" out', () => {
    const form = aForm([
      {
        ...aBrief('held', { index: 'access' }),
        kind: 'number',
        least: 0,
        most: 60,
        unit: 'sessions',
        bands: null,
        scoredFrom: [1, 2, 3, 4],
      },
      { ...aBrief('minutes', { index: 'access' }), kind: 'number', least: 0, most: 60, unit: 'minutes', bands: null },
      {
        ...aBrief('named', { index: 'access' }),
        kind: 'single',
        options: [
          { id: 'no', text: 'No', score: 1, isAlone: false },
          { id: 'unsure', text: 'Not sure', score: null, isAlone: false },
          { id: 'yes', text: 'Yes', score: 5, isAlone: false },
        ],
      },
    ]);
    const [index] = scoresOf(form, [
      aBallot('c1', 'both', { held: { kind: 'number', value: 3 }, named: choice('yes') }),
      aBallot('c1', 'both', { held: { kind: 'number', value: 0 }, named: choice('unsure') }),
    ]);
    expect(index?.column.questions.map(({ key }) => key)).toEqual(['held', 'named']);
    expect(index?.scores).toEqual([87.5, null]);
  });

  it('finds the five indices of the standard form, each with a question turned round', () => {
    const found = indexColumnsOf(columnsOf(standardInstrument, [], ['c1']));
    expect(new Set(found.map(({ index }) => index))).toEqual(
      new Set(['access', 'quality', 'support', 'influence', 'recognition']),
    );
    expect(
      found.find(({ index, part }) => index === 'access' && part === 'receives')?.questions.map(({ item }) => item.id),
    ).toEqual(expect.arrayContaining(['3a', '3c', '3e', '4a']));
  });
});

describe('indexFigures', () => {
  const points = ['1', '2', '3', '4', '5'];
  const rowsOf = (count: number): CountedBallot[] =>
    Array.from({ length: count }, (_, i) =>
      reply({ a: points[i % 5] ?? '1', b: points[(i + 1) % 5] ?? '1', r: points[4 - (i % 5)] ?? '1' }),
    );

  it('gives alpha from thirty complete rows and is not reported below', () => {
    const figures = (count: number, further: CountedBallot[] = []): ReturnType<typeof indexFigures> => {
      const columns = columnsOf(ONE_PART, [...rowsOf(count), ...further], ['c1']);
      const [column] = indexColumnsOf(columns);
      return indexFigures(column as IndexColumn, columns, [0, 1, 2, 3], null);
    };
    expect(figures(29, [reply({ a: '5', b: '5' })])).toMatchObject({ n: 30, completeRows: 29, alpha: null, isReported: false });
    expect(figures(30)).toMatchObject({ n: 30, completeRows: 30, isReported: true });
    // Covariances by hand: points 1 to 5 in turn have the variance 2·30/29; a with r turned round are the same, a with b is
    // (0 - 10)/5 + … = 0: sums are 2a + b.
    const variance = (2 * 30) / 29;
    const covariance = ((1 * 2 + 2 * 3 + 3 * 4 + 4 * 5 + 5 * 1) / 5 - 9) * (30 / 29);
    const whole = 5 * variance + 4 * covariance;
    expect(figures(30).alpha).toBeCloseTo((3 / 2) * (1 - (3 * variance) / whole), 9);
  });

  it('is the plain mean of the people in the group', () => {
    const point = fc.constantFrom(...points, 'none');
    fc.assert(
      fc.property(fc.array(fc.record({ a: point, b: point, r: point }), { maxLength: 40 }), (replies) => {
        const columns = columnsOf(ONE_PART, replies.map(reply), ['c1']);
        const [column] = indexColumnsOf(columns);
        const figures = indexFigures(column as IndexColumn, columns, [2], null);
        const own = replies.flatMap(({ a, b, r }) => {
          const scores = [a, b].filter((value) => value !== 'none').map((value) => (Number(value) - 1) * 25);
          if (r !== 'none') scores.push((5 - Number(r)) * 25);
          return scores.length >= 2 ? [scores.reduce((sum, one) => sum + one, 0) / scores.length] : [];
        });
        expect(figures.n).toBe(own.length);
        expect(figures.mean?.estimate ?? -1).toBeCloseTo(
          own.length === 0 ? -1 : own.reduce((sum, one) => sum + one, 0) / own.length,
          9,
        );
      }),
    );
  });
});
