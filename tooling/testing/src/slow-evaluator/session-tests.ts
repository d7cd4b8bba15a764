import type { FactOf, Facts } from '@plumbline/domain/facts';
import type { SessionTest } from '@plumbline/domain/policy';
import { londonDate, type IsoDate } from './dates.ts';
import { isRelated } from './relations.ts';

type Session = FactOf<'session'>;

/** The day on which it was held, or was to be. */
export function dayOfSession(session: Session): IsoDate {
  return londonDate(session.startedAt ?? session.plannedStartAt);
}

/** Whether a session is one of those that a test means. What names no purpose is for all; what names no way was in any. */
export function isMeant(test: SessionTest | undefined, session: Session, facts: Facts): boolean {
  if (test === undefined) return true;
  const isAmong = (values: readonly string[] | undefined, value: string | null): boolean =>
    values === undefined || (value !== null && values.includes(value));
  const purposes = session.purposes ?? [];
  const group = facts.group.find((row) => row.group === session.group);
  return (
    isAmong(test.kinds, session.kind) &&
    isAmong(test.statuses, session.status) &&
    (test.purposes === undefined || purposes.length === 0 || purposes.some((one) => test.purposes?.includes(one))) &&
    (session.mode === null || isAmong(test.modes, session.mode)) &&
    isAmong(test.cancelledBy, session.cancelledBy) &&
    isAmong(test.conversations, session.conversation) &&
    isAmong(test.observes, session.observes ?? 'practice') &&
    (test.isFormal === undefined || test.isFormal === (session.isFormal === true)) &&
    isAmong(test.audiences, session.group === null ? null : (group?.audience ?? null)) &&
    isAsked(test.discussesChildren, () => facts.discussion.some((row) => row.session === session.session)) &&
    isAsked(test.discussesContacts, () => facts['front-door-contact'].some((row) => row.session === session.session)) &&
    isWrittenUp(test, session, facts) &&
    isHeldBy(test, session, facts)
  );
}

/** All the sections asked for stand in one and the same record. */
function isWrittenUp({ recordHolds }: SessionTest, session: Session, facts: Facts): boolean {
  if (recordHolds === undefined) return true;
  const written = facts.record.filter((row) => row.session === session.session).map((row) => new Set(row.sections ?? []));
  return written.some((sections) => new Set(recordHolds).isSubsetOf(sections));
}

function isAsked(wanted: boolean | undefined, isSo: () => boolean): boolean {
  return wanted === undefined || wanted === isSo();
}

function isHeldBy({ by }: SessionTest, session: Session, facts: Facts): boolean {
  if (by === undefined) return true;
  const day = dayOfSession(session);
  return by.some((relation) => isRelated(facts, relation, session.supervisor, session.supervisee, session, day));
}
