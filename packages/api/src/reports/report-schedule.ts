import {
  addMonths,
  londonDay,
  londonInstant,
  startOfMonth,
  weekdayOf,
  type Day,
  type EpochMinute,
} from '@plumbline/domain/calendar';

/** On which days files are written: each day, some weekdays (1 for Monday to 7 for Sunday), or the first of each month. */
export type ReportDays =
  | { readonly kind: 'daily' | 'monthly' }
  | { readonly kind: 'weekdays'; readonly weekdays: readonly number[] };

/** When files for reports are written, by London's clocks, where to, and how many are kept. */
export interface ReportSchedule {
  /** Each council has a folder of its own in it, by its short name. */
  readonly folder: string;
  /** Minutes after midnight. */
  readonly at: number;
  readonly days: ReportDays;
  /** Of those by the clock and of those by hand, each. */
  readonly keep: number;
}

/** When files were written by the clock for the last time. */
export interface LastWritten {
  readonly at: EpochMinute;
}

/** The latest moment of the schedule that is not after `now`. */
export function lastDue({ days, at }: Pick<ReportSchedule, 'days' | 'at'>, now: EpochMinute): EpochMinute {
  const today = londonDay(now);
  const isOver = londonInstant(today, at) <= now;
  return londonInstant(latestDay(days, isOver ? today : today - 1), at);
}

/** The first moment of the schedule after `now`. */
export function nextDue({ days, at }: Pick<ReportSchedule, 'days' | 'at'>, now: EpochMinute): EpochMinute {
  const today = londonDay(now);
  const isOver = londonInstant(today, at) <= now;
  return londonInstant(firstDay(days, isOver ? today + 1 : today), at);
}

/**
 * Whether files are to be written by the clock now: the schedule asked for them since they were written last, and none were written
 * today. What was missed while no server ran is so made up for once, however often it was missed.
 */
export function isReportDue(schedule: Pick<ReportSchedule, 'days' | 'at'>, now: EpochMinute, last: LastWritten | null): boolean {
  if (last === null) return true;
  return last.at < lastDue(schedule, now) && londonDay(last.at) !== londonDay(now);
}

function isDay(days: ReportDays, day: Day): boolean {
  if (days.kind === 'daily') return true;
  if (days.kind === 'weekdays') return days.weekdays.includes(weekdayOf(day));
  return startOfMonth(day) === day;
}

function latestDay(days: ReportDays, from: Day): Day {
  if (days.kind === 'monthly') return startOfMonth(from);
  for (let day = from; day > from - 7; day -= 1) if (isDay(days, day)) return day;
  throw new RangeError('A schedule needs a day of the week.');
}

function firstDay(days: ReportDays, from: Day): Day {
  if (days.kind === 'monthly') return isDay(days, from) ? from : addMonths(startOfMonth(from), 1);
  for (let day = from; day < from + 7; day += 1) if (isDay(days, day)) return day;
  throw new RangeError('A schedule needs a day of the week.');
}
