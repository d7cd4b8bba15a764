import type { NeedRow } from '@plumbline/analytics/compliance';
import { linesToSeeTo, loadBook, type CouncilTransaction } from '@plumbline/database';
import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { allowedOf } from '../access/require-subject.ts';

/** A child said to be discussed this long ago and still not on the file has most likely been dealt with elsewhere. */
const FILE_WITHIN_DAYS = 120;

/**
 * Supervisions whose time has passed without a word on what became of them, and children discussed but not yet on the file; about those whom
 * the caller may still log for, since relations end and the log stays.
 */
export async function logNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('supervisions:log')) return [];
  const from = formatDay(caller.today - FILE_WITHIN_DAYS);
  const lines = await linesToSeeTo(tx, { supervisor: caller.signedIn.person, from, now: formatInstant(caller.now) });
  const staff = [...new Set(lines.map(({ supervisee }) => supervisee))];
  if (staff.length === 0) return [];
  const [allowed, people, book] = await Promise.all([
    allowedOf(
      tx,
      caller,
      'supervisions:log',
      staff.map((ref) => ({ kind: 'person' as const, ref })),
    ),
    factsNaming(tx, 'person', ['person'], staff),
    loadBook(tx, { persons: staff }),
  ]);
  const names = new Map(people.map(({ person, name }) => [person, name]));
  const theirs = new Set(allowed.map(({ ref }) => ref));
  return lines
    .filter(({ supervisee }) => theirs.has(supervisee))
    .map(({ id, supervisee, isPlanned, on, unfiled }): NeedRow => {
      const label = names.get(supervisee) ?? supervisee;
      const subject = { id: book.id('person', supervisee), kind: 'person' as const, label, descriptors: [], team: null };
      const kind = isPlanned ? 'outcome-missing' : 'not-on-file';
      return { kind, duty: null, subject, sessionId: id, on, count: isPlanned ? null : unfiled };
    });
}
