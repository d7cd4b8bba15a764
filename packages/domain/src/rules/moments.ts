import { FAR_FUTURE, type Day, type EpochMinute } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Moment, SessionTest } from '../policy/index.ts';
import { stageBeganOn } from './attributes.ts';
import { sessionMatches } from './clocks.ts';
import { dayOfInstant, dayOfMinute, endDay, toDay, toInstant } from './fact-days.ts';
import { sessionDay, type FactIndex } from './fact-index.ts';
import { fieldOf } from './field-values.ts';
import type { ItemFacts } from './items.ts';

/** When something happened: a day, and the instant where one is recorded. */
export interface At {
  readonly day: Day;
  readonly at: EpochMinute | null;
}

type ReadMoment = (facts: ItemFacts, index: FactIndex, which: SessionTest | undefined) => At | null;

/** What a log entry shows without a time of its own is taken to have been so when the supervision was to begin. */
function withSession(test: (session: FactOf<'session'>) => boolean): ReadMoment {
  return ({ session }) => (session !== null && test(session) ? { day: dayOfInstant(session.plannedStartAt), at: null } : null);
}

const READ: Readonly<Record<string, ReadMoment>> = {
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
  'session.signedByBothAt': ({ session }) => laterOf(session?.supervisorSignedAt, session?.superviseeSignedAt),
  'record.signedByBothAt': ({ session }) => laterOf(session?.supervisorSignedAt, session?.superviseeSignedAt),
  'relationship.firstSessionOn': ({ pair }, index, which) => (pair === null ? null : firstSession(pair, index, which)),
  'relationship.agreementSharedOn': ({ more }) => fromText(agreementIn(more)?.sharedOn),
  'relationship.agreementDiscussedOn': ({ more }) => fromText(agreementIn(more)?.discussedOn),
  'relationship.agreementSignedOn': ({ more }) => signedOn(agreementIn(more)),
  'agreement.settledOn': ({ more }) => settledOn(agreementIn(more)),
  'agreement.lookedAtAgainOn': ({ more }, index) => lookedAtAgain(agreementIn(more), index),
  'stage-decision.stageBeganOn': ({ more }, index) => {
    const decision = more['stage-decision'] as FactOf<'stage-decision'> | null | undefined;
    const day = decision === null || decision === undefined ? null : stageBeganOn(index, decision);
    return day === null ? null : { day, at: null };
  },
  'action.progressNotedOn': ({ more }, index) => {
    const days = index.progressOf.get(String(more.action?.['action'] ?? '')).map((progress) => toDay(progress.notedOn));
    return days.length === 0 ? null : { day: Math.min(...days), at: null };
  },
};

/** When a moment was; null where it has not been recorded. */
export function momentOf(moment: Moment, facts: ItemFacts, index: FactIndex, which?: SessionTest): At | null {
  const read = READ[moment];
  if (read !== undefined) return read(facts, index, which);
  const value = fieldOf(moment, facts);
  return fromText(typeof value === 'string' ? value : null);
}

/** A date, or an instant, as it is kept. */
function fromText(text: string | null | undefined): At | null {
  if (text === null || text === undefined) return null;
  return text.length > 10 ? fromInstant(text) : { day: toDay(text), at: null };
}

function laterOf(first: string | null | undefined, second: string | null | undefined): At | null {
  if (first === null || first === undefined || second === null || second === undefined) return null;
  return fromText(first > second ? first : second);
}

function agreementIn(more: ItemFacts['more']): FactOf<'agreement'> | null {
  return (more.agreement ?? null) as FactOf<'agreement'> | null;
}

function signedOn(agreement: FactOf<'agreement'> | null): At | null {
  return laterOf(agreement?.supervisorSignedOn, agreement?.superviseeSignedOn);
}

/** When the two last settled it: both signed, or looked at it again. */
function settledOn(agreement: FactOf<'agreement'> | null): At | null {
  const signed = signedOn(agreement);
  const reviewed = fromText(agreement?.reviewedOn);
  return signed === null || (reviewed !== null && reviewed.day > signed.day) ? reviewed : signed;
}

/** When the same two next settled a row of theirs. */
function lookedAtAgain(agreement: FactOf<'agreement'> | null, index: FactIndex): At | null {
  const settled = settledOn(agreement);
  if (agreement === null || settled === null) return null;
  const later = index.agreementsOf
    .get(agreement.supervisee)
    .filter((other) => other.supervisor === agreement.supervisor)
    .flatMap((other) => settledOn(other)?.day ?? [])
    .filter((day) => day > settled.day);
  return later.length === 0 ? null : { day: Math.min(...later), at: null };
}

/** The last day on which the two of an agreement work together; null while it goes on, or where no such pair is known. */
export function pairEndsOn(agreement: FactOf<'agreement'>, index: FactIndex): Day | null {
  const ends = index.pairsOf
    .get(agreement.supervisee)
    .filter((pair) => pair.supervisor === agreement.supervisor && endDay(pair.to) >= toDay(agreement.drawnUpOn))
    .map((pair) => endDay(pair.to));
  const last = ends.length === 0 ? FAR_FUTURE : Math.max(...ends);
  return last === FAR_FUTURE ? null : last;
}

/** The first supervision of a pair that took place, of those that a rule is about. */
function firstSession(pair: FactOf<'supervision-pair'>, index: FactIndex, which: SessionTest | undefined): At | null {
  const from = toDay(pair.from);
  const held = index.sessionsOf
    .get(pair.supervisee)
    .filter(
      (session) => session.supervisor === pair.supervisor && (session.status === 'held' || session.status === 'interrupted'),
    )
    .filter((session) => which === undefined || sessionMatches(which, session, index))
    .map((session) => fromInstant(session.startedAt ?? session.plannedStartAt))
    .filter((at): at is At => at !== null && at.day >= from && at.day <= endDay(pair.to));
  held.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return held[0] ?? null;
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
