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

/** The same few sums come again and again. */
const SUMS = new Map<string, IsoDate>();

/** A date plus a length. Months keep the day number or take the month's last day. */
export function plus(date: IsoDate, { unit, count }: Length, diary: Diary = FULL_WEEK): IsoDate {
  if (unit === 'workingWeeks') return workingWeeksLater(date, count, diary);
  const key = `${date} ${count} ${unit}`;
  const kept = SUMS.get(key);
  if (kept !== undefined) return kept;
  const sum =
    unit === 'workingDays'
      ? workingDaysLater(date, count)
      : Temporal.PlainDate.from(date)
          .add({ [unit]: count }, { overflow: 'constrain' })
          .toString();
  SUMS.set(key, sum);
  return sum;
}

/** The day after is day 1; Saturdays, Sundays and bank holidays in England are left out. */
function workingDaysLater(date: IsoDate, count: number): IsoDate {
  let day = date;
  for (let need = count; need > 0;) {
    day = nextDay(day);
    if (FULL_WEEK.worksOn.includes(weekdayOf(day)) && !BANK_HOLIDAYS.has(day)) need -= 1;
  }
  return day;
}

/** Shropshire CV-16W: walk day by day, counting the person's own working days on which they were not away. */
function workingWeeksLater(date: IsoDate, weeks: number, diary: Diary): IsoDate {
  const pattern = diary.worksOn.length === 0 ? FULL_WEEK.worksOn : diary.worksOn;
  let need = weeks * pattern.length;
  let day = date;
  while (need > 0) {
    day = nextDay(day);
    if (pattern.includes(weekdayOf(day)) && !diary.isAway(day)) need -= 1;
  }
  return day;
}

const WEEKDAYS = new Map<IsoDate, string>();

function weekdayOf(date: IsoDate): string {
  let weekday = WEEKDAYS.get(date);
  if (weekday === undefined) WEEKDAYS.set(date, (weekday = NAMES[Temporal.PlainDate.from(date).dayOfWeek - 1] ?? ''));
  return weekday;
}

/** Bank holidays in England as GOV.UK has published them, written down here by hand. */
const BANK_HOLIDAYS: ReadonlySet<IsoDate> = new Set(
  `2021-01-01 2021-04-02 2021-04-05 2021-05-03 2021-05-31 2021-08-30 2021-12-27 2021-12-28
   2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
   2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
   2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
   2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
   2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
   2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
   2028-01-03 2028-04-14 2028-04-17 2028-05-01 2028-05-29 2028-08-28 2028-12-25 2028-12-26`.split(/\s+/),
);

/** Every history walks through the same few thousand days. */
const NEXT_DAYS = new Map<IsoDate, IsoDate>();

export function nextDay(date: IsoDate): IsoDate {
  const kept = NEXT_DAYS.get(date);
  if (kept !== undefined) return kept;
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  NEXT_DAYS.set(date, next);
  return next;
}

const DAYS_BEFORE = new Map<IsoDate, IsoDate>();

export function dayBefore(date: IsoDate): IsoDate {
  let before = DAYS_BEFORE.get(date);
  if (before === undefined) DAYS_BEFORE.set(date, (before = Temporal.PlainDate.from(date).subtract({ days: 1 }).toString()));
  return before;
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

const MINUTES = new Map<string, number>();

/** An instant such as `2026-05-12T09:30Z` in minutes since the epoch. */
export function minuteOf(instant: string): number {
  let minute = MINUTES.get(instant);
  if (minute === undefined) MINUTES.set(instant, (minute = Temporal.Instant.from(instant).epochMilliseconds / 60_000));
  return minute;
}

/** The instant of a minute since the epoch. */
export function instantOfMinute(minute: number): string {
  return `${Temporal.Instant.fromEpochMilliseconds(minute * 60_000)
    .toString()
    .slice(0, 16)}Z`;
}

/** Days from one date to another; negative where the other comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}
