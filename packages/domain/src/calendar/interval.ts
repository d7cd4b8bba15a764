import { addMonths, type Day } from './day.ts';
import { addWorkingDays } from './working-days.ts';

/**
 * A length of time in the policy's own unit: 90 days is not three months and neither is turned into the other.
 * `workingWeeks` are weeks of the supervisee's own pattern with whole days of absence left out (see {@link PersonalCalendar}).
 */
export type Interval =
  | { readonly days: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly workingDays: number }
  | { readonly workingWeeks: number }
  | { readonly years: number };

export type IntervalUnit = 'days' | 'weeks' | 'months' | 'workingDays' | 'workingWeeks' | 'years';

/** How one person's working weeks pass: their weekly pattern and the whole days they were away. */
export interface PersonalCalendar {
  /** Index 0 is Monday. */
  readonly worksOn: readonly boolean[];
  isAbsent(day: Day): boolean;
}

const FULL_WEEK: readonly boolean[] = [true, true, true, true, true, false, false];

export const ORDINARY_WEEK: PersonalCalendar = { worksOn: FULL_WEEK, isAbsent: () => false };

/** The unit and the number of an interval. */
export function partsOf(interval: Interval): { unit: IntervalUnit; count: number } {
  if ('days' in interval) return { unit: 'days', count: interval.days };
  if ('weeks' in interval) return { unit: 'weeks', count: interval.weeks };
  if ('months' in interval) return { unit: 'months', count: interval.months };
  if ('workingDays' in interval) return { unit: 'workingDays', count: interval.workingDays };
  if ('workingWeeks' in interval) return { unit: 'workingWeeks', count: interval.workingWeeks };
  return { unit: 'years', count: interval.years };
}

/** A day plus an interval, by the interval's own unit. */
export function addInterval(day: Day, interval: Interval, calendar: PersonalCalendar = ORDINARY_WEEK): Day {
  const { unit, count } = partsOf(interval);
  switch (unit) {
    case 'days':
      return day + count;
    case 'weeks':
      return day + 7 * count;
    case 'months':
      return addMonths(day, count);
    case 'years':
      return addMonths(day, 12 * count);
    case 'workingDays':
      return addWorkingDays(day, count);
    case 'workingWeeks':
      return addWorkingWeeks(day, count, calendar);
  }
}

/**
 * Working weeks after a session: the person's own working days are counted off, whole days of absence are skipped, bank
 * holidays are not (Shropshire's reading CV-16W). Someone with no pattern at all is taken to work Monday to Friday.
 */
export function addWorkingWeeks(day: Day, weeks: number, calendar: PersonalCalendar): Day {
  const pattern = calendar.worksOn.includes(true) ? calendar.worksOn : FULL_WEEK;
  let remaining = weeks * pattern.filter(Boolean).length;
  let current = day;
  while (remaining > 0) {
    current += 1;
    if (pattern[(((current + 3) % 7) + 7) % 7] === true && !calendar.isAbsent(current)) remaining -= 1;
  }
  return current;
}

const DAYS_PER: Readonly<Record<IntervalUnit, number>> = {
  days: 1,
  weeks: 7,
  months: 30.44,
  workingDays: 1.4,
  workingWeeks: 7,
  years: 365.25,
};

/** About how many days an interval is, for comparing intervals of different units only; dates always use the true unit. */
export function approximateDays(interval: Interval): number {
  const { unit, count } = partsOf(interval);
  return DAYS_PER[unit] * count;
}
