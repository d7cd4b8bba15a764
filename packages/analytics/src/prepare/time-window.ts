import { civilOf, dayOf, formatDay, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { monthName, shortMonthName } from './wording/dates.ts';

/** The stretch of time that an axis shows, first and last day included. */
export interface TimeWindow {
  readonly from: Day;
  readonly to: Day;
}

export interface AxisTick {
  /** Where along the axis, 0 to 1. */
  readonly at: number;
  readonly label: string;
  readonly title: string;
  readonly isYearStart: boolean;
}

/** A window around a day: so many days back and ahead. */
export function windowAround(today: LocalDate, daysBack: number, daysAhead: number): TimeWindow {
  const day = toDay(today);
  return { from: day - daysBack, to: day + daysAhead };
}

/** Where a day lies in a window: 0 at its beginning, 1 at its end, outside of that beyond. */
export function fractionOf(day: Day, window: TimeWindow): number {
  return (day - window.from) / (window.to - window.from);
}

/** The first of each month inside a window. */
export function monthTicks(window: TimeWindow): AxisTick[] {
  const ticks: AxisTick[] = [];
  const start = civilOf(window.from);
  for (let index = start.year * 12 + start.month - 1; ; index += 1) {
    const year = Math.floor(index / 12);
    const month = index - year * 12 + 1;
    const day = dayOf(year, month, 1);
    if (day > window.to) return ticks;
    if (day < window.from) continue;
    ticks.push({
      at: fractionOf(day, window),
      label: shortMonthName(month),
      title: `${monthName(month)} ${year}`,
      isYearStart: month === 1,
    });
  }
}

/** The last day of a window as text, for summaries. */
export function windowEnds(window: TimeWindow): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: formatDay(window.from), to: formatDay(window.to) };
}
