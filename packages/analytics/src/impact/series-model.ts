/** A monthly series beside what happened: limits, what stands out and what moved at each policy date, finished for drawing. */
import { SMALLEST_JUDGED, specialCauses } from '../statistics/index.ts';
import {
  eventInWords,
  segmentInWords,
  seriesInWords,
  seriesNotesInWords,
  type LatestMonth,
} from '../prepare/wording/series-sentences.ts';
import { firstWholeMonth, isOnAxis, monthAxis, placeOf, type AxisMonth } from './month-axis.ts';
import { changesOf } from './series-changes.ts';
import { limitsOf, type SeriesLimits } from './series-limits.ts';
import { judgedMonths, marksOf, type JudgedMonth } from './series-places.ts';
import { seriesTable } from './series-table.ts';
import type { CauseMark, EventLine, MonthSeriesModel, SeriesEvent, SeriesOptions, SeriesPoint, SeriesSegment } from './views.ts';

const UNITS = { share: '%', count: 'number', mean: 'mean' } as const;

/**
 * The finished chart of a series of months. A share is a fraction of 1 and, where its denominator is known, a whole number of it;
 * a count is whole; anything else throws, as does a month given twice. Months that are left out are gaps, the running month is
 * drawn and in no figure, later ones are left out. An event that starts new limits does so with the first whole month on or after
 * its day. Nothing in the model says what brought a change about.
 * Source: the rules on figures, statistical process control and series with a policy date.
 */
export function seriesModel(points: readonly SeriesPoint[], options: SeriesOptions): MonthSeriesModel {
  const { kind, improvementIs, title, today } = options;
  const axis = monthAxis(points, today);
  const rebases = options.events.filter(({ isRebase, on }) => isRebase && isOnAxis(axis, on));
  const limits = limitsOf(
    axis,
    kind,
    rebases.map(({ on }) => firstWholeMonth(axis, on)),
  );
  const months = judgedMonths(axis, limits, specialCauses(limits.points, improvementIs), kind);
  const marks = marksOf(months);
  const events = eventLines(axis, options);
  const latest = latestOf(months, marks, limits);
  return {
    title,
    unit: UNITS[kind],
    method: limits.method,
    points: months.map(({ place }) => place),
    segments: segmentsOf(axis, limits, rebases, options),
    marks,
    events,
    changes: changesOf(axis, months, options),
    variation: variationOf(latest),
    notes: seriesNotesInWords({
      method: limits.method,
      sigmaZ: limits.sigmaZ,
      improvementIs,
      hasTrial: limits.segments.some(({ standing }) => standing === 'trial'),
      hasSmall: months.some(({ notJudged }) => notJudged === 'small'),
      smallest: SMALLEST_JUDGED,
    }),
    sentence: seriesInWords(latest),
    table: seriesTable(months, events, options),
  };
}

function segmentsOf(
  axis: readonly AxisMonth[],
  limits: SeriesLimits,
  rebases: readonly SeriesEvent[],
  { kind }: SeriesOptions,
): SeriesSegment[] {
  return limits.segments.map(({ from, to, standing, mean, points: judged }) => {
    const began = from === 0 ? [] : rebases.filter(({ on }) => firstWholeMonth(axis, on) === from).map(({ title }) => title);
    const fromName = axis[from]?.name ?? '';
    const toName = axis[to]?.name ?? '';
    return { from, to, standing, mean, sentence: segmentInWords({ kind, fromName, toName, standing, mean, judged, began }) };
  });
}

/** Policy dates and events within the months of the axis, in order. Those that start limits say from which month. */
function eventLines(axis: readonly AxisMonth[], { policyDates, events }: SeriesOptions): EventLine[] {
  const policies = policyDates.map((one) => ({ ...one, isRebase: false, kind: 'policy' as const, shape: 'line' as const }));
  const others = events.map((one) => ({ ...one, kind: 'event' as const, shape: 'diamond' as const }));
  return [...policies, ...others]
    .filter(({ on }) => isOnAxis(axis, on))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ on, title, kind, shape, isRebase }) => {
      const place = firstWholeMonth(axis, on);
      const startsLimits = isRebase && place > 0 ? (axis[place]?.name ?? null) : null;
      return { on, at: placeOf(axis, on), label: eventInWords(title, on, startsLimits), kind, shape, isRebase };
    });
}

/** The latest month that is over and has a value. */
function latestOf(months: readonly JudgedMonth[], marks: readonly CauseMark[], limits: SeriesLimits): LatestMonth | null {
  const month = months.findLast(({ value, place }) => value !== null && !place.isRunning);
  if (month === undefined || month.value === null) return null;
  const { mean, low, high, segment } = month.place;
  return {
    name: month.name,
    kind: month.kind,
    value: month.value,
    denominator: month.denominator,
    notJudged: month.notJudged,
    causes: month.causes,
    standing: limits.segments[segment]?.standing ?? 'too-few',
    mean,
    low,
    high,
    judged: limits.segments[segment]?.points ?? 0,
    others: marks.filter((mark) => mark.month !== month.place.month).length,
  };
}

function variationOf(latest: LatestMonth | null): MonthSeriesModel['variation'] {
  if (latest === null || latest.notJudged !== null || latest.standing === 'too-few') return 'unknown';
  const lead = latest.causes[0];
  if (lead === undefined) return 'usual';
  if (lead.meaning !== 'neutral') return lead.meaning;
  return lead.direction === 'up' ? 'high' : 'low';
}
