import { formatDay, parseDay, startOfMonth } from '@plumbline/domain/calendar';
import type { LocalDate } from '@plumbline/domain/calendar';

const YEAR_FIRST = /^\d{4}[-/.]\d{1,2}$/;
const NUMBERED = /^\d{1,2}[-/.]\d{4}$/;
const NAMED = /^[a-z]{3,9}\.?[\s\-/.,]*(?:\d{4}|\d{2})$/i;

/** A month written without a day (`2026-05`, `05/2026`, `May 2026`, `May-26`) as a date on its first day; anything else as it stands. */
export function withFirstDay(text: string): string {
  const bare = text.trim();
  if (YEAR_FIRST.test(bare)) return `${bare}${bare.charAt(4)}01`;
  if (NUMBERED.test(bare)) return `01${bare.charAt(bare.length - 5)}${bare}`;
  return NAMED.test(bare) ? `1 ${bare}` : bare;
}

/** The day by which the month of a date is known: its first. */
export function monthOf(date: LocalDate): LocalDate {
  const day = parseDay(date);
  return day === null ? date : formatDay(startOfMonth(day));
}
