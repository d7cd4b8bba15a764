import { monthName, type ImportProblemKind, type ImportProblemParams } from '@plumbline/analytics/wording';
import { civilOf, dayOf, daysInMonth, formatDay, type Day } from '@plumbline/domain/calendar';

/** What is wrong with a value: a kind of problem and its parameters, the place still to be said. */
export type Fault = {
  [Kind in ImportProblemKind]: { readonly fault: Kind; readonly params: ImportProblemParams[Kind] };
}[ImportProblemKind];

export function fault<Kind extends ImportProblemKind>(kind: Kind, params: ImportProblemParams[Kind]): Fault {
  return { fault: kind, params } as unknown as Fault;
}

/** The first and last day that a file may name, and whether two digits may stand for a year before 2000. */
export interface DateBounds {
  readonly earliest: Day;
  readonly latest: Day;
  readonly mayBeLongAgo: boolean;
}

/** Nothing in a council's records of staff and open cases begins before this. */
export const EARLIEST_DAY: Day = dayOf(1950, 1, 1);
const YEARS_AHEAD = 5;

/** From 1950 to five years after today, both included. */
export function boundsFor(today: Day, mayBeLongAgo: boolean): DateBounds {
  const { year, month, day } = civilOf(today);
  const last = Math.min(day, daysInMonth(year + YEARS_AHEAD, month));
  return { earliest: EARLIEST_DAY, latest: dayOf(year + YEARS_AHEAD, month, last), mayBeLongAgo };
}

/** A date, with the rest of the cell (a time of day, or nothing) still to be read. */
export type ReadDate = { readonly day: Day; readonly rest: string } | Fault;

const FULL_MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());
const MONTHS = FULL_MONTHS.map((name) => name.slice(0, 3));

const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i;
const ISO = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s]\s*(.*))?$/s;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T(.*))?$/s;
const NUMBERED = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[\s,]\s*(.*))?$/s;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?,?[\s\-/.]*(\d{4}|\d{2})(?:[\s,]\s*(.*))?$/is;

/**
 * Reads the date at the beginning of a cell: ISO, or day first as in Britain (`12/05/2026`, `12-May-2026`, `12.5.26`).
 * A month in words is the only one that may stand beside a two-digit day in doubt; month-first dates are refused by
 * name, because others in the same file would be read wrongly without anybody noticing.
 */
export function readDateText(text: string, bounds: DateBounds): ReadDate {
  const bare = text.trim().replace(WEEKDAY, '');
  const iso = ISO.exec(bare) ?? null;
  if (iso !== null) return checked(Number(iso[1]), Number(iso[3]), Number(iso[4]), iso[5], bounds);
  const compact = COMPACT.exec(bare);
  if (compact !== null) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]), compact[4], bounds);
  const numbered = NUMBERED.exec(bare);
  if (numbered !== null) {
    const [, day, , month, year, rest] = numbered;
    if (Number(month) > 12 && Number(day) <= 12 && Number(month) <= 31) return fault('date-month-first', {});
    return dayFirst(Number(day), Number(month), year ?? '', rest, bounds);
  }
  const named = NAMED.exec(bare);
  const month = monthOf(named?.[2] ?? '');
  if (named !== null && month > 0) return dayFirst(Number(named[1]), month, named[3] ?? '', named[4], bounds);
  if (/^\d{5}(?:\.\d+)?$/.test(bare)) return fault('date-serial', {});
  return fault('date-unreadable', {});
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return MONTHS.indexOf(lower === 'sept' ? 'sep' : lower) + 1 || FULL_MONTHS.indexOf(lower) + 1;
}

function dayFirst(day: number, month: number, year: string, rest: string | undefined, bounds: DateBounds): ReadDate {
  if (year.length === 4) return checked(Number(year), month, day, rest, bounds);
  const short = Number(year);
  // 00–69 is this century. 70–99 is the last one, and only where something may well have begun then.
  if (short < 70) return checked(2000 + short, month, day, rest, bounds);
  return bounds.mayBeLongAgo ? checked(1900 + short, month, day, rest, bounds) : fault('date-two-digit-year', {});
}

function checked(year: number, month: number, dayOfMonth: number, rest: string | undefined, bounds: DateBounds): ReadDate {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > 31) return fault('date-unreadable', {});
  const lastDay = daysInMonth(year, month);
  if (dayOfMonth > lastDay) return fault('date-impossible', { lastDay, month, year });
  const day = dayOf(year, month, dayOfMonth);
  return outOfBounds(day, bounds) ?? { day, rest: (rest ?? '').trim() };
}

/** A day before or after what a file may name, or null. */
export function outOfBounds(day: Day, bounds: DateBounds): Fault | null {
  if (day > bounds.latest) return fault('date-too-late', { latest: formatDay(bounds.latest) });
  if (day >= bounds.earliest) return null;
  const { year } = civilOf(day);
  return fault('date-too-early', { earliest: formatDay(bounds.earliest), isSpreadsheetZero: year >= 1899 && year <= 1904 });
}

/** A time of day in minutes, and how far its own zone is from UTC; null where it names none and London's clocks are meant. */
export interface ReadTime {
  readonly minuteOfDay: number;
  readonly offsetMinutes: number | null;
}

const TIME =
  /^(\d{1,2})(?:[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?)?\s*([ap])?\.?m?\.?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;

/** Reads `14:30`, `14.30:00`, `2:30 pm`, `09:30Z`, `09:30+01:00`; null for anything else. */
export function readTimeText(text: string): ReadTime | null {
  const match = TIME.exec(text.trim());
  if (match === null) return null;
  const [, hours, minutes, seconds, half, zone] = match;
  if (minutes === undefined && half === undefined) return null;
  const hour = hourOf(Number(hours), half?.toLowerCase());
  if (hour === null || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59) return null;
  return { minuteOfDay: hour * 60 + Number(minutes ?? 0), offsetMinutes: offsetOf(zone) };
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour > 23 ? null : hour;
  // Some systems print "14:30 PM"; the hour says it already.
  if (hour > 12 && hour <= 23 && half === 'p') return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'p' ? 12 : 0);
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const offset = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -offset : offset;
}
