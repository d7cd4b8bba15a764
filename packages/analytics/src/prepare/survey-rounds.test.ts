import { describe, expect, it } from 'vitest';
import { NOT_SHOWN, type ReleasedQuestion, type ReleasedTable } from '../disclosure/release.ts';
import { prepareRanking } from './survey-ranking.ts';
import { prepareSeries, type SeriesInput } from './survey-series.ts';
import { recallGapInWords } from './wording/survey-figures.ts';

const WHERE = { question: 'q', breakdown: 'whole', group: 'whole' };
const HIDDEN: ReleasedTable = { ...WHERE, state: 'not-shown', reason: NOT_SHOWN };

function aQuestion(ids: readonly string[], isScored: boolean): ReleasedQuestion {
  const answers = ids.map((id, i) => ({ id, text: `Answer ${id}`, score: isScored ? i + 1 : null }));
  return { key: 'q', item: 'q', lineage: 'bank-q', kind: 'one', isAboutSupervisor: false, isReversed: false, answers };
}

function shown(counts: Readonly<Record<string, number>>, population: number | null = null): ReleasedTable {
  const n = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const answers = Object.entries(counts).map(([id, count]) => ({ id, count, percent: Math.round((100 * count) / n) }));
  return { ...WHERE, state: 'shown', detail: 'as-asked', n, population, answers, mean: null, net: null };
}

describe('prepareRanking', () => {
  const question = aQuestion(['x', 'y', 'z'], false);

  it('shows points and first choices side by side, which may differ', () => {
    const model = prepareRanking('In the way', question, [
      shown({ x: 9, y: 6, z: 3 }),
      shown({ x: 0, y: 12, z: 3 }),
      shown({ x: 0, y: 0, z: 6 }),
    ]);
    // By hand: x 27, y 18 + 24 = 42, z 9 + 6 + 6 = 21, of 18 × 3 = 54.
    expect(model.rows.map(({ id, points, pointWords, firstWords }) => [id, points, pointWords, firstWords])).toEqual([
      ['y', 42, '78%', '33%'],
      ['x', 27, '50%', '50%'],
      ['z', 21, '39%', '17%'],
    ]);
    expect(model.sentence).toBe(
      'In the way: “Answer y” has most points (78% of the most there could be); “Answer x” is most often put first (50% of 18 replies).',
    );
    expect(model.table.rows[0]?.cells.slice(0, 3)).toEqual(['78%', '6', '33%']);
  });

  it('says it in one where both agree, and shows nothing with a place missing', () => {
    const one = prepareRanking('In the way', question, [shown({ x: 15, y: 5, z: 0 })]);
    expect(one.sentence).toBe(
      'In the way: “Answer x” has most points (75% of the most there could be) and is most often put first (75% of 20 replies).',
    );
    const hidden = prepareRanking('In the way', question, [shown({ x: 15, y: 5, z: 0 }), HIDDEN]);
    expect(hidden).toMatchObject({ n: null, rows: [], note: 'Too few replies to protect people.' });
  });
});

describe('prepareSeries', () => {
  const question = aQuestion(['1', '2', '3', '4', '5'], true);
  const round = (name: string, closedOn: string, good: number, n: number): SeriesInput => ({
    key: name,
    name,
    closedOn,
    question,
    table: shown({ '1': n - good, '2': 0, '3': 0, '4': good, '5': 0 }),
  });

  it('sets rounds and events on one time axis and says whether there is a steady move', () => {
    const model = prepareSeries(
      'More time',
      [round('January', '2026-01-01', 0, 20), round('July', '2026-01-07', 4, 22), round('November', '2026-01-19', 9, 25)],
      [
        { on: '2026-01-10', label: 'a new version of the policy', kind: 'policy' },
        { on: '2026-01-15', label: 'training', kind: 'event' },
        { on: '2027-01-15', label: 'later', kind: 'event' },
      ],
    );
    expect(model.points.map(({ at }) => at)).toEqual([0, 1 / 3, 1]);
    expect(model.marks.map(({ at, shape, label }) => [at, shape, label])).toEqual([
      [0.5, 'line', 'a new version of the policy, 10 January 2026'],
      [14 / 18, 'diamond', 'training, 15 January 2026'],
    ]);
    // R: prop.trend.test(c(0, 4, 9), c(20, 22, 25), c(0, 6, 18))$p.value is 0.003
    expect(model.sentence).toBe(
      'More time: 0% good answers in January, 36% in November: a steady move up over 3 rounds (p 0.003), while a new version of the policy and training also happened.',
    );
  });

  it('breaks where a round shows nothing or asked otherwise, and says which', () => {
    const model = prepareSeries('More time', [
      round('January', '2026-01-01', 10, 20),
      { ...round('July', '2026-07-01', 1, 20), table: HIDDEN },
      { key: 'n', name: 'November', closedOn: '2026-11-01', question: null, table: null },
    ]);
    expect(model.points.map(({ share, note }) => [share, note])).toEqual([
      [0.5, null],
      [null, 'Too few replies to protect people.'],
      [null, 'Not asked in this round, or asked otherwise.'],
    ]);
    expect(model.sentence).toBe('More time: 50% good answers in January; there is nothing to compare it with yet.');
    expect(prepareSeries('More time', []).sentence).toBe(`More time: ${NOT_SHOWN}.`);
  });
});

describe('recallGapInWords', () => {
  it('says both figures and how far they lie apart', () => {
    expect(recallGapInWords({ reported: 3.1, recorded: 2.5, gap: 0.6, interval: { low: 0.38, high: 0.82 } })).toBe(
      'Staff report 3.1 sessions each; 2.5 are recorded: 0.6 more reported, interval of the difference 0.4 to 0.8.',
    );
    expect(recallGapInWords({ reported: 2, recorded: 2.5, gap: -0.5, interval: null })).toContain('0.5 fewer reported.');
    expect(recallGapInWords({ reported: 2, recorded: 2.01, gap: -0.01, interval: null })).toContain('the same reported');
  });
});
