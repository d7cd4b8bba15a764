import type { EventLine, MonthSeriesModel, SeriesPlace } from '@plumbline/analytics/impact';

/** A month as the library draws it: lines of each segment stand in fields of their own, so that they break between segments. */
export type SeriesRow = Readonly<Record<string, number | null | string>> & { readonly place: number; readonly sentence: string };

/** Figures of the model as they stand on the axis: shares as percent. */
export function onAxis(value: number | null, unit: MonthSeriesModel['unit']): number | null {
  if (value === null) return null;
  return unit === '%' ? value * 100 : value;
}

export function seriesRows({ points, unit }: MonthSeriesModel): SeriesRow[] {
  return points.map((point, place) => ({
    place,
    sentence: point.sentence,
    value: onAxis(point.value, unit),
    [`mean${point.segment}`]: onAxis(point.mean, unit),
    [`low${point.segment}`]: onAxis(point.low, unit),
    [`high${point.segment}`]: onAxis(point.high, unit),
  }));
}

/** Shares never need less than so many points between bottom and top: a small move is not to look like a large one. */
const LEAST_SPAN = 40;

/** An axis that would begin so low begins at nothing. */
const NEAR_NOTHING = 20;

/** From where to where the axis goes. Shares: whole tens around everything drawn. Other figures begin at nothing. */
export function seriesDomain({ points, unit }: MonthSeriesModel): readonly [number, number] {
  const drawn = points.flatMap(({ value, low, high }) => [value, low, high]).flatMap((value) => onAxis(value, unit) ?? []);
  const most = Math.max(0, ...drawn);
  if (unit !== '%') return [0, Math.max(1, Math.ceil(most + most / 10))];
  const top = Math.min(100, Math.ceil((most + 2) / 10) * 10);
  const bottom = Math.max(0, Math.floor((Math.min(top, ...drawn) - 2) / 10) * 10);
  const low = Math.max(0, Math.min(bottom, top - LEAST_SPAN));
  const wanted = low <= NEAR_NOTHING ? 0 : low;
  return [wanted, Math.max(top, wanted + LEAST_SPAN)];
}

/** Steps of ten for a short axis of percent, of twenty for a long one; null leaves them to the library. */
export function seriesTicks([bottom, top]: readonly [number, number], unit: MonthSeriesModel['unit']): number[] | null {
  if (unit !== '%') return null;
  const step = top - bottom > 50 ? 20 : 10;
  const ticks: number[] = [];
  for (let tick = Math.ceil(bottom / step) * step; tick <= top; tick += step) ticks.push(tick);
  return ticks;
}

/** Up to so many months, each has its name on the axis; of more, the first of each half or quarter year. */
const EVERY_MONTH = 14;
const EVERY_QUARTER = 24;

/** Which places have their name on the axis: always the Januaries, which carry the year. */
export function namedPlaces(points: readonly SeriesPlace[]): number[] {
  const each = points.length <= EVERY_MONTH ? 1 : points.length <= EVERY_QUARTER ? 3 : 6;
  const named = points.flatMap(({ month }, place) => ((Number(month.slice(5, 7)) - 1) % each === 0 ? [place] : []));
  return named[0] === 0 || (named[0] ?? points.length) < 3 ? named : [0, ...named];
}

/** A line across the chart with its number; flags that would cover each other stand in rows. */
export interface EventFlag extends EventLine {
  readonly number: number;
  readonly row: number;
}

/** Pixels that a flag needs beside the next one of its row. */
const FLAG_ROOM = 26;

/** Flags in rows, the topmost first, for a chart of so many pixels between its axes. */
export function eventFlags({ events, points }: MonthSeriesModel, width: number): EventFlag[] {
  const room = (FLAG_ROOM * Math.max(1, points.length)) / Math.max(1, width);
  const lastOf: number[] = [];
  return events.map((event, i) => {
    const free = lastOf.findIndex((last) => event.at - last >= room);
    const row = free < 0 ? lastOf.length : free;
    lastOf[row] = event.at;
    return { ...event, number: i + 1, row };
  });
}
