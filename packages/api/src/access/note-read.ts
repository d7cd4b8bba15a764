import type { ReadWhat } from '@plumbline/analytics/compliance';
import { keepRead, type CouncilTransaction } from '@plumbline/database';
import { groundOf } from '@plumbline/domain/access';
import type { Caller } from './caller.ts';
import { accessSubjects, type SubjectReference } from './require-subject.ts';

/**
 * Keeps that the caller looks at somebody's record, on which ground, in the transaction that reads it: an answer goes out
 * only once its line stands. Looking at one's own is nobody's business. Null stands for what belongs to nobody in particular.
 */
export async function noteRead(
  tx: CouncilTransaction,
  caller: Caller,
  subject: SubjectReference | null,
  what: ReadWhat,
  /** Set where access does not rest on how the caller stands to them, but on having been named to audit what was drawn. */
  isFromSample = false,
): Promise<void> {
  caller.noted.add(what);
  if (subject === null) return;
  const [known] = await accessSubjects(tx, [subject]);
  if (known === undefined) return;
  const stands = groundOf(caller.actor, known, caller.today);
  if (stands === 'own') return;
  const ground = isFromSample ? 'sample' : stands;
  await keepRead(tx, { reader: caller.signedIn.person, aboutKind: subject.kind, aboutRef: subject.ref, what, ground });
}
