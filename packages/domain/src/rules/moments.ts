import { formatDay, toDay, type Day, type EpochMinute } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Moment } from '../policy/index.ts';
import { dayOfInstant, sessionDay, toInstant, type FactIndex } from './fact-index.ts';

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

/** When a moment was; null where it has not been recorded. */
export function momentOf(moment: Moment, facts: MomentFacts, index: FactIndex): At | null {
  const { session, discussion, allocation, pair } = facts;
  switch (moment) {
    case 'session.plannedStartAt':
      return fromInstant(session?.plannedStartAt ?? null);
    case 'session.bookedAt':
      return fromInstant(session?.bookedAt ?? null);
    case 'session.heldOn':
      return session === null ? null : { day: sessionDay(session), at: null };
    case 'session.recordSharedAt':
      return fromInstant(session?.recordSharedAt ?? null);
    case 'session.recordFiledAt':
      return fromInstant(session?.recordFiledAt ?? null);
    case 'session.superviseeSignedAt':
      return fromInstant(session?.superviseeSignedAt ?? null);
    case 'session.outcomeRecorded':
      return session === null || session.status === 'planned' ? null : { day: dayOfInstant(session.plannedStartAt), at: null };
    case 'session.rearranged':
      return session?.rearrangedFor == null ? null : { day: dayOfInstant(session.plannedStartAt), at: null };
    case 'session.reasonGiven':
      return session?.reason == null ? null : { day: dayOfInstant(session.plannedStartAt), at: null };
    case 'discussion.discussedOn':
      return discussion === null ? null : { day: toDay(discussion.discussedOn), at: null };
    case 'discussion.summarySentAt':
      return fromInstant(discussion?.summarySentAt ?? null);
    case 'discussion.filedAt':
      return fromInstant(discussion?.filedAt ?? null);
    case 'allocation.allocatedAt':
      return fromInstant(allocation?.allocatedAt ?? null);
    case 'allocation.discussedAt':
      return fromInstant(allocation?.discussedAt ?? null);
    case 'relationship.from':
      return pair === null ? null : { day: toDay(pair.from), at: null };
    case 'relationship.firstBookedAt':
      return pair === null ? null : firstBooking(pair, index);
    case 'event.on':
    case 'event.doneOn':
      return null;
  }
}

function fromInstant(text: string | null): At | null {
  return text === null ? null : { day: dayOfInstant(text), at: toInstant(text) };
}

/** When the first session of a pair was put in the diary; where that was not kept, the day of the session itself. */
function firstBooking(pair: FactOf<'supervision-pair'>, index: FactIndex): At | null {
  const days = index.sessionsOf
    .get(pair.supervisee)
    .filter((session) => session.supervisor === pair.supervisor && formatDay(dayOfInstant(session.plannedStartAt)) >= pair.from)
    .map((session) => (session.bookedAt === null ? dayOfInstant(session.plannedStartAt) : dayOfInstant(session.bookedAt)));
  return days.length === 0 ? null : { day: Math.max(Math.min(...days), toDay(pair.from)), at: null };
}
