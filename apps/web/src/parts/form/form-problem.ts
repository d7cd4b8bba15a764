import { monthName } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';
import { readTypedDate } from './typed-date.ts';
import { readTypedTime } from './typed-time.ts';

/** One thing to mend before a form can be saved. `entry` is the field that focus goes to. */
export interface FormProblem {
  readonly entry: string;
  readonly message: string;
}

/** The calendar date typed under a label, or what is wrong with it. */
export function readDate(
  label: string,
  entry: string,
  typed: string,
  today: LocalDate,
): { readonly value: LocalDate } | FormProblem {
  const read = readTypedDate(typed, today);
  switch (read.kind) {
    case 'date':
      return { value: read.value };
    case 'empty':
      return { entry, message: `“${label}” is needed: type a date, such as 12 May 2026.` };
    case 'no-such-day':
      return { entry, message: `“${label}”: ${monthName(read.month)} ${read.year} has only ${read.lastDay} days.` };
    case 'out-of-range':
      return { entry, message: `“${label}”: the year in “${typed}” is too long ago or too far ahead.` };
    case 'not-a-date':
      return { entry, message: `“${label}”: “${typed}” is not a date. Type it like 12 May 2026 or 12/5/26.` };
  }
}

/** What is wrong with a time of day that must be there; null where nothing is. */
export function timeProblem(label: string, entry: string, typed: string): FormProblem | null {
  const read = readTypedTime(typed);
  if (read.kind === 'time') return null;
  const message =
    read.kind === 'empty'
      ? `“${label}” needs a time of day as well, such as 9.30.`
      : `“${label}”: “${typed}” is not a time of day. Type it like 9.30 or 14:15.`;
  return { entry, message };
}
