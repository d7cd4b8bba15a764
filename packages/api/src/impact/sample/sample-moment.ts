import { dateInWords, dateOfInstant, timeOfInstant } from '@plumbline/analytics/wording';
import { formatDay, londonDay, parseInstant, toDay, type Day, type LocalDate } from '@plumbline/domain/calendar';
import type { FactValue } from '@plumbline/domain/facts';
import { NOTHING } from './sample-file.ts';

/** The time that a sample is about, both days included, and today. */
export interface SampleWindow {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly today: LocalDate;
}

/** The calendar date of a date or an instant in a fact; null where it holds none. */
export function dateOf(value: FactValue | undefined): LocalDate | null {
  if (typeof value !== 'string' || value === '') return null;
  const at = parseInstant(value);
  return at === null ? value.slice(0, 10) : formatDay(londonDay(at));
}

/** "12 May 2026", or a dash where there is none. */
export function dayCell(value: FactValue | undefined): string {
  const date = dateOf(value);
  return date === null ? NOTHING : dateInWords(date);
}

/** "12 May 2026, 10:15" for an instant, a date alone for a date. */
export function momentCell(value: FactValue | undefined): string {
  if (typeof value !== 'string' || value === '') return NOTHING;
  const time = timeOfInstant(value);
  const day = dateInWords(dateOfInstant(value));
  return time === '' ? day : `${day}, ${time}`;
}

export function isInWindow(date: LocalDate | null, { from, to }: SampleWindow): boolean {
  return date !== null && from <= date && date <= to;
}

/** Whether something that holds from a day to another, or goes on, touches the time of the sample. */
export function overlaps(from: LocalDate | null, to: LocalDate | null, window: SampleWindow): boolean {
  return (from === null || from <= window.to) && (to === null || to >= window.from);
}

/** Whole days from one date to another; negative where the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): Day {
  return toDay(to) - toDay(from);
}
