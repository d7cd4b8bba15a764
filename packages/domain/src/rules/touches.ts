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
  isEverybody: false,
};

/** The subjects that a fact of a kind touches, with the look-ups that only the store can make named apart. */
export function touches(kind: FactKindName, fact: AnyFact): Touched {
  const text = (column: string): string[] => (typeof fact[column] === 'string' ? [fact[column]] : []);
  switch (kind) {
    case 'person':
      return { ...NOTHING, persons: text('person'), childrenOfWorkers: text('person'), superviseesOf: text('person') };
    case 'post':
      return { ...NOTHING, persons: text('person'), childrenOfWorkers: text('person'), superviseesOf: text('person') };
    case 'registration':
    case 'training':
      return { ...NOTHING, persons: text('person'), superviseesOf: text('person') };
    case 'absence':
    case 'shift':
    case 'stage-decision':
    case 'deviation':
    case 'attendance':
    case 'access-request':
      return { ...NOTHING, persons: text('person') };
    case 'agreement':
      return { ...NOTHING, persons: text('supervisee') };
    case 'event':
    case 'action':
      return { ...NOTHING, persons: text('person'), children: text('child') };
    case 'action-progress':
      return { ...NOTHING, subjectsOfActions: text('action') };
    case 'group':
      return { ...NOTHING, persons: text('facilitator'), membersOfTeams: text('team') };
    case 'record':
      return { ...NOTHING, persons: text('supervisee'), superviseesOfSessions: text('session') };
    case 'front-door-contact':
      return { ...NOTHING, persons: text('worker'), superviseesOfSessions: text('session') };
    case 'supervision-pair':
      return { ...NOTHING, persons: [...text('supervisee'), ...text('supervisor')], childrenOfWorkers: text('supervisee') };
    case 'child':
      return {
        ...NOTHING,
        children: text('child'),
        workersOfChildren: text('child'),
        childrenOfFamilies: text('family'),
      };
    case 'child-status':
    case 'placement':
    case 'child-flag':
      return { ...NOTHING, children: text('child') };
    case 'allocation':
      return { ...NOTHING, children: text('child'), persons: text('worker') };
    case 'agreed-interval':
      return fact['subjectKind'] === 'person'
        ? { ...NOTHING, persons: text('subject') }
        : { ...NOTHING, children: text('subject') };
    case 'session':
      return { ...NOTHING, persons: text('supervisee'), childrenOfSessions: text('session') };
    case 'discussion':
      return {
        ...NOTHING,
        children: text('child'),
        superviseesOfSessions: text('session'),
        siblingsOf: fact['concernsFamily'] === true ? text('child') : [],
      };
    case 'team':
      return { ...NOTHING, isEverybody: true };
    case 'family':
      return NOTHING;
  }
}
