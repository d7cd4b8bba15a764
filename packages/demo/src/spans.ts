import { formatDay, formatInstant, isWorkingDay, londonInstant, type Day, type LocalDate } from '@plumbline/domain/calendar';

/** Days from `from` to `to`, both included; `to` is null while it goes on. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

export function covers(span: Span, day: Day): boolean {
  return span.from <= day && (span.to === null || day <= span.to);
}

/** The days that two spans share, or null where there are none. */
export function overlapOf(a: Span, b: Span): Span | null {
  const from = Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return to !== null && to < from ? null : { from, to };
}

/** ISO text of a day, null for none. */
export function isoDay(day: Day | null): LocalDate | null {
  return day === null ? null : formatDay(day);
}

/** ISO text of an instant, from a London date and a time of day in minutes. */
export function isoAt(day: Day, minuteOfDay: number): string {
  return formatInstant(londonInstant(day, minuteOfDay));
}

/** The first working day on or after a day. */
export function workingDayFrom(day: Day): Day {
  let current = day;
  while (!isWorkingDay(current)) current += 1;
  return current;
}
