import type { Day, EpochMinute } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Moment } from '../policy/index.ts';
import { dayOfInstant, dayOfMinute, toDay, toInstant } from './fact-days.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';

/** When something happened: a day, and the instant where one is recorded. */
export interface At {
  readonly day: Day;
  readonly at: EpochMinute | null;
}

/** The facts that a moment may be read from. */
export interface MomentFacts {
  readonly session: FactOf<'session'> | null;
  readonly discussion: FactOf<'discussion'> | null;
  readonly allocation: FactOf<'allocation'> | null;
  readonly pair: FactOf<'supervision-pair'> | null;
}

type ReadMoment = (facts: MomentFacts, index: FactIndex) => At | null;

/** What a log entry shows without a time of its own is taken to have been so when the supervision was to begin. */
function withSession(test: (session: FactOf<'session'>) => boolean): ReadMoment {
  return ({ session }) => (session !== null && test(session) ? { day: dayOfInstant(session.plannedStartAt), at: null } : null);
}

const READ: Readonly<Record<Moment, ReadMoment>> = {
  'session.plannedStartAt': ({ session }) => fromInstant(session?.plannedStartAt ?? null),
  'session.bookedAt': ({ session }) => fromInstant(session?.bookedAt ?? null),
  'session.heldOn': ({ session }) => (session === null ? null : { day: sessionDay(session), at: null }),
  'session.recordSharedAt': ({ session }) => fromInstant(session?.recordSharedAt ?? null),
  'session.recordFiledAt': ({ session }) => fromInstant(session?.recordFiledAt ?? null),
  'session.superviseeSignedAt': ({ session }) => fromInstant(session?.superviseeSignedAt ?? null),
  'session.outcomeRecorded': withSession((session) => session.status !== 'planned'),
  'session.rearranged': withSession((session) => session.rearrangedFor !== null),
  'session.reasonGiven': withSession((session) => session.reason !== null),
  'discussion.discussedOn': ({ discussion }) => (discussion === null ? null : { day: toDay(discussion.discussedOn), at: null }),
  'discussion.summarySentAt': ({ discussion }) => fromInstant(discussion?.summarySentAt ?? null),
  'discussion.filedAt': ({ discussion }) => fromInstant(discussion?.filedAt ?? null),
  'allocation.allocatedAt': ({ allocation }) => fromInstant(allocation?.allocatedAt ?? null),
  'allocation.discussedAt': ({ allocation }) => fromInstant(allocation?.discussedAt ?? null),
  'relationship.from': ({ pair }) => (pair === null ? null : { day: toDay(pair.from), at: null }),
  'relationship.firstBookedAt': ({ pair }, index) => (pair === null ? null : firstBooking(pair, index)),
  'event.on': () => null,
  'event.doneOn': () => null,
};

/** When a moment was; null where it has not been recorded. */
export function momentOf(moment: Moment, facts: MomentFacts, index: FactIndex): At | null {
  return READ[moment](facts, index);
}

function fromInstant(text: string | null): At | null {
  if (text === null) return null;
  const at = toInstant(text);
  return { day: dayOfMinute(at), at };
}

/** When the first session of a pair was put in the diary; where that was not kept, the day of the session itself. */
function firstBooking(pair: FactOf<'supervision-pair'>, index: FactIndex): At | null {
  const from = toDay(pair.from);
  const days = index.sessionsOf
    .get(pair.supervisee)
    .filter((session) => session.supervisor === pair.supervisor && dayOfInstant(session.plannedStartAt) >= from)
    .map((session) => dayOfInstant(session.bookedAt ?? session.plannedStartAt));
  return days.length === 0 ? null : { day: Math.max(Math.min(...days), from), at: null };
}
