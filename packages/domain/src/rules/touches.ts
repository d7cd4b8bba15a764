import type { AnyFact, FactKindName } from '../facts/index.ts';

/** Which subjects' duties may change when a fact does. */
export interface Touched {
  readonly persons: readonly string[];
  readonly children: readonly string[];
  /** Also every child that one of these workers holds or held. */
  readonly childrenOfWorkers: readonly string[];
  /** Also every child discussed in one of these sessions. */
  readonly childrenOfSessions: readonly string[];
  /** Also the supervisee of each of these sessions. */
  readonly superviseesOfSessions: readonly string[];
  /**
   * Also everybody supervised by one of these people, by arrangement or in a session, whose record or departure names them, and
   * the children of all of these: who may supervise, write and agree is read from their posts and registrations.
   */
  readonly superviseesOf: readonly string[];
  /** Also every worker who holds or held one of these children. */
  readonly workersOfChildren: readonly string[];
  /** Also the other children of the families of these children. */
  readonly siblingsOf: readonly string[];
  /** Also every child of these families. */
  readonly childrenOfFamilies: readonly string[];
  /** Also everybody who holds or held a post in one of these teams. */
  readonly membersOfTeams: readonly string[];
  /** Also the person and the child of each of these actions. */
  readonly subjectsOfActions: readonly string[];
  /** Also the supervisee of each of these records. */
  readonly superviseesOfRecords: readonly string[];
  /** Also the person and the child of each of these events. */
  readonly subjectsOfEvents: readonly string[];
  /**
   * Also every child that one of these workers holds or held, under a policy that looks for cases left out of a session: whoever
   * knows the policy may leave these be otherwise.
   */
  readonly childrenInSessionsOf: readonly string[];
  /** The change may touch anybody in the council; rebuild all. */
  readonly isEverybody: boolean;
}

const NOTHING: Touched = {
  persons: [],
  children: [],
  childrenOfWorkers: [],
  childrenOfSessions: [],
  superviseesOfSessions: [],
  superviseesOf: [],
  workersOfChildren: [],
  siblingsOf: [],
  childrenOfFamilies: [],
  membersOfTeams: [],
  subjectsOfActions: [],
  superviseesOfRecords: [],
  subjectsOfEvents: [],
  childrenInSessionsOf: [],
  isEverybody: false,
};

type Read = (column: string) => readonly string[];
type Reach = (read: Read, fact: AnyFact) => Partial<Touched>;

const ownPerson: Reach = (read) => ({ persons: read('person') });
const ownChild: Reach = (read) => ({ children: read('child') });
const ownPersonOrChild: Reach = (read) => ({ persons: read('person'), children: read('child') });
const nothing: Reach = () => ({});
/** Whom somebody may supervise, and what they may write, is read from these. */
const fitness: Reach = (read) => ({ persons: read('person'), superviseesOf: read('person') });
const placeInLine: Reach = (read) => ({
  persons: read('person'),
  childrenOfWorkers: read('person'),
  superviseesOf: read('person'),
});

const REACH: Readonly<Record<FactKindName, Reach>> = {
  team: () => ({ isEverybody: true }),
  person: placeInLine,
  post: placeInLine,
  registration: fitness,
  training: fitness,
  absence: ownPerson,
  shift: ownPerson,
  'supervision-pair': (read) => ({
    persons: [...read('supervisee'), ...read('supervisor')],
    childrenOfWorkers: read('supervisee'),
  }),
  family: nothing,
  child: (read) => ({ children: read('child'), workersOfChildren: read('child'), childrenOfFamilies: read('family') }),
  'child-status': ownChild,
  placement: ownChild,
  'child-flag': ownChild,
  allocation: (read) => ({ children: read('child'), persons: read('worker') }),
  'agreed-interval': (read, fact) =>
    fact['subjectKind'] === 'person'
      ? { persons: read('subject') }
      : { children: read('subject'), workersOfChildren: read('subject') },
  'stage-decision': ownPerson,
  agreement: (read) => ({ persons: read('supervisee') }),
  deviation: ownPerson,
  event: ownPersonOrChild,
  group: (read) => ({ persons: read('facilitator'), membersOfTeams: read('team') }),
  attendance: ownPerson,
  session: (read) => ({
    persons: read('supervisee'),
    childrenOfSessions: read('session'),
    childrenInSessionsOf: read('supervisee'),
  }),
  discussion: (read, fact) => ({
    children: read('child'),
    superviseesOfSessions: read('session'),
    siblingsOf: fact['concernsFamily'] === true ? read('child') : [],
  }),
  'front-door-contact': (read) => ({ persons: read('worker'), superviseesOfSessions: read('session') }),
  record: (read) => ({ persons: read('supervisee'), superviseesOfSessions: read('session') }),
  action: ownPersonOrChild,
  'action-progress': (read) => ({ subjectsOfActions: read('action') }),
  'access-request': ownPerson,
  confirmation: (read) => ({
    persons: read('person'),
    children: read('child'),
    superviseesOfSessions: read('session'),
    superviseesOfRecords: read('record'),
    subjectsOfEvents: read('event'),
  }),
  'audit-result': nothing,
  'audit-answer': nothing,
  'rival-event': nothing,
  'context-figure': nothing,
};

/** The subjects that a fact of a kind touches, with the look-ups that only the store can make named apart. */
export function touches(kind: FactKindName, fact: AnyFact): Touched {
  const read: Read = (column) => (typeof fact[column] === 'string' ? [fact[column]] : []);
  return { ...NOTHING, ...REACH[kind](read, fact) };
}
