import type { StoredFact } from '@plumbline/database';
import { formatDay, londonDay, parseInstant, type Day } from '@plumbline/domain/calendar';
import { dayOfText } from '../lanes/scene.ts';

/**
 * A line of the log as it stood on a day: what lay ahead was planned, if it was in the diary by then, whatever became of it;
 * what was done to its record later had not been done. Null where nothing of it was there.
 */
export function sessionAsOf(session: StoredFact, on: Day): StoredFact | null {
  const { startedAt, plannedStartAt, bookedAt } = session.values;
  const held = dayOfText(String(startedAt ?? plannedStartAt));
  if (held <= on) return { ...session, values: { ...session.values, ...notYet(session, ['recordSharedAt'], on) } };
  if (typeof bookedAt !== 'string' || dayOfText(bookedAt) > on) return null;
  const ahead = { status: 'planned', startedAt: null, minutes: null, longestBlockMinutes: null, reason: null };
  return { ...session, values: { ...session.values, ...ahead, rearrangedFor: null, recordSharedAt: null } };
}

/** A child's part of a supervision as it stood on a day; null before it was discussed. */
export function discussionAsOf(discussion: StoredFact, on: Day): StoredFact | null {
  const { discussedOn } = discussion.values;
  if (typeof discussedOn === 'string' && discussedOn > formatDay(on)) return null;
  return { ...discussion, values: { ...discussion.values, ...notYet(discussion, ['filedAt', 'summarySentAt'], on) } };
}

/** Instants that had not come by the end of a day, as not given. */
function notYet({ values }: StoredFact, columns: readonly string[], on: Day): Record<string, null> {
  const later = columns.filter((column) => {
    const at = typeof values[column] === 'string' ? parseInstant(values[column]) : null;
    return at !== null && londonDay(at) > on;
  });
  return Object.fromEntries(later.map((column) => [column, null]));
}
