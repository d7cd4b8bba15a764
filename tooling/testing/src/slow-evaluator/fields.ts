import type { FactKindName, FactOf, Facts } from '@plumbline/domain/facts';
import type { FieldTest, SessionTest } from '@plumbline/domain/policy';
import { londonDate, minuteOf, within, type IsoDate } from './dates.ts';
import { stageBegan } from './further-attributes.ts';
import { compare, isRelated, workerOn } from './relations.ts';
import { dayOfSession, isMeant } from './session-tests.ts';
import type { Thing } from './things.ts';

/** When something was: a day, and the minute where one is recorded. */
export interface Moment {
  readonly day: IsoDate;
  readonly minute: number | null;
}

/** The value of `kind.column` of a thing; undefined where the thing has no such row. */
export function valueOf(thing: Thing, field: string): unknown {
  const dot = field.indexOf('.');
  const name = field.slice(0, dot);
  const kind = (name === 'relationship' ? 'supervision-pair' : name) as FactKindName;
  const row = kind === 'session' ? thing.session : thing.rows[kind];
  return (row as Readonly<Record<string, unknown>> | null | undefined)?.[field.slice(dot + 1)];
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** The person supervised, or who holds the child on the day. */
export function personBehind(facts: Facts, thing: Thing): string | null {
  return thing.kind === 'person' ? thing.ref : workerOn(facts, thing.ref, thing.day, londonDate);
}

/** Whether a field reads as a test asks. */
export function readsSo(facts: Facts, thing: Thing, field: string, test: FieldTest): boolean {
  const value = valueOf(thing, field);
  if (test === 'given' || test === 'missing') return isNothing(value) === (test === 'missing');
  if (Array.isArray(test)) {
    const values: unknown[] = Array.isArray(value) ? value : [value];
    return values.some((one) => (test as unknown[]).includes(one) && one !== undefined && one !== null);
  }
  if (typeof value !== 'string') return false;
  const person = personBehind(facts, thing);
  const stands = (relation: string): boolean => isRelated(facts, relation, value, person, thing.session, thing.day);
  return 'is' in test ? test.is.some(stands) : !test.isNot.some(stands);
}

/** When a moment of a thing was; null where that is not recorded. */
export function momentOf(facts: Facts, thing: Thing, moment: string, which: SessionTest | undefined): Moment | null {
  const { session } = thing;
  const pair = thing.rows['supervision-pair'] as FactOf<'supervision-pair'> | undefined;
  const agreement = (thing.rows.agreement ?? null) as FactOf<'agreement'> | null;
  switch (moment) {
    case 'session.heldOn':
      return session === null ? null : { day: dayOfSession(session), minute: null };
    case 'session.outcomeRecorded':
      return logged(session, (row) => row.status !== 'planned');
    case 'session.rearranged':
      return logged(session, (row) => row.rearrangedFor !== null);
    case 'session.reasonGiven':
      return logged(session, (row) => row.reason !== null);
    case 'session.signedByBothAt':
    case 'record.signedByBothAt':
      return both(session?.supervisorSignedAt, session?.superviseeSignedAt);
    case 'relationship.firstBookedAt':
      return pair === undefined ? null : firstBooked(facts, pair);
    case 'relationship.firstSessionOn':
      return pair === undefined ? null : firstHeld(facts, pair, which);
    case 'relationship.agreementSharedOn':
      return at(agreement?.sharedOn);
    case 'relationship.agreementDiscussedOn':
      return at(agreement?.discussedOn);
    case 'relationship.agreementSignedOn':
      return both(agreement?.supervisorSignedOn, agreement?.superviseeSignedOn);
    case 'agreement.settledOn':
      return settled(agreement);
    case 'agreement.lookedAtAgainOn':
      return lookedAtAgain(facts, agreement);
    case 'stage-decision.stageBeganOn':
      return at(stageBegan(facts, thing.rows['stage-decision'] as FactOf<'stage-decision'>));
    case 'action.progressNotedOn':
      return at(
        facts['action-progress']
          .filter((row) => row.action === thing.rows.action?.['action'])
          .map((row) => row.notedOn)
          .toSorted()[0],
      );
    default: {
      const value = valueOf(thing, moment);
      return at(typeof value === 'string' ? value : null);
    }
  }
}

function at(text: string | null | undefined): Moment | null {
  if (text === null || text === undefined) return null;
  return text.length > 10 ? { day: londonDate(text), minute: minuteOf(text) } : { day: text, minute: null };
}

/** What a line of the log shows without a time of its own, on the day on which the supervision was to begin. */
function logged(session: FactOf<'session'> | null, isShown: (row: FactOf<'session'>) => boolean): Moment | null {
  return session !== null && isShown(session) ? { day: londonDate(session.plannedStartAt), minute: null } : null;
}

/** The later of two, both being there. */
function both(first: string | null | undefined, second: string | null | undefined): Moment | null {
  return isNothing(first) || isNothing(second) ? null : at([first, second].toSorted().at(-1));
}

function firstBooked(facts: Facts, pair: FactOf<'supervision-pair'>): Moment | null {
  const days = facts.session
    .filter((row) => row.supervisee === pair.supervisee && row.supervisor === pair.supervisor)
    .filter((row) => londonDate(row.plannedStartAt) >= pair.from)
    .map((row) => londonDate(row.bookedAt ?? row.plannedStartAt))
    .toSorted();
  const first = days[0];
  return first === undefined ? null : { day: first < pair.from ? pair.from : first, minute: null };
}

function firstHeld(facts: Facts, pair: FactOf<'supervision-pair'>, which: SessionTest | undefined): Moment | null {
  const held = facts.session
    .filter((row) => row.supervisee === pair.supervisee && row.supervisor === pair.supervisor)
    .filter((row) => (row.status === 'held' || row.status === 'interrupted') && isMeant(which, row, facts))
    .map((row) => row.startedAt ?? row.plannedStartAt)
    .filter((instant) => within(londonDate(instant), pair.from, pair.to));
  return at(held.toSorted()[0]);
}

/** When the two last settled an agreement: both signed, or looked at it again. */
function settled(agreement: FactOf<'agreement'> | null): Moment | null {
  const signed = both(agreement?.supervisorSignedOn, agreement?.superviseeSignedOn);
  const reviewed = at(agreement?.reviewedOn);
  return signed === null || (reviewed !== null && reviewed.day > signed.day) ? reviewed : signed;
}

function lookedAtAgain(facts: Facts, agreement: FactOf<'agreement'> | null): Moment | null {
  const since = settled(agreement);
  if (agreement === null || since === null) return null;
  const days = facts.agreement
    .filter((row) => row.supervisee === agreement.supervisee && row.supervisor === agreement.supervisor)
    .flatMap((row) => settled(row)?.day ?? [])
    .filter((day) => day > since.day);
  return at(days.toSorted(compare)[0]);
}
