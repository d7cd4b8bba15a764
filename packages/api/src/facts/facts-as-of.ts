import type { StoredFact } from '@plumbline/database';
import { parseInstant, londonDay, toDay, type Day } from '@plumbline/domain/calendar';
import { kindOf } from '@plumbline/domain/facts';

/** Whether what a fact says had begun, or had happened, by a day; what has no day of its own always has. */
export function hasBegunBy({ kind, values }: StoredFact, on: Day): boolean {
  const { interval, happened } = kindOf(kind);
  const column = interval?.from ?? happened;
  const value = column === undefined ? null : values[column];
  if (typeof value !== 'string') return true;
  const at = parseInstant(value);
  return (at === null ? toDay(value) : londonDay(at)) <= on;
}
