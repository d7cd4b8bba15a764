/**
 * Calendar dates as whole days since 1 January 1970, without a clock and without a time zone.
 *
 * A `Day` is an integer so that a whole country's due dates fit in typed arrays; ISO text (`2026-05-12`) exists only at
 * the edges. The civil-date arithmetic is Howard Hinnant's published `days_from_civil` algorithm (proleptic Gregorian).
 */
export type Day = number;

/** A calendar date as ISO 8601 text, `YYYY-MM-DD`. Built by {@link formatDay} or checked by {@link parseDay}. */
export type LocalDate = string;

/** Later than any day that can occur; stands for "no end" in intervals. */
export const FAR_FUTURE: Day = 2_000_000;

/** Days are accepted from 1 January 1900 to 31 December 2199; anything else is taken for a typing slip. */
const FIRST_DAY = -25_567;
const LAST_DAY = 84_005;

export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** Days since 1970-01-01 of a civil date. Out-of-range days of a month are the caller's mistake; see {@link parseDay}. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const shiftedMonth = (month + 9) % 12;
  const dayOfYear = ((153 * shiftedMonth + 2) / 5) | 0;
  const dayOfEra = yearOfEra * 365 + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0) + dayOfYear + dayOfMonth - 1;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The civil date of a day. */
export function civilOf(day: Day): CivilDate {
  const z = day + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = ((dayOfEra - ((dayOfEra / 1460) | 0) + ((dayOfEra / 36_524) | 0) - ((dayOfEra / 146_096) | 0)) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + ((yearOfEra / 4) | 0) - ((yearOfEra / 100) | 0));
  const shiftedMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * shiftedMonth + 2) / 5) | 0) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth };
}

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days a month has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * The day of an ISO date, or null for anything that is not one: another format, 31 February, a year outside 1900–2199.
 */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const dayOfMonth = Number(match[3]);
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null;
  const day = dayOf(year, month, dayOfMonth);
  return day < FIRST_DAY || day > LAST_DAY ? null : day;
}

/** The day of an ISO date that is known to be one (a database column, a checked fact). Throws a RangeError otherwise. */
export function toDay(text: LocalDate): Day {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`Not a calendar date: "${text}"`);
  return day;
}

/** ISO text of a day. */
export function formatDay(day: Day): LocalDate {
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The same day number some months later, or the last day of that month where it does not exist (31 January + 1 month is
 * 28 February). Always reckon from the true anchor: chaining clipped results drifts.
 */
export function addMonths(day: Day, months: number): Day {
  const at = day - TABLE_FROM;
  if (at >= 0 && at < MONTH_OF.length) {
    const from = MONTH_OF[at] as number;
    const to = from + months;
    if (to >= 0 && to < TABLE_MONTHS) {
      const start = MONTH_START[to] as number;
      const moved = start + day - (MONTH_START[from] as number);
      const end = MONTH_START[to + 1] as number;
      return moved < end ? moved : end - 1;
    }
  }
  return addMonthsByArithmetic(day, months);
}

function addMonthsByArithmetic(day: Day, months: number): Day {
  const { year, month, day: dayOfMonth } = civilOf(day);
  const monthIndex = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthIndex / 12);
  const newMonth = monthIndex - newYear * 12 + 1;
  return dayOf(newYear, newMonth, Math.min(dayOfMonth, daysInMonth(newYear, newMonth)));
}

/** Months are looked up rather than reckoned between these years: a country's due dates are mostly month additions. */
const TABLE_FIRST_YEAR = 1990;
const TABLE_LAST_YEAR = 2109;
const TABLE_FROM = dayOf(TABLE_FIRST_YEAR, 1, 1);
const TABLE_MONTHS = (TABLE_LAST_YEAR - TABLE_FIRST_YEAR + 1) * 12;
/** First day of each month of the table, and of the one after it. */
const MONTH_START = Int32Array.from({ length: TABLE_MONTHS + 1 }, (_, i) =>
  dayOf(TABLE_FIRST_YEAR + Math.floor(i / 12), (i % 12) + 1, 1),
);
/** Which month of the table a day lies in. */
const MONTH_OF = new Int16Array(dayOf(TABLE_LAST_YEAR + 1, 1, 1) - TABLE_FROM);
for (let month = 0; month < TABLE_MONTHS; month += 1) {
  MONTH_OF.fill(month, (MONTH_START[month] as number) - TABLE_FROM, (MONTH_START[month + 1] as number) - TABLE_FROM);
}

/** The first day of the month in which a day lies. */
export function startOfMonth(day: Day): Day {
  return day - civilOf(day).day + 1;
}

/** The first day of the calendar quarter (January, April, July, October) in which a day lies. */
export function startOfQuarter(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month - ((month - 1) % 3), 1);
}
