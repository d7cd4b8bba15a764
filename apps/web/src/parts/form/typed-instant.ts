import { formatInstant, londonInstant, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { readTypedDate } from './typed-date.ts';
import { readTypedTime } from './typed-time.ts';

/** An instant of a date and a time as typed, by the clock on the wall in London; null while either is not readable. */
export function instantOf(typedDate: string, typedTime: string, today: LocalDate): string | null {
  const date = readTypedDate(typedDate, today);
  const time = readTypedTime(typedTime);
  if (date.kind !== 'date' || time.kind !== 'time') return null;
  return formatInstant(londonInstant(toDay(date.value), time.minuteOfDay));
}
