import { standardInstrument, pulseOf, type Cell } from '@plumbline/domain/surveys';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import r from '../../fixtures/statistics-r.json' with { type: 'json' };
import { aBrief, aForm, choice, aBallot } from './_forms.ts';
import { changeOf, firstComparable, shareChange, sideOf, type RoundCounts } from './change.ts';
import { columnsOf } from './columns.ts';
import { crosstab, pairCounts } from './crosstab.ts';
import { comparable, countsInOrder, joinCells, joinQuestions, type ComparableQuestion } from './lineage.ts';
import { questionsOf } from './questions.ts';
import { bordaOf } from './rankings.ts';
import { recallGap } from './recall-gap.ts';
import { responseRates } from './response-rates.ts';
import { seriesOf } from './series.ts';
import { findTable, tabulate } from './tabulate.ts';
import { weightedShares } from './weighting.ts';

const AGREEMENT: ComparableQuestion = {
  key: 'a',
  item: 'a',
  lineage: 'bank-a',
  kind: 'one',
  isReversed: false,
  answers: [1, 2, 3, 4, 5].map((score) => ({ id: String(score), text: String(score), score })),
};

const round = (counts: number[], population: number | null = 500): RoundCounts => ({
  base: counts.reduce((sum, count) => sum + count, 0),
  population,
  counts,
});

describe('changeOf', () => {
  it('leads with the interval of the favourable share: 40 of 70 before, 48 of 80 after', () => {
    // statsmodels confint_proportions_2indep(48, 80, 40, 70, method='newcomb'); scipy chi2_contingency without correction.
    const change = changeOf(AGREEMENT, round([5, 10, 15, 30, 10]), round([2, 10, 20, 30, 18]));
    expect(change).toMatchObject({ kind: 'change' });
    if (change.kind !== 'change') return;
    expect(change.favourable?.difference).toBeCloseTo(48 / 80 - 40 / 70, 9);
    expect(change.favourable?.low).toBeCloseTo(-0.126_118_032_730, 9);
    expect(change.favourable?.high).toBeCloseTo(0.182_466_721_033, 9);
    expect(change.favourable?.p).toBeCloseTo(0.722_953_085_558, 9);
    expect(change.ranks?.method).toBe('normal');
    expect(change.answers).toHaveLength(5);
    // R: fisher.test(rbind(c(5, 10, 15, 30, 10), c(2, 10, 20, 30, 18))), since an expected count is under five
    expect(change.table).toMatchObject({ method: 'exact' });
    expect(change.table?.p).toBeCloseTo(0.474_192_921_759_265, 9);
  });

  it('turns a reversed question round for what is favourable', () => {
    const reversed = { ...AGREEMENT, isReversed: true };
    const change = changeOf(reversed, round([20, 10, 0, 0, 0]), round([0, 0, 0, 10, 20]));
    expect(change).toMatchObject({ kind: 'change', favourable: { before: 1, after: 0, difference: -1 } });
    expect([1, 3, 5].map((score) => sideOf(score, true))).toEqual(['positive', 'neutral', 'negative']);
    expect(sideOf(null, false)).toBeNull();
  });

  it('needs ten replies and ten people in both rounds; else the parent', () => {
    const ten = round([2, 2, 2, 2, 2]);
    expect(changeOf(AGREEMENT, round([9, 0, 0, 0, 0]), ten)).toEqual({ kind: 'too-few' });
    expect(changeOf(AGREEMENT, ten, round([9, 0, 0, 0, 0]))).toEqual({ kind: 'too-few' });
    expect(changeOf(AGREEMENT, { ...ten, population: 9 }, ten)).toEqual({ kind: 'too-few' });
    expect(changeOf(AGREEMENT, { ...ten, population: null }, ten)).toMatchObject({ kind: 'change' });
    const levels = [
      { name: 'team', before: round([4]), after: round([40]) },
      { name: 'service', before: round([40]), after: round([40]) },
    ];
    expect(firstComparable(levels)?.name).toBe('service');
    expect(firstComparable(levels.slice(0, 1))).toBeNull();
  });

  it('compares several answers one by one and as no scale, and uses the exact test where counts are small', () => {
    const several: ComparableQuestion = {
      ...AGREEMENT,
      kind: 'several',
      answers: ['x', 'y'].map((id) => ({ id, text: id, score: null })),
    };
    const change = changeOf(
      several,
      { base: 12, population: null, counts: [1, 12] },
      { base: 14, population: null, counts: [9, 14] },
    );
    expect(change).toMatchObject({ favourable: null, ranks: null, table: null });
    if (change.kind !== 'change') return;
    // scipy: fisher_exact([[1, 11], [9, 5]])
    expect(change.answers[0]?.p).toBeCloseTo(0.005_303_540_18, 9);
    expect(change.answers[1]).toMatchObject({ difference: 0, p: 1 });
    expect(change.answers[0]?.scanned).toBeCloseTo(2 * (change.answers[0]?.p ?? NaN), 9);
  });

  it('stops at a round without replies', () => {
    expect(() => shareChange({ x: 0, n: 0 }, { x: 1, n: 2 })).toThrow(RangeError);
  });
});

describe('seriesOf', () => {
  const round = (
    day: number,
    x: number,
    n: number,
    population: number | null = null,
  ): Parameters<typeof seriesOf>[0][number] => ({ day, x, n, population });

  it('has a point with its interval for each round and tests whether the shares rise, by days', () => {
    // R: prop.trend.test(c(0, 4, 9), c(20, 22, 25), c(0, 6, 18)): the rounds of the committed fixtures.
    const fixture = r.trend.find(({ scores }) => scores[1] === 6);
    const { points, trend } = seriesOf([round(0, 0, 20), round(6, 4, 22), round(18, 9, 25)]);
    expect(trend?.p).toBeCloseTo(fixture?.p ?? NaN, 9);
    expect(trend?.direction).toBe('up');
    expect(points.map((point) => point?.share)).toEqual([0, 4 / 22, 0.36]);
    expect(points[2]?.interval?.low).toBeLessThan(0.36);
  });

  it('leaves a gap where there were too few, and has no trend under three rounds', () => {
    const { points, trend } = seriesOf([round(0, 5, 20), round(90, 3, 9), null, round(180, 9, 20, 9), round(270, 12, 20, 20)]);
    expect(points.map((point) => point === null)).toEqual([false, true, true, true, false]);
    expect(points[4]?.interval).toBeNull();
    expect(trend).toBeNull();
    expect(seriesOf([round(0, 5, 20), round(1, 5, 20), round(2, 5, 20)]).trend).toMatchObject({ direction: 'level', p: 1 });
    expect(seriesOf([round(0, 0, 20), round(1, 0, 20), round(2, 0, 20)]).trend).toBeNull();
  });
});

describe('joinQuestions', () => {
  const full = questionsOf(standardInstrument).map(comparable);

  it('pairs every question of a pulse with the full form it was taken from', () => {
    const pulse = questionsOf(pulseOf(standardInstrument)).map(comparable);
    const joined = joinQuestions(full, pulse);
    expect(joined.pairs).toHaveLength(pulse.length);
    expect(joined.apart.every(({ round: side, why }) => side === 'before' && why === 'not-asked')).toBe(true);
    expect(joined.pairs.length + joined.apart.length).toBe(full.length);
  });

  it('follows the lineage when an item gets another id, and part and row stay', () => {
    const renamed = full.map((question) => ({ ...question, item: 'new', key: `new${question.key.slice(question.item.length)}` }));
    expect(joinQuestions(full, renamed).pairs).toHaveLength(full.length);
  });

  it('does not compare what was asked otherwise: other answers, scores or direction', () => {
    const other: Partial<ComparableQuestion>[] = [
      { isReversed: true },
      { kind: 'number' },
      { answers: AGREEMENT.answers.slice(1) },
      { answers: AGREEMENT.answers.map((answer) => ({ ...answer, score: 1 })) },
    ];
    for (const change of other)
      expect(joinQuestions([AGREEMENT], [{ ...AGREEMENT, ...change }])).toEqual({
        pairs: [],
        apart: [{ key: 'a', round: 'after', why: 'asked-otherwise' }],
      });
    expect(joinQuestions([AGREEMENT], [{ ...AGREEMENT, lineage: 'other' }]).apart.map(({ why }) => why)).toEqual([
      'not-asked',
      'not-asked',
    ]);
  });
});

describe('countsInOrder', () => {
  it('follows the question when the other round offered its answers in another order', () => {
    const turned = { ...AGREEMENT, answers: AGREEMENT.answers.toReversed() };
    expect(joinQuestions([AGREEMENT], [turned]).pairs).toHaveLength(1);
    expect(
      countsInOrder(
        AGREEMENT,
        turned.answers.map(({ id }, i) => ({ id, count: i })),
      ),
    ).toEqual([4, 3, 2, 1, 0]);
    expect(countsInOrder(AGREEMENT, [{ id: '3', count: 7 }])).toEqual([0, 0, 7, 0, 0]);
  });
});

describe('joinCells', () => {
  const cell = (id: string, services: string[], roleFamilies: Cell['roleFamilies']): Cell => ({
    id,
    label: id,
    services,
    roleFamilies,
    headCount: 20,
  });

  it('goes by what a cell holds, not by its id', () => {
    const joined = joinCells(
      [cell('c1', ['fostering', 'adoption'], ['manager']), cell('c2', ['duty'], ['manager'])],
      [
        cell('c1', ['duty'], ['manager']),
        cell('c2', ['adoption', 'fostering'], ['manager']),
        cell('c3', ['duty'], ['social-worker']),
      ],
    );
    expect(joined.map(({ before, after }) => [before.id, after.id])).toEqual([
      ['c2', 'c1'],
      ['c1', 'c2'],
    ]);
  });
});

describe('responseRates', () => {
  const group = (id: string, replies: number, headCount: number): Parameters<typeof responseRates>[0][number] => ({
    id,
    label: id,
    headCount,
    replies,
  });

  it('gives whole per cents, caps them at 95 and gives none for fewer than ten people', () => {
    const { groups, whole } = responseRates([group('a', 19, 20), group('b', 40, 40), group('c', 9, 9), group('d', 1, 3)]);
    expect(groups.map(({ percent, isCapped }) => [percent, isCapped])).toEqual([
      [95, true],
      [95, true],
      [null, false],
      [null, false],
    ]);
    expect(whole).toEqual({ headCount: 72, replies: 69, percent: 95, isCapped: true });
  });

  it('says which groups it did not hear from, and tests whether the rates differ', () => {
    const { groups, test } = responseRates([group('a', 60, 100), group('b', 62, 100), group('c', 20, 80)]);
    expect(groups.map(({ isMissing }) => isMissing)).toEqual([false, false, true]);
    // R: chisq.test(matrix(c(60, 62, 20, 40, 38, 60), 3), correct = FALSE)
    expect(test).toMatchObject({ method: 'chi-square' });
    expect(test?.p).toBeCloseTo(3.538_261_685e-7, 12);
    expect(groups[2]?.residual).toBeCloseTo(-5.443_243_872_72, 9);
  });

  it('uses the exact test where counts are small, and says nothing where there is nothing to compare', () => {
    expect(responseRates([group('a', 1, 10), group('b', 9, 12)]).test).toMatchObject({ method: 'exact' });
    expect(responseRates([group('a', 5, 30)]).test).toBeNull();
    expect(responseRates([group('a', 30, 30), group('b', 12, 12)]).test).toBeNull();
    expect(() => responseRates([group('a', 31, 30)])).toThrow(RangeError);
  });
});

describe('bordaOf', () => {
  it('scores places and shows first choices beside, which may differ', () => {
    // Six people, up to three places: x first three times and never again; y first twice and second four times.
    const places = [
      [3, 2, 1],
      [0, 4, 1],
      [0, 0, 2],
    ];
    const ranked = bordaOf(['x', 'y', 'z'], places, 6);
    expect(ranked.map(({ id, points, firstChoices }) => [id, points, firstChoices])).toEqual([
      ['y', 14, 2],
      ['x', 9, 3],
      ['z', 7, 1],
    ]);
    expect(ranked[1]).toMatchObject({ pointShare: 0.5, firstShare: { estimate: 0.5 } });
    expect(bordaOf(['x'], [[0]], 0)).toEqual([{ id: 'x', points: 0, pointShare: 0, firstChoices: 0, firstShare: null }]);
    expect(bordaOf(['x'], [[6]], 6, 6)[0]?.firstShare).toMatchObject({ interval: null, without: 'census' });
  });
});

describe('recallGap', () => {
  it('is what was reported less what is recorded, with the interval of what was reported', () => {
    // R: qt(0.975, 39) * sqrt(1.44 / 40 * (1 - 40 / 60)); scipy 1.10 is off in the ninth figure of this quantile
    const gap = recallGap({ n: 40, mean: 3.1, variance: 1.44 }, { people: 60, recordedSessions: 150 });
    expect(gap?.recorded).toBe(2.5);
    expect(gap?.gap).toBeCloseTo(0.6, 9);
    expect(gap?.interval?.low).toBeCloseTo(0.6 - 2.022_690_920_036_76 * Math.sqrt(0.012), 9);
  });

  it('is refused under ten replies or ten people, and has no interval where everybody replied', () => {
    expect(recallGap({ n: 9, mean: 3, variance: 1 }, { people: 60, recordedSessions: 1 })).toBeNull();
    expect(recallGap({ n: 9, mean: 3, variance: 1 }, { people: 9, recordedSessions: 1 })).toBeNull();
    expect(recallGap({ n: 12, mean: 3, variance: 1 }, { people: 12, recordedSessions: 24 })).toMatchObject({
      gap: 1,
      interval: null,
    });
  });
});

describe('crosstab', () => {
  it('counts pairs, without those who left one out or to whom one does not apply', () => {
    const form = aForm([
      { ...aBrief('one'), kind: 'scale', scale: 'agreement' },
      { ...aBrief('two'), kind: 'scale', scale: 'agreement' },
      { ...aBrief('many'), kind: 'multiple', options: [] },
    ]);
    const ballots = [
      aBallot('c1', 'both', { one: choice('1'), two: choice('5') }),
      aBallot('c1', 'both', { one: choice('1'), two: choice('5') }),
      aBallot('c1', 'both', { one: choice('none'), two: choice('5') }),
      aBallot('c1', 'both', { one: choice('3') }),
    ];
    const [one, two, many] = columnsOf(form, ballots).columns;
    const table = crosstab(one!, two!);
    expect(table?.[0]?.[4]).toBe(2);
    expect(table?.flat().reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(crosstab(one!, many!)).toBeNull();
    expect(() => pairCounts(new Uint8Array(2), new Uint8Array(3))).toThrow(RangeError);
  });

  it('counts every pair once, of an even or odd number of replies', () => {
    const codes = fc.array(fc.tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(codes, (pairs) => {
        const counts = pairCounts(
          Uint8Array.from(pairs, ([row]) => row),
          Uint8Array.from(pairs, ([, column]) => column),
        );
        const expected = new Map<number, number>();
        for (const [row, column] of pairs) expected.set(row * 256 + column, (expected.get(row * 256 + column) ?? 0) + 1);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
        for (const [pair, count] of expected) expect(counts[pair]).toBe(count);
      }),
    );
  });
});

describe('weightedShares', () => {
  const form = aForm([{ ...aBrief('one'), kind: 'scale', scale: 'agreement' }]);
  const ballots = [
    ...Array.from({ length: 30 }, (_, i) => aBallot('c1', 'both', { one: choice(i < 15 ? '5' : '1') })),
    ...Array.from({ length: 10 }, () => aBallot('c2', 'gives', { one: choice('5') })),
  ];

  it('lets each cell count by its people', () => {
    const tabulation = tabulate(form, ballots, ['c1', 'c2']);
    const made = weightedShares(tabulation, findTable(tabulation, 'one')!, [40, 40]);
    // Half of one half and all of the other; unweighted it is 25 of 40. Weights 2/3 and 2: 40 (30 · 4/9 + 10 · 4) / 40².
    expect(made.ok && made.shares[4]).toBeCloseTo(0.75, 9);
    expect(made.ok && made.designEffect).toBeCloseTo((40 * (30 * (4 / 9) + 10 * 4)) / 1600, 9);
    expect(made.ok && made.effective).toBeCloseTo(30, 9);
  });

  it('is refused where an answer would count more than three times, or a cell gave none', () => {
    const tabulation = tabulate(form, ballots, ['c1', 'c2', 'c3']);
    const table = findTable(tabulation, 'one')!;
    expect(weightedShares(tabulation, table, [40, 40, 12])).toEqual({ ok: false, problem: 'cell-without-answers' });
    const two = tabulate(form, ballots, ['c1', 'c2']);
    expect(weightedShares(two, findTable(two, 'one')!, [30, 400])).toEqual({ ok: false, problem: 'weight-too-large' });
  });
});
