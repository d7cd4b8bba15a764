import { monthName } from '@plumbline/analytics/wording';
import { civilOf, dayOf, daysInMonth, formatDay, parseDay, toDay, type LocalDate } from '@plumbline/domain/calendar';

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());

/** What became of a date as somebody typed it. */
export type TypedDate =
  | { readonly kind: 'empty' }
  | { readonly kind: 'date'; readonly value: LocalDate }
  | { readonly kind: 'not-a-date' }
  /** 31 February and the like: `lastDay` is how many days that month has. */
  | { readonly kind: 'no-such-day'; readonly month: number; readonly year: number; readonly lastDay: number }
  | { readonly kind: 'out-of-range' };

/**
 * Reads a date as people in Britain type one: `12/5/26`, `12.5.2026`, `12 May`, `12th May 2026`, `120526`, `today`,
 * `yesterday`, and ISO text. Without a year, the nearest such day to today is meant.
 */
export function readTypedDate(typed: string, today: LocalDate): TypedDate {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === '') return { kind: 'empty' };
  const relative = RELATIVE_DAYS[text];
  if (relative !== undefined) return { kind: 'date', value: formatDay(toDay(today) + relative) };
  const parts = partsOf(text);
  if (parts === null) return { kind: 'not-a-date' };
  return parts.year === null
    ? nearest(parts.day, parts.month, today)
    : exact(parts.day, parts.month, fullYear(parts.year, today));
}

const RELATIVE_DAYS: Readonly<Record<string, number>> = { today: 0, now: 0, yesterday: -1, tomorrow: 1 };

interface Parts {
  readonly day: number;
  readonly month: number;
  /** As typed: two or four digits, null where left out. */
  readonly year: string | null;
}

function partsOf(text: string): Parts | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso !== null) return numbered(iso[3], iso[2], iso[1] ?? null);
  const separated = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{4}|\d{2}))?$/.exec(text);
  if (separated !== null) return numbered(separated[1], separated[2], separated[3] ?? null);
  const run = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (run !== null) return numbered(run[1], run[2], run[3] ?? null);
  const named =
    /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(\d{1,2})(?:st|nd|rd|th)?[ \-/.]?([a-z]{3,9})\.?,?(?:[ \-/.]?(\d{4}|\d{2}))?$/.exec(
      text,
    );
  if (named === null) return null;
  const name = named[2] ?? '';
  const month = MONTHS.findIndex((full) => full.startsWith(name) || (name === 'sept' && full === 'september'));
  return month < 0 ? null : { day: Number(named[1]), month: month + 1, year: named[3] ?? null };
}

function numbered(day: string | undefined, month: string | undefined, year: string | null): Parts | null {
  const parts = { day: Number(day), month: Number(month), year };
  return parts.month < 1 || parts.month > 12 || parts.day < 1 || parts.day > 31 ? null : parts;
}

/** Two digits mean this century up to twenty years ahead, else the last one: `98` is 1998. */
function fullYear(typed: string, today: LocalDate): number {
  if (typed.length === 4) return Number(typed);
  const thisYear = civilOf(toDay(today)).year;
  const year = Math.floor(thisYear / 100) * 100 + Number(typed);
  return year > thisYear + 20 ? year - 100 : year;
}

function exact(day: number, month: number, year: number): TypedDate {
  const lastDay = daysInMonth(year, month);
  if (day < 1) return { kind: 'not-a-date' };
  if (day > lastDay) return day > 31 ? { kind: 'not-a-date' } : { kind: 'no-such-day', month, year, lastDay };
  const value = formatDay(dayOf(year, month, day));
  return parseDay(value) === null ? { kind: 'out-of-range' } : { kind: 'date', value };
}

function nearest(day: number, month: number, today: LocalDate): TypedDate {
  const now = toDay(today);
  const thisYear = civilOf(now).year;
  const candidates = [thisYear - 1, thisYear, thisYear + 1].map((year) => exact(day, month, year));
  let best: TypedDate | null = null;
  for (const candidate of candidates) {
    if (candidate.kind !== 'date') continue;
    if (best === null || best.kind !== 'date' || Math.abs(toDay(candidate.value) - now) < Math.abs(toDay(best.value) - now))
      best = candidate;
  }
  return best ?? exact(day, month, thisYear);
}
