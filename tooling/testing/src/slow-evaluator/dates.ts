/**
 * Dates for the slow evaluator: ISO text, compared as text, and Temporal for every step of arithmetic. Nothing here comes
 * from the calendar of the product.
 */
export type IsoDate = string;

const LONDON = 'Europe/London';

/** A policy's length of time, in its own unit. */
export interface Length {
  readonly unit: 'days' | 'weeks' | 'months' | 'years' | 'workingDays' | 'workingWeeks';
  readonly count: number;
}

/** Reads `{ days: 7 }` and its like. */
export function lengthOf(interval: Readonly<Record<string, number>>): Length {
  const [unit, count] = Object.entries(interval)[0] ?? [];
  if (unit === undefined || count === undefined) throw new Error('An interval has one unit.');
  return { unit: unit as Length['unit'], count };
}

/** For comparing lengths of different units, as the catalogues say: a month counts 30.44 days. */
export function roughDays({ unit, count }: Length): number {
  return { days: 1, weeks: 7, months: 30.44, years: 365.25, workingDays: 1.4, workingWeeks: 7 }[unit] * count;
}

/** How one person's working days fall. */
export interface Diary {
  /** Short English names: mon, tue … */
  readonly worksOn: readonly string[];
  isAway(day: IsoDate): boolean;
}

const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const FULL_WEEK: Diary = { worksOn: NAMES.slice(0, 5), isAway: () => false };

/** A date plus a length. Months keep the day number or take the month's last day. */
export function plus(date: IsoDate, length: Length, diary: Diary = FULL_WEEK): IsoDate {
  const { unit, count } = length;
  const start = Temporal.PlainDate.from(date);
  if (unit === 'workingWeeks') return workingWeeksLater(start, count, diary);
  if (unit === 'workingDays') throw new Error('No cadence of the four policies counts in working days.');
  return start.add({ [unit]: count }, { overflow: 'constrain' }).toString();
}

/** Shropshire CV-16W: walk day by day, counting the person's own working days on which they were not away. */
function workingWeeksLater(start: Temporal.PlainDate, weeks: number, diary: Diary): IsoDate {
  const pattern = diary.worksOn.length === 0 ? FULL_WEEK.worksOn : diary.worksOn;
  let need = weeks * pattern.length;
  let day = start;
  while (need > 0) {
    day = day.add({ days: 1 });
    if (pattern.includes(NAMES[day.dayOfWeek - 1] ?? '') && !diary.isAway(day.toString())) need -= 1;
  }
  return day.toString();
}

/** Every history walks through the same few thousand days. */
const NEXT_DAYS = new Map<IsoDate, IsoDate>();

export function nextDay(date: IsoDate): IsoDate {
  const kept = NEXT_DAYS.get(date);
  if (kept !== undefined) return kept;
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  NEXT_DAYS.set(date, next);
  return next;
}

export function dayBefore(date: IsoDate): IsoDate {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

/** The same few instants are asked about on every day of a history. */
const LONDON_DATES = new Map<string, IsoDate>();

/** The London date of an instant such as `2026-05-12T09:30Z`. */
export function londonDate(instant: string): IsoDate {
  const kept = LONDON_DATES.get(instant);
  if (kept !== undefined) return kept;
  const date = Temporal.Instant.from(instant).toZonedDateTimeISO(LONDON).toPlainDate().toString();
  LONDON_DATES.set(instant, date);
  return date;
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a <= b ? a : b;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a >= b ? a : b;
}

/** Whether a day lies within an interval whose ends both count; an absent end is open. */
export function within(day: IsoDate, from: IsoDate, to: IsoDate | null): boolean {
  return from <= day && (to === null || day <= to);
}
