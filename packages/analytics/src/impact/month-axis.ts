import { addMonths, civilOf, formatDay, startOfMonth, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { monthName, shortMonthName } from '../prepare/wording/dates.ts';
import type { SeriesPoint } from './views.ts';

/** A month of the axis, with its value or without. */
export interface AxisMonth {
  readonly month: LocalDate;
  /** "May", with the year where it is the first or a January. */
  readonly label: string;
  readonly name: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly isRunning: boolean;
}

/**
 * Every month from the first point to the last, in order: months that were left out are gaps. Months after today's are left out,
 * today's own is running. A month that is given twice throws.
 */
export function monthAxis(points: readonly SeriesPoint[], today: LocalDate): AxisMonth[] {
  const running = startOfMonth(toDay(today));
  const given = new Map<Day, SeriesPoint>();
  for (const point of points) {
    const month = startOfMonth(toDay(point.month));
    if (given.has(month)) throw new RangeError(`${point.month.slice(0, 7)} is given twice.`);
    if (month <= running) given.set(month, point);
  }
  const days = [...given.keys()];
  const last = days.reduce((most, day) => Math.max(most, day), -Infinity);
  const axis: AxisMonth[] = [];
  for (let day = Math.min(...days); day <= last; day = addMonths(day, 1)) {
    const { value = null, denominator = null } = given.get(day) ?? {};
    axis.push({ ...namesOf(day, axis.length === 0), value, denominator, isRunning: day === running });
  }
  return axis;
}

function namesOf(day: Day, isFirst: boolean): Pick<AxisMonth, 'month' | 'label' | 'name'> {
  const { year, month } = civilOf(day);
  const short = shortMonthName(month);
  return {
    month: formatDay(day),
    label: isFirst || month === 1 ? `${short} ’${String(year).slice(2)}` : short,
    name: monthNameOf(formatDay(day)),
  };
}

/** "May 2026". */
export function monthNameOf(month: LocalDate): string {
  const civil = civilOf(toDay(month));
  return `${monthName(civil.month)} ${civil.year}`;
}

/** Whether a day lies in a month of the axis. */
export function isOnAxis(axis: readonly AxisMonth[], on: LocalDate): boolean {
  const first = axis[0];
  const last = axis.at(-1);
  return first !== undefined && last !== undefined && on >= first.month && on.slice(0, 7) <= last.month.slice(0, 7);
}

/** The first place whose whole month lies on or after a day; the number of months where there is none. */
export function firstWholeMonth(axis: readonly AxisMonth[], on: LocalDate): number {
  const place = axis.findIndex(({ month }) => month >= on);
  return place < 0 ? axis.length : place;
}

/** Where a day stands on the axis, in places: the month at place i reaches from i - 0.5 to i + 0.5. */
export function placeOf(axis: readonly AxisMonth[], on: LocalDate): number {
  const day = toDay(on);
  const start = startOfMonth(day);
  const place = axis.findIndex(({ month }) => month.slice(0, 7) === on.slice(0, 7));
  return place - 0.5 + (day - start) / (addMonths(start, 1) - start);
}
