import { addMonths, FAR_FUTURE, startOfMonth, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import { toDay } from './fact-days.ts';
import { overlap, type Stretch } from './fact-index.ts';

export interface ShiftBand extends Stretch {
  readonly band: '0-4' | '5+';
}

/** Fewer shifts than this in a month is the lower band (Shropshire: "less than 5"). */
const UPPER_BAND_FROM = 5;

/**
 * The band of a casual worker, month by month: the shifts of the last complete calendar month decide, from the 1st of the
 * next. Before a first complete month the lower band holds. The band after the last month with shifts stays until a
 * later shift is known, because months that have not been recorded are not months without work.
 */
export function shiftBands(shifts: readonly FactOf<'shift'>[], casual: readonly Stretch[]): ShiftBand[] {
  if (casual.length === 0) return [];
  const perMonth = new Map<Day, number>();
  for (const shift of shifts) {
    const month = startOfMonth(toDay(shift.workedOn));
    perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
  }
  const lastMonth = perMonth.size === 0 ? null : Math.max(...perMonth.keys());
  return casual.flatMap((stretch) => bandsWithin(stretch, perMonth, lastMonth));
}

function bandsWithin(stretch: Stretch, perMonth: ReadonlyMap<Day, number>, lastMonth: Day | null): ShiftBand[] {
  const firstFullMonth = startOfMonth(stretch.from) === stretch.from ? stretch.from : addMonths(startOfMonth(stretch.from), 1);
  const bands: ShiftBand[] = [];
  const add = (from: Day, to: Day, band: ShiftBand['band']): void => {
    const part = overlap(stretch, { from, to });
    if (part === null) return;
    const last = bands.at(-1);
    if (last !== undefined && last.band === band) bands[bands.length - 1] = { ...last, to: part.to };
    else bands.push({ ...part, band });
  };
  if (lastMonth === null || lastMonth < firstFullMonth) {
    add(stretch.from, FAR_FUTURE, '0-4');
    return bands;
  }
  add(stretch.from, addMonths(firstFullMonth, 1) - 1, '0-4');
  for (let month = firstFullMonth; month <= lastMonth && month <= stretch.to; month = addMonths(month, 1)) {
    const band = (perMonth.get(month) ?? 0) >= UPPER_BAND_FROM ? '5+' : '0-4';
    const isLast = month === lastMonth;
    add(addMonths(month, 1), isLast ? FAR_FUTURE : addMonths(month, 2) - 1, band);
  }
  return bands;
}
