import { describe, expect, it } from 'vitest';
import type { EventLine, MonthSeriesModel, SeriesPlace } from '@plumbline/analytics/impact';
import { eventFlags, namedPlaces, seriesDomain, seriesRows, seriesTicks } from './series-rows.ts';

function place(month: string, value: number | null, overrides: Partial<SeriesPlace> = {}): SeriesPlace {
  return {
    month,
    label: month,
    name: month,
    value,
    denominator: null,
    mean: null,
    low: null,
    high: null,
    segment: 0,
    isJudged: true,
    isRunning: false,
    shape: 'circle',
    sentence: `${month}.`,
    ...overrides,
  };
}

function months(count: number, first = 0): SeriesPlace[] {
  return Array.from({ length: count }, (_, i) => {
    const month = first + i;
    return place(`${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, 0.9);
  });
}

function event(at: number): EventLine {
  return { on: '2024-01-01', at, label: 'It', kind: 'event', shape: 'diamond', isRebase: false };
}

function model(points: readonly SeriesPlace[], overrides: Partial<MonthSeriesModel> = {}): MonthSeriesModel {
  return {
    title: 'Done on time',
    unit: '%',
    method: 'p',
    points,
    segments: [],
    marks: [],
    events: [],
    changes: [],
    variation: 'usual',
    notes: [],
    sentence: '',
    table: { caption: '', columns: [], rows: [] },
    ...overrides,
  };
}

describe('rows for drawing', () => {
  it('hold shares as percent, and lines by segment, so that they break between segments', () => {
    const rows = seriesRows(
      model([
        place('2026-01-01', 0.5, { mean: 0.5, low: 0.25, high: 0.75 }),
        place('2026-02-01', null),
        place('2026-03-01', 1, { mean: 0.75, segment: 1 }),
      ]),
    );
    expect(rows[0]).toMatchObject({ place: 0, value: 50, mean0: 50, low0: 25, high0: 75 });
    expect(rows[1]?.['value'], 'a gap stays a gap').toBeNull();
    expect(rows[2]).toMatchObject({ value: 100, mean1: 75, low1: null });
    expect(rows[2]).not.toHaveProperty('mean0');
  });

  it('keep counts as they are', () => {
    expect(seriesRows(model([place('2026-01-01', 12)], { unit: 'number' }))[0]?.['value']).toBe(12);
  });
});

describe('the axis', () => {
  it.each([
    [[0.9, 0.95], 60, 100],
    [[0.65, 1], 60, 100],
    [[0.02, 0.05], 0, 40],
    [[0.1, 0.97], 0, 100],
    [[0.25, 0.9], 0, 100],
    [[0.35, 0.9], 30, 100],
  ])('of shares %j goes from %d%% to %d%%', (values, from, to) => {
    expect(seriesDomain(model(values.map((value, i) => place(`2026-0${i + 1}-01`, value))))).toEqual([from, to]);
  });

  it('of counts begins at nothing', () => {
    expect(seriesDomain(model([place('2026-01-01', 100)], { unit: 'number' }))).toEqual([0, 110]);
  });

  it('has its steps in tens or twenties', () => {
    expect(seriesTicks([60, 100], '%')).toEqual([60, 70, 80, 90, 100]);
    expect(seriesTicks([10, 100], '%')).toEqual([20, 40, 60, 80, 100]);
    expect(seriesTicks([0, 110], 'number')).toBeNull();
  });

  it('names every month of a year, and of three years each half, always with the Januaries', () => {
    expect(namedPlaces(months(12))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(namedPlaces(months(36))).toEqual([0, 6, 12, 18, 24, 30]);
    expect(namedPlaces(months(36, 10)), 'the first is too near the January').toEqual([2, 8, 14, 20, 26, 32]);
    expect(namedPlaces(months(36, 7)), 'the first is far enough').toEqual([0, 5, 11, 17, 23, 29, 35]);
  });
});

describe('flags of events', () => {
  const crowded = model(months(36), { events: [event(1), event(1.5), event(2), event(20)] });

  it('stand in rows where they would cover each other', () => {
    const flags = eventFlags(crowded, 720);
    expect(flags.map(({ number, row }) => [number, row])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 0],
    ]);
  });

  it('have the room they need beside the next of their row, at any width', () => {
    for (const width of [240, 320, 700, 1300]) {
      const flags = eventFlags(crowded, width);
      for (const one of flags)
        for (const other of flags.filter(({ number, row }) => number > one.number && row === one.row))
          expect(((other.at - one.at) * width) / 36, `${width}`).toBeGreaterThanOrEqual(26);
    }
  });
});
