import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import python from '../../fixtures/series-python.json' with { type: 'json' };
import { seriesModel, type SeriesEvent, type SeriesOptions, type SeriesPoint } from './index.ts';

/** Month `i` of a series that begins in January 2024. */
function monthAt(i: number): string {
  return `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`;
}

function pointsOf(values: readonly (number | null)[], denominator: number | null = null): SeriesPoint[] {
  return values.map((value, i) => ({ month: monthAt(i), value, denominator: value === null ? null : denominator }));
}

function optionsOf(overrides: Partial<SeriesOptions> = {}): SeriesOptions {
  return {
    title: 'Sessions held',
    kind: 'mean',
    improvementIs: 'up',
    events: [],
    policyDates: [],
    today: '2036-01-15',
    ...overrides,
  };
}

const VERSION = (on: string, number = '1.3') => ({ on, title: `version ${number} of the policy` });
const TRAINING: SeriesEvent = { on: '2024-11-05', title: 'training for supervisors', isRebase: false };
const SYSTEM: SeriesEvent = { on: '2025-01-20', title: 'a change of recording system', isRebase: true };

/** Shares of 40 around one half, then higher. */
const SHARES = [20, 22, 19, 21, 18, 20, 23, 20, 19, 21, 20, 22, 18, 28, 30, 29, 27, 31, 28, 30, 29, 28].map((x) => x / 40);

describe('seriesModel', () => {
  it('has limits as the reference has them, and marks where it finds something', () => {
    for (const one of python.xmr.filter(({ screening, rebaseAt }) => screening === 'none' && rebaseAt.length === 0)) {
      const { points, marks, method } = seriesModel(pointsOf(one.values), optionsOf());
      const [segment] = one.segments;
      expect(method).toBe('xmr');
      expect(points.map(({ value }) => value)).toEqual(one.values);
      expect(marks.flatMap(({ place, causes }) => causes.map(({ rule, direction }) => `${place} ${rule} ${direction}`))).toEqual(
        one.causes,
      );
      for (const { low, high } of points) {
        expect(low ?? 1e300).toBeCloseTo(segment?.limits?.[0] ?? 1e300, 9);
        expect(high ?? 1e300).toBeCloseTo(segment?.limits?.[1] ?? 1e300, 9);
      }
    }
  });

  it('lets no month of a few widen the limits until it lies within them', () => {
    // Two hundred each month around nine in ten, and one month in which two tenths fewer were in time.
    const few = [0.9, 0.91, 0.9, 0.7, 0.9, 0.91, 0.9];
    const { method, marks } = seriesModel(pointsOf(few, 200), optionsOf({ kind: 'share' }));
    expect([method, marks.map(({ place }) => place)]).toEqual(['p', [3]]);
    const torn = Array.from({ length: 12 }, (_, i) => (i % 2 === 0 ? 0.6 : 0.9));
    expect(seriesModel(pointsOf(torn, 200), optionsOf({ kind: 'share' })).method).toBe('laney');
    expect(seriesModel(pointsOf(torn.slice(1), 200), optionsOf({ kind: 'share' })).method).toBe('p');
  });

  it('starts new limits with the first whole month after a recorded event', () => {
    const { segments, events, points } = seriesModel(
      pointsOf(SHARES, 40),
      optionsOf({ kind: 'share', events: [SYSTEM, TRAINING] }),
    );
    expect(segments.map(({ from, to, standing }) => [from, to, standing])).toEqual([
      [0, 12, 'firm'],
      [13, 21, 'trial'],
    ]);
    expect(points[12]?.mean).toBeCloseTo(263 / (13 * 40), 12);
    expect(points[13]?.mean).toBeCloseTo(260 / (9 * 40), 12);
    expect(segments[1]?.sentence).toBe(
      'February 2025 to October 2025, new limits from a change of recording system: average 72%, nine months judged, so the limits are provisional.',
    );
    expect(events.map(({ label, kind, shape, isRebase }) => [label, kind, shape, isRebase])).toEqual([
      ['Training for supervisors, 5 November 2024', 'event', 'diamond', false],
      ['A change of recording system, 20 January 2025; new limits from February 2025', 'event', 'diamond', true],
    ]);
    expect(events[1]?.at).toBeCloseTo(12 - 0.5 + 19 / 31, 12);
  });

  it('marks months that stand out by shape and words, whichever way is better', () => {
    const values = [...Array.from({ length: 20 }, (_, i) => 50 + (i % 3)), 90];
    const up = seriesModel(pointsOf(values), optionsOf());
    expect(up.marks.at(-1)).toMatchObject({ place: 20, shape: 'triangle-up', tone: 'improvement' });
    expect(up.marks.at(-1)?.words).toBe('September 2025: 90.0, above the usual range, which is the wanted direction.');
    expect(up.variation).toBe('improvement');
    // One wild month lifts the mean above all others, which are then a run below it.
    expect(up.sentence).toMatch(/, average 52\.8; 20 other months stand out\.$/);
    const down = seriesModel(pointsOf(values), optionsOf({ improvementIs: 'down' }));
    expect(down.marks.at(-1)).toMatchObject({ shape: 'triangle-up', tone: 'concern' });
    expect(down.notes[0]).toBe('Lower is better.');
    const neither = seriesModel(pointsOf(values), optionsOf({ improvementIs: null }));
    expect([neither.variation, neither.marks.at(-1)?.tone]).toEqual(['high', 'neutral']);
  });

  it('draws the month that runs and reckons nothing from it', () => {
    const values = [5, 6, 5, 7, 6, 5, 6, 60];
    const { points, marks, sentence, variation } = seriesModel(
      pointsOf(values),
      optionsOf({ today: '2024-08-20', kind: 'count' }),
    );
    expect(points.at(-1)).toMatchObject({ value: 60, isRunning: true, isJudged: false, shape: 'open-circle' });
    expect(marks).toEqual([]);
    expect(points[0]?.mean).toBeCloseTo(40 / 7, 12);
    expect(sentence).toMatch(/^In July 2024 it was 6, within the usual range of /);
    expect(variation).toBe('usual');
  });

  it('draws shares of few and does not judge them', () => {
    const points = pointsOf(SHARES, 40).map((point, i) => (i === 21 ? { ...point, value: 0, denominator: 3 } : point));
    const {
      marks,
      notes,
      sentence,
      variation,
      points: places,
    } = seriesModel(points, optionsOf({ kind: 'share', events: [SYSTEM] }));
    expect(places.at(-1)).toMatchObject({ isJudged: false, shape: 'open-circle', low: null, high: null });
    expect(marks.some(({ place }) => place === 21)).toBe(false);
    expect(notes).toContain('Months of fewer than ten are drawn and not judged.');
    expect(sentence).toMatch(/^In October 2025 it was 0% of 3, too few to judge/);
    expect(variation).toBe('unknown');
  });

  it('cuts drawn limits at what is possible', () => {
    const wild = [0, 1, 0, 1, 0, 1, 0, 1];
    const share = seriesModel(pointsOf(wild), optionsOf({ kind: 'share' }));
    expect([share.method, share.points[0]?.low, share.points[0]?.high]).toEqual(['xmr', 0, 1]);
    expect(seriesModel(pointsOf(wild), optionsOf({ kind: 'count' })).points[0]).toMatchObject({ low: 0, high: 0.5 + 2.66 });
    expect(seriesModel(pointsOf(wild), optionsOf({ kind: 'mean' })).points[0]?.low).toBeCloseTo(0.5 - 2.66, 12);
  });

  it('takes Laney’s limits for large months that differ more than by chance', () => {
    const large = python.pCharts.find(({ segments }) => segments.some(({ isOverdispersed }) => isOverdispersed));
    const points = (large?.shares ?? []).map((pair, i) => ({
      month: monthAt(i),
      value: pair === null ? null : (pair[0] ?? 0) / (pair[1] ?? 1),
      denominator: pair?.[1] ?? null,
    }));
    const { method, notes } = seriesModel(points, optionsOf({ kind: 'share' }));
    expect(method).toBe('laney');
    expect(notes.some((note) => note.includes('Laney’s p′ chart'))).toBe(true);
    expect(seriesModel(pointsOf(SHARES, 40), optionsOf({ kind: 'share' })).method).toBe('p');
  });

  it('has a table that says the same', () => {
    const points = pointsOf(SHARES, 40).map((point, i) => (i === 10 ? { ...point, value: null } : point));
    const { table } = seriesModel(points, optionsOf({ kind: 'share', events: [TRAINING], title: 'Files graded good or better' }));
    expect(table.caption).toBe('Files graded good or better, month by month');
    expect(table.columns).toEqual(['Month', 'Share', 'Of', 'Average', 'Usual range', 'What stands out', 'What happened']);
    expect(table.rows).toHaveLength(22);
    expect(table.rows[10]).toEqual({
      key: '2024-11-01',
      header: 'November 2024',
      cells: [],
      note: 'Nothing recorded. Training for supervisors, 5 November 2024.',
    });
    expect(table.rows[0]?.cells.slice(0, 2)).toEqual(['50%', '40']);
    expect(table.rows[0]?.cells.at(-1)).toBe('Nothing recorded');
    for (const { cells } of table.rows.filter(({ note }) => note === null)) expect(cells).toHaveLength(6);
  });

  it('says of no series that nothing is recorded', () => {
    const model = seriesModel([], optionsOf({ policyDates: [VERSION('2024-05-01')], events: [TRAINING] }));
    expect(model).toMatchObject({ points: [], segments: [], marks: [], events: [], changes: [], variation: 'unknown' });
    expect(model.sentence).toBe('Nothing is recorded for a month that is over.');
  });

  it('refuses values that are none of their kind', () => {
    const refuse = (value: number, kind: SeriesOptions['kind'], denominator: number | null = null) =>
      expect(() => seriesModel(pointsOf([value], denominator), optionsOf({ kind }))).toThrow(RangeError);
    refuse(1.01, 'share');
    refuse(-0.1, 'share');
    refuse(Number.NaN, 'share');
    refuse(0.67, 'share', 40);
    refuse(1.5, 'count');
    refuse(-1, 'count');
    refuse(Infinity, 'mean');
  });
});

describe('changes at policy dates', () => {
  it.each(python.regressions)('move as far as statsmodels has it (case %#)', ({ values, startsAt, standing, coefficients }) => {
    const on = monthAt(startsAt);
    const [change] = seriesModel(pointsOf(values), optionsOf({ policyDates: [VERSION(on)] })).changes;
    const level = coefficients[2];
    const size = Math.abs(level?.estimate ?? 0).toFixed(2);
    expect(change?.standing).toBe(standing);
    expect(change?.sentence).toContain(`went ${(level?.estimate ?? 0) > 0 ? 'up' : 'down'} by ${size} on average, interval`);
    const after = change?.lines.find(({ key }) => key === 'after');
    const continued = change?.lines.find(({ key }) => key === 'continued');
    expect(after?.from.place).toBe(startsAt);
    expect((after?.from.value ?? 0) - (continued?.from.value ?? 0)).toBeCloseTo(level?.estimate ?? NaN, 8);
  });

  it('are read one at a time, and name what else happened in these months', () => {
    const { changes } = seriesModel(
      pointsOf(SHARES, 40),
      optionsOf({
        kind: 'share',
        policyDates: [VERSION('2025-08-01', '2'), VERSION('2025-01-10'), VERSION('2023-01-01', '1')],
        events: [{ ...SYSTEM, isRebase: false }, TRAINING, { ...TRAINING, on: '2026-11-05', title: 'an inspection' }],
      }),
    );
    expect(changes.map(({ on, standing }) => [on, standing])).toEqual([
      ['2025-01-10', 'indicative'],
      ['2025-08-01', 'chart-only'],
    ]);
    expect(changes[0]?.sentence).toMatch(
      /^Version 1\.3 of the policy came into force on 10 January 2025\. Measured from February 2025 .* the share went up by \d+ points, interval \d+ to \d+, while training for supervisors, a change of recording system and version 2 of the policy also happened\./,
    );
    expect(changes[0]?.lines.map(({ key, from, to, stroke }) => [key, from.place, to.place, stroke])).toEqual([
      ['before', 0, 12, 'full'],
      ['continued', 13, 21, 'dashed'],
      ['after', 13, 21, 'full'],
    ]);
    expect(changes[1]).toMatchObject({ lines: [], technical: null });
    expect(changes[1]?.sentence).toContain('19 months before it and three months since are too few');
  });

  it('compare no months on two sides of new limits', () => {
    const options = optionsOf({ kind: 'share', policyDates: [VERSION('2025-01-10')], events: [SYSTEM] });
    const [change] = seriesModel(pointsOf(SHARES, 40), options).changes;
    expect(change).toMatchObject({ standing: 'chart-only', lines: [] });
    expect(change?.sentence).toContain('nine months since can be compared, as new limits began in between: that is too few');
    // Ten months before a date and twelve since, all after the system came: the line begins where the limits do.
    const longer = Array.from({ length: 26 }, (_, i) => (i < 4 ? 0.1 : (SHARES[i - 4] ?? 0.5)));
    const later = seriesModel(
      pointsOf(longer, 40),
      optionsOf({ kind: 'share', policyDates: [VERSION(monthAt(14))], events: [{ ...SYSTEM, on: monthAt(4) }] }),
    ).changes[0];
    const alone = seriesModel(pointsOf(SHARES, 40), optionsOf({ kind: 'share', policyDates: [VERSION(monthAt(10))] })).changes[0];
    expect(later?.lines.map(({ key, from, to }) => [key, from.place, to.place])).toEqual([
      ['before', 4, 13],
      ['continued', 14, 25],
      ['after', 14, 25],
    ]);
    later?.lines.forEach(({ from, to }, i) => {
      expect(from.value).toBeCloseTo(alone?.lines[i]?.from.value ?? NaN, 9);
      expect(to.value).toBeCloseTo(alone?.lines[i]?.to.value ?? NaN, 9);
    });
  });

  it.each([
    [7, 12, 'chart-only'],
    [8, 11, 'indicative'],
    [11, 12, 'indicative'],
    [12, 12, 'firm'],
    [12, 7, 'chart-only'],
  ])('with %i months before and %i since are %s', (before, after, standing) => {
    const values = Array.from({ length: before + after }, (_, i) => (i * 7) % 5);
    const { changes } = seriesModel(pointsOf(values), optionsOf({ policyDates: [VERSION(monthAt(before))] }));
    expect(changes[0]?.standing).toBe(standing);
  });

  it('count no month that is not judged', () => {
    const values = Array.from({ length: 24 }, (_, i) => 5 + ((i * 7) % 5));
    const options = optionsOf({ policyDates: [VERSION('2025-01-01')] });
    expect(seriesModel(pointsOf(values), options).changes[0]?.standing).toBe('firm');
    expect(seriesModel(pointsOf(values), { ...options, today: '2025-12-20' }).changes[0]?.standing).toBe('indicative');
  });
});

describe('whatever the series', () => {
  const value = fc.option(fc.integer({ min: 0, max: 30 }), { freq: 6 });
  const day = fc.integer({ min: 0, max: 59 }).map((i) => monthAt(i).replace(/01$/, '17'));
  const event = fc.record({ on: day, title: fc.constantFrom('training', 'a move of offices'), isRebase: fc.boolean() });
  const given = fc.record({
    values: fc.array(value, { maxLength: 50 }),
    kind: fc.constantFrom('share' as const, 'count' as const, 'mean' as const),
    denominator: fc.constantFrom(30, null),
    improvementIs: fc.constantFrom('up' as const, 'down' as const, null),
    events: fc.array(event, { maxLength: 4 }),
    policyDates: fc.array(
      day.map((on) => VERSION(on)),
      { maxLength: 3 },
    ),
    today: day,
  });

  it('stands the model on its axis and claims nothing', () => {
    fc.assert(
      fc.property(given, ({ values, denominator, ...rest }) => {
        const scaled = values.map((one) => (one === null || rest.kind !== 'share' ? one : one / 30));
        const model = seriesModel(pointsOf(scaled, denominator), optionsOf(rest));
        const last = model.points.length - 1;
        const places = [
          ...model.marks.map(({ place }) => place),
          ...model.changes.flatMap(({ lines }) => lines.flatMap(({ from, to }) => [from.place, to.place])),
        ];
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(last);
        }
        for (const { at } of model.events) {
          expect(at).toBeGreaterThanOrEqual(-0.5);
          expect(at).toBeLessThan(last + 0.5);
        }
        expect(model.table.rows.map(({ key }) => key)).toEqual(model.points.map(({ month }) => month));
        expect(JSON.stringify(model)).not.toMatch(/effect|because|caused|due to|led to|NaN|undefined/i);
      }),
    );
  });
});
