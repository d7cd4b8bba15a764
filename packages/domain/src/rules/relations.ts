import type { Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import type { Relation } from '../policy/index.ts';
import { endDay, toDay } from './fact-days.ts';
import type { FactIndex } from './fact-index.ts';
import { postOn } from './responsibility.ts';

/** To whom somebody is related: the person supervised or the worker who holds the child, and the session where there is one. */
export interface RelatedTo {
  readonly person: string | null;
  readonly session?: FactOf<'session'> | null | undefined;
}

type Capacity = FactOf<'supervision-pair'>['capacity'];

const CAPACITY_OF: Readonly<Partial<Record<Relation, Capacity>>> = {
  supervisor: 'designated',
  assessor: 'assessor',
  professional: 'professional',
  cover: 'cover',
  'practice-educator': 'practice-educator',
  'development-officer': 'development-officer',
  'practice-consultant': 'practice-consultant',
};

/** Further up than this no line goes; one that runs in a circle ends here too. */
const LONGEST_LINE = 12;

/** Whether somebody stands in a relation to a person on a day. Two who share the management of a post are both line managers. */
export function isRelated(index: FactIndex, relation: Relation, who: string, of: RelatedTo, day: Day): boolean {
  const { person } = of;
  if (relation === 'session-supervisor') return of.session?.supervisor === who;
  if (person === null) return false;
  const capacity = CAPACITY_OF[relation];
  if (capacity !== undefined) return inCapacity(index, person, capacity, day).includes(who);
  switch (relation) {
    case 'self':
      return who === person;
    case 'line-manager':
      return managersOf(index, person, day).includes(who);
    case 'supervisors-manager':
      return inCapacity(index, person, 'designated', day).some((supervisor) => managersOf(index, supervisor, day).includes(who));
    case 'chain':
      return isInLine(index, who, person, day);
    case 'peer':
      return isPeer(index, who, person, day);
    default:
      return false;
  }
}

/** Who supervises a person in a capacity on a day. */
export function inCapacity(index: FactIndex, person: string, capacity: Capacity, day: Day): string[] {
  return index.pairsOf
    .get(person)
    .filter((pair) => pair.capacity === capacity && toDay(pair.from) <= day && endDay(pair.to) >= day)
    .map((pair) => pair.supervisor);
}

/** The line managers of whatever posts a person holds on a day. */
export function managersOf(index: FactIndex, person: string, day: Day): string[] {
  return postsOn(index, person, day).flatMap((post) => [post.lineManager, post.secondLineManager].filter((ref) => ref !== null));
}

function postsOn(index: FactIndex, person: string, day: Day): FactOf<'post'>[] {
  return index.postsOf.get(person).filter((post) => toDay(post.from) <= day && endDay(post.to) >= day);
}

function isInLine(index: FactIndex, who: string, person: string, day: Day): boolean {
  let line = [person];
  for (let step = 0; step < LONGEST_LINE && line.length > 0; step += 1) {
    line = line.flatMap((one) => managersOf(index, one, day));
    if (line.includes(who)) return true;
  }
  return false;
}

/** Somebody in the same kind of post who does not manage the person. */
function isPeer(index: FactIndex, who: string, person: string, day: Day): boolean {
  if (who === person || managersOf(index, person, day).includes(who)) return false;
  const role = postOn(index, person, day)?.role;
  return role !== undefined && postsOn(index, who, day).some((post) => post.role === role);
}
