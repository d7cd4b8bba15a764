import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NOT_SHOWN,
  type IndexScore,
  type ReleasedQuestion,
  type ReleasedTable,
  type ReportPlan,
  type ResponseRate,
} from '../disclosure/release.ts';
import { prepareAnswers } from './survey-answers.ts';
import { prepareBars, type BarInput } from './survey-bars.ts';
import { prepareChanges, type ChangeInput } from './survey-changes.ts';
import { prepareIndexBars } from './survey-indices.ts';
import { prepareRates } from './survey-rates.ts';
import { isClear, meanwhileInWords, movementInWords, numberInWords, rangeInWords } from './wording/survey-figures.ts';

const POINTS = ['Strongly disagree', 'Disagree', 'Neither', 'Agree', 'Strongly agree'];

function aQuestion(overrides: Partial<ReleasedQuestion> = {}): ReleasedQuestion {
  return {
    key: '3e@receives',
    item: '3e',
    lineage: 'bank-3e',
    kind: 'one',
    isAboutSupervisor: true,
    isReversed: false,
    answers: POINTS.map((text, i) => ({ id: String(i + 1), text, score: i + 1 })),
    ...overrides,
  };
}

const WHERE = { question: '3e@receives', breakdown: 'service', group: 'service:duty' };

function shown(counts: readonly number[], population: number | null = null, ids = ['1', '2', '3', '4', '5']): ReleasedTable {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const answers = counts.map((count, i) => ({ id: ids[i] ?? '', count, percent: n === 0 ? 0 : Math.round((100 * count) / n) }));
  return {
    ...WHERE,
    state: 'shown',
    detail: ids.length === 3 ? 'in-three' : 'as-asked',
    n,
    population,
    answers,
    mean: null,
    net: null,
  };
}

const SIDES = ['negative', 'neutral', 'positive'];
const HIDDEN: ReleasedTable = { ...WHERE, state: 'not-shown', reason: NOT_SHOWN };
const MOST: ReleasedTable = { ...WHERE, state: 'most', answers: ['4', '5'], atLeastPercent: 90 };

const row = (label: string, table: ReleasedTable, question = aQuestion()): BarInput => ({ key: label, label, question, table });

describe('prepareBars', () => {
  it('puts the left edge at -(negative + neutral / 2), so that 0 lies in the middle of neither', () => {
    const [bar] = prepareBars('More time', [row('Duty', shown([10, 20, 30, 25, 15]))]).rows;
    expect(bar?.segments.map(({ from }) => Number(from.toFixed(9)))).toEqual([-0.45, -0.35, -0.15, 0.15, 0.4]);
    expect(bar?.segments.at(-1)?.to).toBeCloseTo(0.55, 9);
    expect(bar?.segments.map(({ side }) => side)).toEqual(['negative', 'negative', 'neutral', 'positive', 'positive']);
    expect(bar?.favourable?.share).toBeCloseTo(0.4, 9);
    // R: prop.test(40, 100, correct = FALSE)
    expect(bar?.favourable?.interval?.low).toBeCloseTo(0.309_401_27, 7);
    expect(bar?.favourable?.interval?.high).toBeCloseTo(0.497_997_42, 7);
    expect(bar?.sentence).toBe('Duty: 40% gave a good answer, interval 31% to 50%, of 100 replies.');
  });

  it('switches to full bars from 0 to 100%', () => {
    const model = prepareBars('More time', [row('Duty', shown([10, 20, 30, 25, 15]))], 'whole');
    expect(model.rows[0]?.segments.map(({ from }) => Number(from.toFixed(9)))).toEqual([0, 0.1, 0.3, 0.6, 0.85]);
    expect(model.axis.ticks.map(({ label }) => label)).toEqual(['0%', '25%', '50%', '75%', '100%']);
  });

  it('turns a question round that was asked the other way, and says so', () => {
    const turned = prepareBars('Same way', [row('Duty', shown([10, 20, 30, 25, 15]), aQuestion({ isReversed: true }))]).rows[0];
    expect(turned?.segments.map(({ text }) => text)).toEqual(POINTS.toReversed());
    expect(turned?.favourable?.share).toBeCloseTo(0.3, 9);
    expect(turned?.note).toContain('other way round');
  });

  it('takes answers together as they were published, turned round too', () => {
    const three = prepareBars('More time', [row('Duty', shown([30, 30, 40], null, SIDES))]);
    expect(three.legend.map(({ text }) => text)).toEqual(['Strongly disagree or Disagree', 'Neither', 'Agree or Strongly agree']);
    expect(three.rows[0]?.favourable?.share).toBeCloseTo(0.4, 9);
    const turned = prepareBars('Same way', [row('Duty', shown([30, 30, 40], null, SIDES), aQuestion({ isReversed: true }))])
      .rows[0];
    expect(turned?.favourable?.share).toBeCloseTo(0.3, 9);
  });

  it('shows no 0 and no empty place where nothing may be shown, and only words where nearly all agree', () => {
    const model = prepareBars('More time', [
      row('Duty', HIDDEN),
      row('Fostering', MOST),
      row('Adoption', shown([0, 0, 0, 8, 2], 10)),
    ]);
    expect(model.rows.map(({ note }) => note)).toEqual([
      'Too few replies to protect people.',
      'At least 90% answered “Agree” and “Strongly agree”.',
      null,
    ]);
    expect(model.table.rows[0]).toEqual({ key: 'Duty', header: 'Duty', cells: [], note: 'Too few replies to protect people.' });
    expect(model.table.rows[2]?.cells).toEqual([
      '10',
      '0%',
      '0%',
      '0%',
      '80%',
      '20%',
      '100%',
      'everybody answered',
      '100',
      'everybody answered',
    ]);
    expect(model.sentence).toBe('More time: 100% good answers, Adoption; 2 of 3 cannot be shown in numbers.');
  });

  it('says in how many people of a small group that may be, and the net score with its interval', () => {
    const [bar] = prepareBars('More time', [row('Duty', shown([1, 1, 2, 3, 1], 20))]).rows;
    expect(bar?.favourable).toMatchObject({ share: 0.5, staff: { of: 20 } });
    // All numbers K for which both hypergeometric tails of 4 in 8 out of 20 exceed 2.5%: R, phyper.
    expect(bar?.favourable?.staff).toEqual({ fewest: 5, most: 15, of: 20 });
    expect(bar?.net?.estimate).toBeCloseTo(25, 9);
    // By hand: 10 000 (6/8 - 1/16) / 8 × 12/19.
    expect(bar?.net?.variance).toBeCloseTo((10_000 * (0.75 - 0.0625) * 12) / 8 / 19, 9);
    const { table } = prepareBars('More time', [row('Duty', shown([1, 1, 2, 3, 1], 20))]);
    expect(table.rows[0]?.cells[7]).toContain('5 to 15 of 20 people');
  });

  it('puts rows side by side of which one was taken together, and keeps answers of three apart', () => {
    const { table } = prepareBars('More time', [
      row('Together', shown([30, 30, 40], null, SIDES)),
      row('Apart', shown([10, 20, 30, 25, 15])),
      row('Turned', shown([10, 20, 30, 25, 15]), aQuestion({ isReversed: true })),
    ]);
    expect(table.columns.slice(2, 5)).toEqual(['Strongly disagree or Disagree', 'Neither', 'Agree or Strongly agree']);
    expect(table.rows.map(({ cells }) => cells.slice(1, 5))).toEqual([
      ['30%', '30%', '40%', '40%'],
      ['30%', '30%', '40%', '40%'],
      ['30%', '30%', '40%', '30%'],
    ]);
    const sure = aQuestion({ answers: ['no', 'perhaps', 'yes'].map((id, i) => ({ id, text: id, score: 1 + 2 * i })) });
    const three = {
      ...shown([10, 20, 30, 0, 0]),
      answers: [10, 20, 30].map((count, i) => ({ id: ['no', 'perhaps', 'yes'][i] ?? '', count, percent: 0 })),
    };
    expect(prepareBars('Sure', [row('Duty', three as ReleasedTable, sure)]).table.rows[0]?.cells.slice(0, 5)).toEqual([
      '60',
      '17%',
      '33%',
      '50%',
      '50%',
    ]);
  });

  it('draws an axis that is the same to both sides and holds every bar', () => {
    const counts = fc.array(fc.nat(40), { minLength: 5, maxLength: 5 }).filter((list) => list.some((count) => count > 0));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (list) => {
        const { rows, axis } = prepareBars(
          'x',
          list.map((one, i) => row(String(i), shown(one))),
        );
        expect(axis.from).toBe(-axis.to);
        for (const { segments } of rows) {
          expect(segments[0]?.from).toBeGreaterThanOrEqual(axis.from - 1e-9);
          expect(segments.at(-1)?.to).toBeLessThanOrEqual(axis.to + 1e-9);
          expect((segments.at(-1)?.to ?? 0) - (segments[0]?.from ?? 0)).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('stops at answers that stand on no scale', () => {
    expect(() => prepareBars('x', [row('Duty', shown([1, 2]), aQuestion({ kind: 'several' }))])).toThrow(RangeError);
  });
});

describe('prepareAnswers', () => {
  const ways = aQuestion({ kind: 'several', answers: ['a', 'b'].map((id) => ({ id, text: `Way ${id}`, score: null })) });

  it('lists several answers with the most frequent first and says that they add up to more', () => {
    const table = { ...shown([12, 30], null, ['a', 'b']), n: 40 } as ReleasedTable;
    const model = prepareAnswers('Ways', ways, table);
    expect(model.bars.map(({ text, label }) => [text, label])).toEqual([
      ['Way b', '75%'],
      ['Way a', '30%'],
    ]);
    expect(model.note).toContain('more than 100');
    expect(model.sentence).toBe('Ways: most often “Way b”, 75% of 40 replies.');
    expect(model.table.rows).toHaveLength(2);
  });

  it('keeps the order of numbers, with their mean, and shows nothing that may not be shown', () => {
    const minutes = aQuestion({ kind: 'number', answers: ['0-29', '30-'].map((id) => ({ id, text: id, score: null })) });
    const table = { ...shown([5, 35], null, ['0-29', '30-']), mean: 48.5 } as ReleasedTable;
    const model = prepareAnswers('Minutes', minutes, table);
    expect(model.bars.map(({ answer }) => answer)).toEqual(['0-29', '30-']);
    expect(model.sentence).toContain('on average 48.5');
    expect(prepareAnswers('Ways', ways, HIDDEN)).toMatchObject({ bars: [], n: null, note: 'Too few replies to protect people.' });
    expect(prepareAnswers('Ways', ways, { ...MOST, answers: ['a'] }).note).toBe('At least 90% answered “Way a”.');
  });
});

describe('prepareIndexBars', () => {
  const score = (overrides: Partial<IndexScore>): IndexScore => ({
    breakdown: 'whole',
    group: 'whole',
    index: 'access',
    part: 'receives',
    state: 'shown',
    n: 100,
    population: 200,
    score: 62.4,
    standardDeviation: 20,
    ...overrides,
  });

  it('has an interval where the spread was published, cut at 0 and 100', () => {
    const model = prepareIndexBars('Getting supervision', [
      { label: 'All', score: score({}) },
      { label: 'Duty', score: score({ score: 48, standardDeviation: null }) },
      { label: 'Adoption', score: score({ state: 'not-shown', score: null, n: null }) },
    ]);
    // R: qt(.975, 99) * 20 / 10 * sqrt(1 / 2)
    expect(model.bars[0]?.interval?.low).toBeCloseTo(62.4 - 2.806_106_5, 6);
    expect(model.bars[1]?.interval).toBeNull();
    expect(model.table.rows.map(({ cells }) => cells)).toEqual([
      ['100', '62.4', '59.6 to 65.2'],
      ['100', '48.0', 'not given'],
      [],
    ]);
    expect(model.sentence).toBe('Getting supervision: from 62.4 of 100 (All) to 48.0 (Duty).');
  });

  it('tells the parts of one index apart', () => {
    const both = (['receives', 'gives'] as const).map((part) => ({ label: part, score: score({ part }) }));
    const { bars, table } = prepareIndexBars('Getting supervision', both);
    expect([new Set(bars.map(({ key }) => key)).size, new Set(table.rows.map(({ key }) => key)).size]).toEqual([2, 2]);
  });
});

const ROUNDS = { before: { name: 'June 2026', policyVersion: '1.2' }, after: { name: 'November 2026', policyVersion: '1.3' } };

function pair(label: string, before: ReleasedTable, after: ReleasedTable, question = aQuestion()): ChangeInput {
  return { key: label, label, before: { question, table: before }, after: { question, table: after } };
}

/** Share of pairs in which the later one is higher, by going through all pairs of points. */
function superiorityByPairs(before: readonly number[], after: readonly number[]): number {
  let higher = 0;
  let pairs = 0;
  before.forEach((b, i) =>
    after.forEach((a, j) => {
      pairs += a * b;
      higher += a * b * (j > i ? 1 : j === i ? 0.5 : 0);
    }),
  );
  return higher / pairs;
}

describe('prepareChanges', () => {
  it('says how far, how sure and what else happened', () => {
    const model = prepareChanges(
      'Quality',
      ROUNDS,
      [pair('More time', shown([50, 100, 150, 200, 100]), shown([40, 60, 140, 250, 110]))],
      ['training in reflective supervision', 'a new manager'],
    );
    // statsmodels confint_proportions_2indep(360, 600, 300, 600, method='newcomb'): 0.0435 to 0.1556
    expect(model.rows[0]?.sentence).toBe(
      'More time: good answers went up by 10 points, interval 4 to 16, while training in reflective supervision and a new manager also happened.',
    );
    expect(model.rows[0]).toMatchObject({ direction: 'up', mark: '▲' });
    expect(model.compared).toBe('June 2026 (policy version 1.2) and November 2026 (policy version 1.3)');
    expect(model.table.rows[0]?.cells).toEqual(['50%', '60%', '+10', '4 to 16', 'under 0.001']);
    // By hand: pairs in which the later reply is higher, ties half, of 360 000.
    expect(model.rows[0]?.superiority).toBeCloseTo(superiorityByPairs([50, 100, 150, 200, 100], [40, 60, 140, 250, 110]), 9);
    expect(model.axis).toEqual({ from: -20, to: 20 });
  });

  it('says that something may not have moved, and keeps rows that cannot be compared', () => {
    const model = prepareChanges('Quality', ROUNDS, [
      pair('More time', shown([5, 10, 15, 30, 10]), shown([2, 10, 20, 30, 18])),
      pair('Few', shown([1, 2, 2, 2, 2]), shown([5, 5, 5, 5, 5])),
      pair('Hidden', HIDDEN, shown([5, 5, 5, 5, 5])),
      pair('Three', shown([10, 10, 20], null, SIDES), shown([1, 2, 3, 20, 20])),
    ]);
    expect(model.rows.map(({ direction }) => direction)).toEqual(['unsure', null, null, 'up']);
    expect(model.rows[0]?.sentence).toContain('went up by 3 points, interval −13 to 18, so it may not have moved');
    expect(model.table.rows[1]?.note).toContain('Too few replies');
    expect(model.sentence).toBe('Quality: of 2 compared, 1 went up, 0 went down and 1 may not have moved.');
  });

  it('turns a question round that was asked the other way, taken together or not', () => {
    const reversed = aQuestion({ isReversed: true });
    const model = prepareChanges('Quality', ROUNDS, [
      pair('As asked', shown([40, 10, 0, 0, 0]), shown([0, 0, 0, 10, 40]), reversed),
      pair('Together', shown([50, 1, 2], null, SIDES), shown([2, 1, 50], null, SIDES), reversed),
    ]);
    expect(model.rows.map(({ direction }) => direction)).toEqual(['down', 'down']);
    expect(model.rows.map(({ superiority }) => superiority)).toEqual([0, null]);
    expect(model.rows.every(({ scanned, change }) => (scanned ?? 0) >= (change?.p ?? 1))).toBe(true);
  });
});

describe('prepareRates', () => {
  const plan: ReportPlan = {
    format: 1,
    roundId: 'r',
    floors: { scores: 5, managed: 8, crosses: 10 },
    breakdowns: [
      {
        id: 'whole',
        kind: 'whole',
        label: 'Everybody',
        groups: [{ id: 'whole', label: 'Everybody', cells: ['c1'], routes: null }],
      },
      {
        id: 'service',
        kind: 'service',
        label: 'Service',
        groups: ['duty', 'adoption', 'tiny'].map((id) => ({ id, label: `The ${id} team`, cells: ['c1'], routes: null })),
      },
    ],
  };
  const rate = (breakdown: string, group: string, replies: number, headCount: number, percent: number | null): ResponseRate =>
    percent === null
      ? { breakdown, group, state: 'not-shown', headCount: null, replies: null, percent: null, isCapped: false }
      : { breakdown, group, state: 'shown', headCount, replies, percent, isCapped: percent === 95 };

  it('lists the lowest first and names groups that were heard from less', () => {
    const rates = [
      rate('whole', 'whole', 120, 200, 60),
      rate('service', 'adoption', 40, 40, 95),
      rate('service', 'duty', 40, 100, 40),
      rate('service', 'tiny', 0, 0, null),
    ];
    const model = prepareRates(plan, rates, 'service');
    expect(model.title).toBe('Replies by service');
    expect(model.rows.map(({ label, words, isMissing }) => [label, words, isMissing])).toEqual([
      ['The duty team', '40%', true],
      ['The adoption team', '95% or more', false],
      ['The tiny team', '–', false],
    ]);
    expect(model.sentence).toBe('60% replied. Heard less from: The duty team (40%). What is reported says little of them.');
    expect(model.table.rows.map(({ cells }) => cells)).toEqual([['100', '40', '40%'], ['40', '–', '95% or more'], []]);
    expect(prepareRates(plan, rates.slice(0, 2), 'service').sentence).toBe('60% replied. No groups can be compared.');
    const even = [rate('service', 'adoption', 20, 40, 50), rate('service', 'duty', 55, 100, 55)];
    expect(prepareRates(plan, even, 'service').sentence).toBe('The groups differ by no more than chance.');
  });
});

describe('the words', () => {
  it('have signs, units and ranges', () => {
    expect([numberInWords(-3), numberInWords(-0.2), numberInWords(12.34, 1), numberInWords(-0.04, 1)]).toEqual([
      '−3',
      '0',
      '12.3',
      '0.0',
    ]);
    expect(rangeInWords({ low: -4.2, high: 9.6 })).toBe('−4 to 10');
    expect(movementInWords({ difference: 9, low: 4, high: 14 })).toBe('went up by 9 points, interval 4 to 14');
    expect(movementInWords({ difference: -1, low: -8, high: 6 })).toBe(
      'went down by 1 point, interval −8 to 6, so it may not have moved',
    );
    expect(movementInWords({ difference: 0.2, low: -3, high: 3 })).toBe('stayed the same, interval −3 to 3');
    expect(meanwhileInWords([])).toBe('');
    expect(isClear({ low: -3, high: -1 })).toBe(true);
  });

  it('never claim what brought a change about', () => {
    const point = fc.nat(60);
    const counts = fc.tuple(point, point, point, point, point);
    fc.assert(
      fc.property(counts, counts, fc.boolean(), (before, after, isReversed) => {
        const question = aQuestion({ isReversed });
        const words = JSON.stringify([
          prepareChanges('Quality', ROUNDS, [pair('More time', shown(before), shown(after), question)], ['training']),
          prepareBars('More time', [row('Duty', shown(after), question)]),
        ]);
        return !/effect|because|caus|impact|due to|thanks to|led to|result/i.test(words);
      }),
      { numRuns: 60 },
    );
  });
});
