import type { FactOf } from '../facts/index.ts';
import type { SessionTest } from '../policy/index.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import { isRelated } from './relations.ts';

/** Tests of a session that few rules ask: who held it, what it watched, for whom the group was. */
export function furtherMatches(test: SessionTest, session: FactOf<'session'>, index: FactIndex): boolean {
  if (test.discussesContacts !== undefined && index.contactsIn.get(session.session).length > 0 !== test.discussesContacts)
    return false;
  if (test.recordHolds !== undefined && !isRecorded(test.recordHolds, session, index)) return false;
  if (test.conversations !== undefined && !isAmong(test.conversations, session.conversation)) return false;
  // An observation of which nobody said what was watched is one of practice.
  if (test.observes !== undefined && !test.observes.includes(session.observes ?? 'practice')) return false;
  if (test.isFormal !== undefined && (session.isFormal === true) !== test.isFormal) return false;
  if (test.audiences !== undefined) {
    const group = session.group === null ? undefined : index.groups.get(session.group);
    if (!isAmong(test.audiences, group?.audience ?? null)) return false;
  }
  const { by } = test;
  if (by === undefined) return true;
  const of = { person: session.supervisee, session };
  return by.some((relation) => isRelated(index, relation, session.supervisor, of, sessionDay(session)));
}

/** Whether one record of a session holds all of these sections. */
function isRecorded(sections: readonly string[], { session }: FactOf<'session'>, index: FactIndex): boolean {
  return index.recordsIn.get(session).some((record) => sections.every((section) => record.sections?.includes(section) === true));
}

function isAmong(values: readonly string[], value: string | null): boolean {
  return value !== null && values.includes(value);
}
