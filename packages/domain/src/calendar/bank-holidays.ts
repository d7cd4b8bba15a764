import { dayOf, weekdayOf, type Day } from './day.ts';

/**
 * Bank holidays in England. Proclaimed and one-off days are data (source: GOV.UK "UK bank holidays", England and Wales,
 * and the royal proclamations of the one-off days); the rest follows the Banking and Financial Dealings Act 1971 and the
 * usual substitute-day practice.
 */
export const FIRST_HOLIDAY_YEAR = 1999;
export const LAST_HOLIDAY_YEAR = 2101;

/** The last year whose dates GOV.UK has published. Later years are computed and shown as provisional. */
export const LAST_PROCLAIMED_YEAR = 2027;

/** One-off holidays, added to the usual ones. */
const ONE_OFF_DAYS: readonly (readonly [year: number, month: number, day: number])[] = [
  [1999, 12, 31],
  [2002, 6, 3],
  [2011, 4, 29],
  [2012, 6, 5],
  [2022, 6, 3],
  [2022, 9, 19],
  [2023, 5, 8],
];

/** Years in which the early or late May holiday moved: [usual month rule, the day it moved to]. */
const MOVED_EARLY_MAY: Readonly<Record<number, number>> = { 2020: 8 };
const MOVED_SPRING: Readonly<Record<number, readonly [month: number, day: number]>> = {
  2002: [6, 4],
  2012: [6, 4],
  2022: [6, 2],
};

/** Bank holidays in England of one year, in order. */
export function bankHolidaysOf(year: number): readonly Day[] {
  const easter = easterSunday(year);
  const days = [
    ...newYear(year),
    easter - 2,
    easter + 1,
    dayOf(year, 5, MOVED_EARLY_MAY[year] ?? firstMondayFrom(year, 5, 1)),
    springHoliday(year),
    dayOf(year, 8, firstMondayFrom(year, 8, 25)),
    ...christmas(year),
    ...ONE_OFF_DAYS.filter(([y]) => y === year).map(([y, m, d]) => dayOf(y, m, d)),
  ];
  return days.toSorted((a, b) => a - b);
}

function newYear(year: number): Day[] {
  const first = dayOf(year, 1, 1);
  const weekday = weekdayOf(first);
  if (weekday === 6) return [first, first + 2];
  if (weekday === 7) return [first, first + 1];
  return [first];
}

function christmas(year: number): Day[] {
  const day = dayOf(year, 12, 25);
  const weekday = weekdayOf(day);
  if (weekday === 5) return [day, day + 1, day + 3];
  if (weekday === 6) return [day, day + 1, day + 2, day + 3];
  if (weekday === 7) return [day, day + 1, day + 2];
  return [day, day + 1];
}

function springHoliday(year: number): Day {
  const moved = MOVED_SPRING[year];
  return moved === undefined ? dayOf(year, 5, firstMondayFrom(year, 5, 25)) : dayOf(year, moved[0], moved[1]);
}

/** The day of the month of the first Monday on or after a date. */
function firstMondayFrom(year: number, month: number, dayOfMonth: number): number {
  const weekday = weekdayOf(dayOf(year, month, dayOfMonth));
  return dayOfMonth + ((8 - weekday) % 7);
}

/** Easter Sunday by the anonymous Gregorian algorithm (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1);
}
