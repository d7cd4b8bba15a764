import { dayOf, formatDay, parseDay, weekdayOf, type Day } from './day.ts';

/** An instant as whole minutes since 1970-01-01T00:00Z. Limits in hours compare these, so a clock change never stretches them. */
export type EpochMinute = number;

const MINUTES_A_DAY = 1440;

/**
 * Whether British Summer Time holds at an instant: from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last
 * Sunday of October (the rule since 1996; European Directive 2000/84/EC as kept in UK law).
 */
export function isSummerTime(at: EpochMinute): boolean {
  const year = 1970 + Math.floor(at / (365.2425 * MINUTES_A_DAY));
  for (const candidate of [year, year - 1, year + 1]) {
    if (at >= lastSunday(candidate, 3) * MINUTES_A_DAY + 60 && at < lastSunday(candidate, 10) * MINUTES_A_DAY + 60) return true;
  }
  return false;
}

function lastSunday(year: number, month: number): Day {
  const last = dayOf(year, month, 31);
  return last - (weekdayOf(last) % 7);
}

/** The calendar date in London at an instant. */
export function londonDay(at: EpochMinute): Day {
  return Math.floor((at + (isSummerTime(at) ? 60 : 0)) / MINUTES_A_DAY);
}

/** Minutes after midnight by London's clocks at an instant, 0 to 1439. */
export function londonMinuteOfDay(at: EpochMinute): number {
  const local = at + (isSummerTime(at) ? 60 : 0);
  return local - Math.floor(local / MINUTES_A_DAY) * MINUTES_A_DAY;
}

/**
 * The instant of a London date and time of day. In the hour that the clocks skip in March the later reading is taken; in
 * the hour that occurs twice in October the first (summer-time) one.
 */
export function londonInstant(day: Day, minuteOfDay: number): EpochMinute {
  const asUtc = day * MINUTES_A_DAY + minuteOfDay;
  return isSummerTime(asUtc - 60) ? asUtc - 60 : asUtc;
}

/** Reads `2026-05-12T09:30Z`, with seconds or an offset where given. Null for anything else. */
export function parseInstant(text: string): EpochMinute | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|([+-])(\d{2}):?(\d{2})?)$/.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, sign, offsetHours, offsetMinutes] = match;
  const date = parseDay(`${year}-${month}-${day}`);
  if (date === null || Number(hour) > 23 || Number(minute) > 59) return null;
  const offset = (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0)) * (sign === '-' ? -1 : 1);
  return date * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) - offset;
}

/** ISO text of an instant in UTC, to the minute: `2026-05-12T08:30Z`. */
export function formatInstant(at: EpochMinute): string {
  const day = Math.floor(at / MINUTES_A_DAY);
  const minute = at - day * MINUTES_A_DAY;
  const hours = Math.floor(minute / 60);
  const minutes = minute - hours * 60;
  return `${formatDay(day)}T${hours < 10 ? '0' : ''}${hours}:${minutes < 10 ? '0' : ''}${minutes}Z`;
}
