import { monthInWords, type MonthInWords } from '../prepare/wording/series-sentences.ts';
import type { PointCauses, SpecialCause } from '../statistics/index.ts';
import type { AxisMonth } from './month-axis.ts';
import { drawnLimit, type SeriesLimits } from './series-limits.ts';
import type { CauseMark, SeriesKind, SeriesPlace } from './views.ts';

/** A month with everything that is said of it. */
export interface JudgedMonth extends MonthInWords {
  readonly place: SeriesPlace;
}

/** The months of the axis with their lines, what stands out in them and the sentence of each. */
export function judgedMonths(
  axis: readonly AxisMonth[],
  limits: SeriesLimits,
  found: readonly PointCauses[],
  kind: SeriesKind,
): JudgedMonth[] {
  const causes = new Map<number, readonly SpecialCause[]>(found.map((one) => [one.position, one.causes]));
  return axis.map((month, i) => {
    const point = limits.points[i];
    const isJudged = point?.isJudged === true;
    const words: MonthInWords = {
      name: month.name,
      kind,
      value: month.value,
      denominator: month.denominator,
      notJudged: month.isRunning ? 'running' : isJudged || month.value === null ? null : 'small',
      causes: causes.get(i) ?? [],
    };
    const place: SeriesPlace = {
      ...month,
      mean: point?.mean ?? null,
      low: point?.limits ? drawnLimit(point.limits.low, kind) : null,
      high: point?.limits ? drawnLimit(point.limits.high, kind) : null,
      segment: point?.segment ?? 0,
      isJudged,
      shape: isJudged ? 'circle' : 'open-circle',
      sentence: monthInWords(words),
    };
    return { ...words, place };
  });
}

/** The months that stand out, as they are marked: by the cause that leads. */
export function marksOf(months: readonly JudgedMonth[]): CauseMark[] {
  return months.flatMap(({ place, causes }, i) => {
    const lead = causes[0];
    if (lead === undefined) return [];
    const shape = lead.direction === 'up' ? 'triangle-up' : 'triangle-down';
    return [{ place: i, month: place.month, shape, tone: lead.meaning, causes, words: place.sentence }];
  });
}
