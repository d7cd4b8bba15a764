import type { LocalDate } from '@plumbline/domain/calendar';
import { readDate } from '../../../parts/form/form-problem.ts';
import { fieldOf, type Missing } from './completion-words.ts';
import { WHOLE } from './question-marks.ts';

/** The place of the day among the fields of an audit. */
export const WATCHED_ON = 'watchedOn';

interface WatchedOn {
  /** Null for today, and where there is a problem. */
  readonly day: string | null;
  readonly problem: Missing | null;
}

/** Reads on which day a supervision was watched; empty is today, and a day to come is none. */
export function readWatchedOn(text: string, today: LocalDate): WatchedOn {
  if (text.trim() === '') return { day: null, problem: null };
  const read = readDate('Watched on', WATCHED_ON, text, today);
  if (!('value' in read)) return { day: null, problem: problemOf(read.message) };
  return read.value > today
    ? { day: null, problem: problemOf('“Watched on”: this day is still to come.') }
    : { day: read.value, problem: null };
}

function problemOf(message: string): Missing {
  return { place: WHOLE, field: fieldOf(WATCHED_ON), message };
}
