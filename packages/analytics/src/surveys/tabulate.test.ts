import { standardInstrument, type AnswerValue, type CountedBallot, type SupervisionRoute } from '@plumbline/domain/surveys';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aBallot, aForm, choice, choices, number, rows } from './_forms.ts';
import { bandAt, bandInWords, bandsOf, bandScore, type NumberItem } from './number-bands.ts';
import { questionsOf } from './questions.ts';
import { atomsOf, countsOf, findTable, tabulate, type Group } from './tabulate.ts';

const WHOLE: Group = { cells: ['c1', 'c2'], routes: null };

/** What a group said, as a list of answers and counts that are not nothing. */
function saidOf(ballots: readonly CountedBallot[], key: string, group: Group = WHOLE): unknown {
  const tabulation = tabulate(aForm(), ballots, ['c1', 'c2']);
  const table = findTable(tabulation, key);
  if (table === null) return null;
  const { base, notApplicable, counts, median } = countsOf(table, atomsOf(tabulation, group));
  const said = Object.fromEntries(table.question.answers.flatMap(({ id }, i) => (counts[i] === 0 ? [] : [[id, counts[i]]])));
  return { base, notApplicable, said, median };
}

describe('tabulate', () => {
  it('counts points of a scale in each part by itself, and leaves what does not apply out of the base', () => {
    const ballots = [
      aBallot('c1', 'both', { 'point@receives': choice('5'), 'point@gives': choice('1') }),
      aBallot('c1', 'receives', { 'point@receives': choice('none') }),
      aBallot('c2', 'receives', { 'point@receives': choice('5') }),
      aBallot('c2', 'neither', {}),
    ];
    expect(saidOf(ballots, 'point@receives')).toEqual({ base: 2, notApplicable: 1, said: { 5: 2 }, median: null });
    expect(saidOf(ballots, 'point@gives')).toEqual({ base: 1, notApplicable: 0, said: { 1: 1 }, median: null });
    expect(saidOf(ballots, 'point@receives', { cells: ['c1'], routes: ['both'] })).toMatchObject({ base: 1, notApplicable: 0 });
    expect(saidOf(ballots, 'point')).toBeNull();
  });

  it('keeps "not sure" in the base of a choice, and "I was not here then" out of it', () => {
    const ballots = ['worse', 'already', 'unsure', 'not-here'].map((id) => aBallot('c1', 'receives', { since: choice(id) }));
    expect(saidOf(ballots, 'since')).toMatchObject({ base: 3, notApplicable: 1, said: { worse: 1, already: 1, unsure: 1 } });
  });

  it('counts several answers in each that was chosen and the person once in the base', () => {
    const ballots = [
      aBallot('c1', 'gives', { ways: choices('a', 'c') }),
      aBallot('c2', 'gives', { ways: choices('nothing') }),
      aBallot('c2', 'gives', {}),
    ];
    expect(saidOf(ballots, 'ways')).toMatchObject({ base: 2, said: { a: 1, c: 1, nothing: 1 } });
  });

  it('counts a ranking as chosen at all and place by place', () => {
    const ballots = [
      aBallot('c1', 'gives', { order: choices('y', 'x') }),
      aBallot('c2', 'gives', { order: choices('y', 'z', 'w') }),
    ];
    expect(saidOf(ballots, 'order')).toMatchObject({ base: 2, said: { x: 1, y: 2, z: 1, w: 1 } });
    expect(saidOf(ballots, 'order.place-1')).toMatchObject({ base: 2, said: { y: 2 } });
    expect(saidOf(ballots, 'order.place-3')).toMatchObject({ base: 1, said: { w: 1 } });
  });

  it('counts a grid row by row', () => {
    const ballots = [
      aBallot('c1', 'gives', { grid: rows({ x: '4', y: 'none' }) }),
      aBallot('c1', 'gives', { grid: rows({ x: '2' }) }),
    ];
    expect(saidOf(ballots, 'grid.x')).toMatchObject({ base: 2, said: { 2: 1, 4: 1 } });
    expect(saidOf(ballots, 'grid.y')).toMatchObject({ base: 0, notApplicable: 1, said: {} });
  });

  it('counts numbers in bands and has their median, "do not know" left out', () => {
    const of = (...values: (number | 'unknown')[]): CountedBallot[] =>
      values.map((value) => aBallot('c1', 'gives', { minutes: number(value) }));
    expect(saidOf(of(0, 60, 95, 480, 'unknown'), 'minutes')).toEqual({
      base: 4,
      notApplicable: 1,
      said: { '0-29': 1, '60-89': 1, '90-119': 1, '150-': 1 },
      median: 77.5,
    });
    expect(saidOf(of(60, 10, 95), 'minutes')).toMatchObject({ median: 60 });
    expect(saidOf(of('unknown'), 'minutes')).toMatchObject({ base: 0, median: null });
  });

  it('scores what is asked about the policy as right, wrong or unsure', () => {
    const ballots = ['monthly', 'monthly', 'weekly', 'not-sure'].map((id) => aBallot('c1', 'gives', { fact: choice(id) }));
    expect(saidOf(ballots, 'fact')).toMatchObject({ base: 4, said: { right: 2, wrong: 1, unsure: 1 } });
  });

  it('never counts words, and takes no notice of answers that the form does not know', () => {
    const ballots = [
      aBallot('c1', 'gives', {
        words: { kind: 'words', text: 'Fewer children', mayQuote: true },
        'point@gives': choice('7'),
        ways: choices('q'),
      }),
    ];
    expect(saidOf(ballots, 'words')).toBeNull();
    expect(saidOf(ballots, 'point@gives')).toMatchObject({ base: 0 });
    expect(saidOf(ballots, 'ways')).toMatchObject({ base: 0 });
  });

  it('has a row for a cell that nobody replied from and stops at a cell that the round does not have', () => {
    const tabulation = tabulate(aForm(), [aBallot('c2', 'both', {})], ['c1', 'c2']);
    expect([...tabulation.replies]).toEqual([0, 0, 0, 0, 0, 0, 1, 0]);
    expect(() => tabulate(aForm(), [aBallot('c9', 'both', {})], ['c1'])).toThrow(RangeError);
    expect(() => atomsOf(tabulation, { cells: ['c9'], routes: null })).toThrow(RangeError);
    expect(tabulate(aForm(), [aBallot('c10', 'both', {}), aBallot('c2', 'both', {})]).cells).toEqual(['c2', 'c10']);
  });

  it('has every question of the standard form but words', () => {
    const keys = questionsOf(standardInstrument).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('6a.place-3');
    expect(keys).toContain('6b.b9');
    expect(keys.filter((key) => key.startsWith('6f'))).toEqual([]);
  });
});

const VALUES: Readonly<Record<string, fc.Arbitrary<AnswerValue>>> = {
  'point@receives': fc.constantFrom('1', '2', '3', '4', '5', 'none').map(choice),
  since: fc.constantFrom('worse', 'already', 'better', 'unsure', 'not-here').map(choice),
  ways: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((ids) => choices(...ids)),
  minutes: fc.oneof(fc.integer({ min: 0, max: 480 }), fc.constant('unknown' as const)).map(number),
};

const ballot = fc
  .record({
    cell: fc.constantFrom('c1', 'c2'),
    route: fc.constantFrom<SupervisionRoute>('receives', 'gives', 'both', 'neither'),
    values: fc.record(VALUES, { requiredKeys: [] }),
  })
  .map(({ cell, route, values }) => aBallot(cell, route, values as Record<string, AnswerValue>));

describe('tabulate, beside a count by hand', () => {
  it('agrees with a plain walk through the replies', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 60 }), (ballots) => {
        const group: Group = { cells: ['c2'], routes: ['receives', 'both'] };
        const own = ballots.filter(
          ({ cell, answers }) => cell === 'c2' && (answers.route === 'receives' || answers.route === 'both'),
        );
        const points = own
          .flatMap(({ answers }) => answers.values['point@receives'] ?? [])
          .map((value) => (value.kind === 'choice' ? value.value : ''));
        const fives = points.filter((point) => point === '5').length;
        expect(saidOf(ballots, 'point@receives', group)).toMatchObject({
          base: points.filter((point) => point !== 'none').length,
          notApplicable: points.filter((point) => point === 'none').length,
        });
        expect((saidOf(ballots, 'point@receives', group) as { said: Record<string, number> }).said['5'] ?? 0).toBe(fives);
        const chosen = own.flatMap(({ answers }) => answers.values['ways'] ?? []).filter((value) => value.kind === 'choices');
        const withB = chosen.filter((value) => value.values.includes('b')).length;
        const ways = saidOf(ballots, 'ways', group) as { base: number; said: Record<string, number> };
        expect([ways.base, ways.said['b'] ?? 0]).toEqual([chosen.length, withB]);
        const minutes = own
          .flatMap(({ answers }) => answers.values['minutes'] ?? [])
          .flatMap((value) => (value.kind === 'number' && value.value !== 'unknown' ? [value.value] : []))
          .sort((a, b) => a - b);
        const middle = minutes.length / 2;
        const median = ((minutes[Math.ceil(middle) - 1] ?? 0) + (minutes[Math.floor(middle)] ?? 0)) / 2;
        expect(saidOf(ballots, 'minutes', group)).toMatchObject({
          base: minutes.length,
          median: minutes.length === 0 ? null : median,
        });
      }),
    );
  });
});

describe('bandsOf', () => {
  const item = (least: number, most: number, more: Partial<NumberItem> = {}): NumberItem =>
    ({ kind: 'number', least, most, unit: 'x', bands: null, ...more }) as NumberItem;

  it('are the item’s own, single numbers, those of its scores, or even ones of a usual width', () => {
    expect(
      bandsOf(
        item(0, 80, {
          bands: [
            [0, 0],
            [1, null],
          ],
        }),
      ),
    ).toEqual([
      [0, 0],
      [1, null],
    ]);
    expect(bandsOf(item(0, 10))).toHaveLength(11);
    expect(bandsOf(item(0, 60, { scoredFrom: [1, 2, 3, 4] }))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, null],
    ]);
    expect(bandsOf(item(0, 480))).toEqual([
      [0, 29],
      [30, 59],
      [60, 89],
      [90, 119],
      [120, 149],
      [150, null],
    ]);
    expect(bandsOf(item(0, 120)).map(([from]) => from)).toEqual([0, 10, 20, 30, 40, 50]);
  });

  it('hold every number once', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 20 }), fc.integer({ min: 1, max: 2000 }), fc.nat(), (least, span, pick) => {
        const bands = bandsOf(item(least, least + span));
        const value = least + (pick % (span + 1));
        const at = bands.filter(([from, to]) => value >= from && (to === null || value <= to));
        expect(at).toHaveLength(1);
        expect(bands[bandAt(bands, value)]).toEqual(at[0]);
      }),
    );
  });

  it('are said in words and scored where the item says so', () => {
    expect(bandInWords([0, 29], 'minutes')).toBe('0 to 29 minutes');
    expect(bandInWords([4, 4], 'sessions')).toBe('4 sessions');
    expect(bandInWords([150, null], 'minutes')).toBe('150 minutes or more');
    expect(bandInWords([10, null], '')).toBe('10 or more');
    expect([0, 1, 2, 3, 4, 60].map((value) => bandScore(item(0, 60, { scoredFrom: [1, 2, 3, 4] }), value))).toEqual([
      1, 2, 3, 4, 5, 5,
    ]);
    expect(bandScore(item(0, 60), 4)).toBeNull();
  });
});
