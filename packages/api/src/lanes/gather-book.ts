import { loadBook, type CouncilTransaction, type IdBook, type LaneFacts } from '@plumbline/database';
import type { Duty, Responsibility } from '@plumbline/domain/rules';
import type { Book } from './scene.ts';

/** Shows that an id is not there; calls with it find nothing. */
const NOWHERE = '00000000-0000-0000-0000-000000000000';

/**
 * The random ids of everybody and everything that a scene may name. A reference that nothing current knows by (somebody
 * who left before records here began) gets an id that leads nowhere instead of breaking the page.
 */
export async function gatherBook(
  tx: CouncilTransaction,
  scene: { facts: LaneFacts; duties: readonly Duty[]; responsibilities: readonly Responsibility[] },
): Promise<Book> {
  const persons = new Set<string>(scene.facts.person.map((person) => person.person));
  const children = new Set<string>();
  const add = (to: Set<string>, ref: string | null): void => {
    if (ref !== null) to.add(ref);
  };
  for (const answer of scene.responsibilities) {
    (answer.kind === 'person' ? persons : children).add(answer.ref);
    add(persons, answer.worker);
    add(persons, answer.supervisor);
    add(persons, answer.lineManager);
    add(persons, answer.secondLineManager);
  }
  for (const duty of scene.duties) {
    (duty.about.kind === 'person' ? persons : children).add(duty.about.ref);
    add(persons, duty.owedBy);
  }
  for (const session of scene.facts.session) persons.add(session.supervisee).add(session.supervisor);
  for (const discussion of scene.facts.discussion) children.add(discussion.child);
  for (const post of scene.facts.post) {
    add(persons.add(post.person), post.lineManager);
    add(persons, post.secondLineManager);
  }
  const sessions = new Set(scene.facts.session.map((session) => session.session));
  for (const discussion of scene.facts.discussion) add(sessions, discussion.session);
  return toleratingUnknown(await loadBook(tx, { persons, children, sessions }));
}

/** The same book, in which what it was not asked to hold leads nowhere. */
export function toleratingUnknown(book: IdBook): Book {
  return { id: (kind, ref) => idOrNowhere(book, kind, ref) };
}

function idOrNowhere(book: IdBook, kind: Parameters<Book['id']>[0], ref: string): string {
  try {
    return book.id(kind, ref);
  } catch (error) {
    if (error instanceof RangeError) return NOWHERE;
    throw error;
  }
}
