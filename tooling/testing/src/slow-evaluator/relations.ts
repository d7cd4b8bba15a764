import type { FactOf, Facts } from '@plumbline/domain/facts';
import { within, type IsoDate } from './dates.ts';

type Pair = FactOf<'supervision-pair'>;
type Post = FactOf<'post'>;

/** In the order in which they answer for somebody: the named supervisor, whoever covers, a professional one. */
const ANSWERING: readonly string[] = ['designated', 'cover', 'professional'];

/** Whoever supervises somebody on a day: of two, the more important capacity, then the later arrangement. */
export function supervisorOn(facts: Facts, person: string, day: IsoDate): string | null {
  const pairs = pairsOn(facts, person, day).filter(
    (pair) => ANSWERING.includes(pair.capacity) && !hasLeft(facts, pair.supervisor, day),
  );
  const order = (pair: Pair): number => ANSWERING.indexOf(pair.capacity);
  pairs.sort((a, b) => order(a) - order(b) || compare(b.from, a.from) || compare(a.supervisor, b.supervisor));
  return pairs[0]?.supervisor ?? null;
}

function pairsOn(facts: Facts, person: string, day: IsoDate): Pair[] {
  return facts['supervision-pair'].filter((pair) => pair.supervisee === person && within(day, pair.from, pair.to));
}

function hasLeft(facts: Facts, person: string, day: IsoDate): boolean {
  const to = facts.person.find((row) => row.person === person)?.employedTo ?? null;
  return to !== null && to < day;
}

export function postsOn(facts: Facts, person: string, day: IsoDate): Post[] {
  return facts.post.filter((post) => post.person === person && within(day, post.from, post.to));
}

/** The post of two that began later. */
export function mainPostOn(facts: Facts, person: string, day: IsoDate): Post | null {
  return postsOn(facts, person, day).toSorted((a, b) => compare(b.from, a.from) || compare(a.post, b.post))[0] ?? null;
}

/** Both managers of a job share, of all posts held. */
export function managersOn(facts: Facts, person: string, day: IsoDate): string[] {
  return postsOn(facts, person, day).flatMap(({ lineManager, secondLineManager }) =>
    [lineManager, secondLineManager].filter((ref) => ref !== null),
  );
}

/** The worker who holds a child's case on a day: of two the one allocated later, and nobody who has left. */
export function workerOn(facts: Facts, child: string, day: IsoDate, londonDate: (at: string) => IsoDate): string | null {
  const held = facts.allocation.filter(
    (row) =>
      row.child === child &&
      row.isSecondary !== true &&
      !hasLeft(facts, row.worker, day) &&
      within(day, londonDate(row.allocatedAt), row.endedOn),
  );
  return held.toSorted((a, b) => compare(b.allocatedAt, a.allocatedAt))[0]?.worker ?? null;
}

/** Whether somebody is to a person what a word says. */
export function isRelated(
  facts: Facts,
  relation: string,
  who: string,
  person: string | null,
  session: FactOf<'session'> | null,
  day: IsoDate,
): boolean {
  if (relation === 'session-supervisor') return session?.supervisor === who;
  if (person === null) return false;
  switch (relation) {
    case 'self':
      return who === person;
    case 'line-manager':
      return managersOn(facts, person, day).includes(who);
    case 'supervisors-manager':
      return inCapacity(facts, person, 'designated', day).some((one) => managersOn(facts, one, day).includes(who));
    case 'chain':
      return lineOf(facts, person, day).has(who);
    case 'peer':
      return isPeer(facts, who, person, day);
    default:
      return inCapacity(facts, person, relation === 'supervisor' ? 'designated' : relation, day).includes(who);
  }
}

export function inCapacity(facts: Facts, person: string, capacity: string, day: IsoDate): string[] {
  return pairsOn(facts, person, day)
    .filter((pair) => pair.capacity === capacity)
    .map((pair) => pair.supervisor);
}

/** Everybody up the line. */
function lineOf(facts: Facts, person: string, day: IsoDate): ReadonlySet<string> {
  const line = new Set<string>();
  const walk = (one: string): void => {
    for (const manager of managersOn(facts, one, day)) {
      if (line.has(manager)) continue;
      line.add(manager);
      walk(manager);
    }
  };
  walk(person);
  return line;
}

function isPeer(facts: Facts, who: string, person: string, day: IsoDate): boolean {
  if (who === person || managersOn(facts, person, day).includes(who)) return false;
  const role = mainPostOn(facts, person, day)?.role;
  return role !== undefined && postsOn(facts, who, day).some((post) => post.role === role);
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
