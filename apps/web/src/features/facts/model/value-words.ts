import { formatDay, londonDay, londonMinuteOfDay, parseDay, parseInstant, toDay, weekdayOf, type LocalDate } from '@plumbline/domain/calendar';
import type { FactValue } from '@plumbline/domain/facts';
import type { Field } from './field-model.ts';
import { dateForTyping } from './typed-date.ts';
import { timeForTyping } from './typed-time.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `12 May 2026`. */
export function dateInWords(date: LocalDate): string {
  return dateForTyping(date);
}

/** `Tuesday 12 May 2026`, for days on which somebody acts. */
export function weekdayInWords(date: LocalDate): string {
  return `${WEEKDAYS[weekdayOf(toDay(date)) - 1]} ${dateForTyping(date)}`;
}

/** `12 May 2026, 10:15` by the clock in London. */
export function instantInWords(instant: string): string {
  const at = parseInstant(instant);
  return at === null ? instant : `${dateForTyping(formatDay(londonDay(at)))}, ${timeForTyping(londonMinuteOfDay(at))}`;
}

/** `in 3 days`, `2 days ago`, `today`. */
export function relativeInWords(date: LocalDate, today: LocalDate): string {
  const days = toDay(date) - toDay(today);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** What a value reads like on a page; `names` says what people, children and teams are called. */
export function valueInWords(field: Field, value: FactValue | undefined, names: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined) return 'not given';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  const label = (code: string) => field.options.find((option) => option.value === code)?.label ?? code;
  if (typeof value !== 'string') return value.length === 0 ? 'none' : value.map(label).join(', ');
  if (field.control === 'date' && parseDay(value) !== null) return dateInWords(value);
  if (field.control === 'date-and-time') return instantInWords(value);
  if (field.control === 'choice') return label(value);
  return names[field.name] ?? value;
}
