import {
  dayOf,
  daysInMonth,
  FAR_FUTURE,
  londonDay,
  parseInstant,
  toDay as toCheckedDay,
  type Day,
  type EpochMinute,
} from '../calendar/index.ts';

/*
 * Days and instants of facts. Facts are checked when they come in, so their texts have one form only (`2026-05-12`,
 * `2026-05-12T09:00Z`) and are read here by position, several times quicker than by pattern. Assessing a council reads
 * millions of them. A text of any other form goes to the calendar's own readers, which say whether it is one at all.
 */

/** The day of an ISO date. Throws a RangeError for text that is none. */
export function toDay(text: string): Day {
  const day = text.length === 10 ? dayAtStart(text) : NOT_PLAIN;
  return day === NOT_PLAIN ? toCheckedDay(text) : day;
}

/** The day of an ISO date, or `FAR_FUTURE` for "no end". */
export function endDay(text: string | null): Day {
  return text === null ? FAR_FUTURE : toDay(text);
}

/** The instant of a checked fact. Throws a RangeError for text that is none. */
export function toInstant(text: string): EpochMinute {
  const minute = minuteAtEnd(text);
  const day = minute === NOT_PLAIN ? NOT_PLAIN : dayAtStart(text);
  if (day !== NOT_PLAIN) return day * MINUTES_A_DAY + minute;
  const at = parseInstant(text);
  if (at === null) throw new RangeError(`Not an instant: "${text}"`);
  return at;
}

/** The London date of an instant: the summer hour is looked up only where it can matter, in the last hour of a day in UTC. */
export function dayOfMinute(at: EpochMinute): Day {
  const day = Math.floor(at / MINUTES_A_DAY);
  return at - day * MINUTES_A_DAY < MINUTES_A_DAY - 60 ? day : londonDay(at);
}

/** The London date of a checked instant. */
export function dayOfInstant(text: string): Day {
  const minute = minuteAtEnd(text);
  // London is an hour ahead of UTC at most, so that only the last hour of a day can lie on the next.
  if (minute !== NOT_PLAIN && minute < MINUTES_A_DAY - 60) {
    const day = dayAtStart(text);
    if (day !== NOT_PLAIN) return day;
  }
  return londonDay(toInstant(text));
}

const MINUTES_A_DAY = 1440;
const NOT_PLAIN = -2_000_000_000;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** The day that the first ten characters say, or `NOT_PLAIN` where they say none. */
function dayAtStart(text: string): Day {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  // A part that is no number makes the whole less than any year, month or day that there is.
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || dayOfMonth < 1) return NOT_PLAIN;
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return NOT_PLAIN;
  if (dayOfMonth > 28 && dayOfMonth > daysInMonth(year, month)) return NOT_PLAIN;
  return (DAY_BEFORE_MONTH[(year - FIRST_YEAR) * 12 + month - 1] ?? 0) + dayOfMonth;
}

/** The day before each month that is read by position: looking it up takes a fraction of working it out. */
const DAY_BEFORE_MONTH = Int32Array.from(
  { length: (LAST_YEAR - FIRST_YEAR + 1) * 12 },
  (_, i) => dayOf(FIRST_YEAR + Math.floor(i / 12), (i % 12) + 1, 1) - 1,
);

/** The minute of the day that an instant to the minute in UTC ends with, or `NOT_PLAIN`. */
function minuteAtEnd(text: string): number {
  if (text.length !== 17 || text.charCodeAt(10) !== LETTER_T || text.charCodeAt(13) !== COLON || text.charCodeAt(16) !== LETTER_Z)
    return NOT_PLAIN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 ? hour * 60 + minute : NOT_PLAIN;
}

const DASH = 45;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const ZERO = 48;
const NO_NUMBER = -10_000;

/** The number that two characters write; far below zero where they are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_NUMBER;
}
