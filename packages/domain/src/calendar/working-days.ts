import { bankHolidaysOf, FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR } from './bank-holidays.ts';
import { dayOf, weekdayOf, type Day } from './day.ts';

const FIRST = dayOf(FIRST_HOLIDAY_YEAR, 1, 1);
const LAST = dayOf(LAST_HOLIDAY_YEAR, 12, 31);

/** One byte a day: 1 where the day is a bank holiday in England. */
const HOLIDAY = new Uint8Array(LAST - FIRST + 1);
for (let year = FIRST_HOLIDAY_YEAR; year <= LAST_HOLIDAY_YEAR; year += 1) {
  for (const day of bankHolidaysOf(year)) HOLIDAY[day - FIRST] = 1;
}

/** Whether a day is a bank holiday in England. Days outside the table (1999 to 2101) are not. */
export function isBankHoliday(day: Day): boolean {
  return HOLIDAY[day - FIRST] === 1;
}

/** Monday to Friday, not a bank holiday in England. */
export function isWorkingDay(day: Day): boolean {
  return weekdayOf(day) <= 5 && HOLIDAY[day - FIRST] !== 1;
}

/**
 * The end of working day `count` after an event: the event's day is day 0, the next working day is day 1 (the reading of
 * all four seed policies). A negative count walks back.
 */
export function addWorkingDays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let remaining = Math.abs(count);
  let current = day;
  while (remaining > 0) {
    current += step;
    if (isWorkingDay(current)) remaining -= 1;
  }
  return current;
}

/** The last working day on or before a day: what the product suggests when a limit falls on a weekend or holiday. */
export function lastWorkingDayOnOrBefore(day: Day): Day {
  let current = day;
  while (!isWorkingDay(current)) current -= 1;
  return current;
}

/** Working days after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: Day, to: Day): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isWorkingDay(day)) count += 1;
  return count;
}
