import { FAR_FUTURE, type Day } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import { dayOfInstant, endDay, toDay } from './fact-days.ts';
import { mergeStretches, type FactIndex, type Stretch } from './fact-index.ts';
import { keptWith } from './kept.ts';

/** Who answers for a person or a child, and when. Null where nobody does. */
export interface Responsibility {
  readonly kind: 'person' | 'child';
  readonly ref: string;
  readonly from: Day;
  /** Last day; null while it goes on. */
  readonly to: Day | null;
  /** For a child the allocated worker; for a person the person. */
  readonly worker: string | null;
  /** The named supervisor of the worker, else whoever covers. */
  readonly supervisor: string | null;
  readonly lineManager: string | null;
  /** Whoever shares the management of the post with the line manager, where it is marked as a job share. */
  readonly secondLineManager: string | null;
  readonly team: string | null;
}

type Answer = Pick<Responsibility, 'worker' | 'supervisor' | 'lineManager' | 'secondLineManager' | 'team'>;

/** Who supervises a person on a day: the named supervisor, else a covering or professional one; of two, the later arrangement. */
export function supervisorOn(index: FactIndex, person: string, day: Day): string | null {
  return firstOn(pairsInOrder(index, person), day)?.supervisor ?? null;
}

/** The post that a person holds on a day; of two, the one begun later. */
export function postOn(index: FactIndex, person: string, day: Day): FactOf<'post'> | null {
  return firstOn(postsInOrder(index, person), day);
}

/** The worker who holds a child's case on a day; of two, the one allocated later. Second workers do not count. */
export function workerOn(index: FactIndex, child: string, day: Day): string | null {
  return firstOn(allocationsInOrder(index, child), day)?.worker ?? null;
}

/** A fact with its first and last day: many ask for the same ones, so that they are read once. */
export interface Dated<Fact> extends Stretch {
  readonly fact: Fact;
}

/** Of facts in the order of their weight, the first that holds on a day. */
function firstOn<Fact>(dated: readonly Dated<Fact>[], day: Day): Fact | null {
  for (const one of dated) if (one.from <= day && one.to >= day) return one.fact;
  return null;
}

const pairsInOrder = keptWith((index, person) =>
  index.pairsOf
    .get(person)
    .filter(({ capacity }) => RANK[capacity] !== undefined)
    .toSorted(byWeight)
    .map((fact) => ({ fact, from: toDay(fact.from), to: lastDayWith(index, fact.supervisor, fact.to) })),
);

const RANK: Readonly<Record<string, number | undefined>> = { designated: 0, cover: 1, professional: 2 };

function byWeight(a: FactOf<'supervision-pair'>, b: FactOf<'supervision-pair'>): number {
  const byRank = (RANK[a.capacity] ?? 9) - (RANK[b.capacity] ?? 9);
  return byRank || compared(b.from, a.from) || compared(a.supervisor, b.supervisor);
}

/** Somebody's posts, the one begun later first. */
export const postsInOrder = keptWith((index, person) =>
  index.postsOf
    .get(person)
    .toSorted((a, b) => compared(b.from, a.from) || compared(a.post, b.post))
    .map((fact) => ({ fact, from: toDay(fact.from), to: endDay(fact.to) })),
);

/** Those who hold a child's case first, the one allocated later before. */
export const allocationsInOrder = keptWith((index, child) =>
  index.allocationsOf
    .get(child)
    .filter((allocation) => allocation.isSecondary !== true)
    .toSorted((a, b) => compared(b.allocatedAt, a.allocatedAt))
    .map((fact) => ({
      fact,
      from: dayOfInstant(fact.allocatedAt),
      to: lastDayWith(index, fact.worker, fact.endedOn),
    })),
);

/** Nobody supervises or holds a case after they have left. */
function lastDayWith(index: FactIndex, person: string, to: string | null): Day {
  return Math.min(endDay(to), endDay(index.people.get(person)?.employedTo ?? null));
}

function compared(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Everybody who answers for a person, over their employment. */
export function personResponsibilities(index: FactIndex, ref: string): Responsibility[] {
  const person = index.people.get(ref);
  if (person === undefined) return [];
  const employed = { from: toDay(person.employedFrom), to: endDay(person.employedTo) };
  const cuts = [employed.from, ...chainCuts(index, ref)];
  return intervals('person', ref, [employed], cuts, (day) => chainOn(index, ref, day));
}

/** Everybody who answers for a child, over the days on which the case is open. */
export function childResponsibilities(index: FactIndex, ref: string): Responsibility[] {
  const open = mergeStretches(index.episodesOf.get(ref).map((e) => ({ from: toDay(e.openedOn), to: endDay(e.closedOn) })));
  const cuts: Day[] = open.map((stretch) => stretch.from);
  for (const allocation of index.allocationsOf.get(ref)) {
    cuts.push(dayOfInstant(allocation.allocatedAt), endDay(allocation.endedOn) + 1, ...chainCuts(index, allocation.worker));
    cuts.push(endDay(index.people.get(allocation.worker)?.employedTo ?? null) + 1);
  }
  let lastTeam: string | null = null;
  return intervals('child', ref, open, cuts, (day) => {
    const worker = workerOn(index, ref, day);
    if (worker === null) return { ...NOBODY, team: lastTeam };
    const chain = chainOn(index, worker, day);
    lastTeam = chain.team ?? lastTeam;
    return { ...chain, worker };
  });
}

const NOBODY = { worker: null, supervisor: null, lineManager: null, secondLineManager: null };

function chainOn(index: FactIndex, person: string, day: Day): Answer {
  const post = postOn(index, person, day);
  return {
    worker: person,
    supervisor: supervisorOn(index, person, day),
    lineManager: post?.lineManager ?? null,
    secondLineManager: post?.secondLineManager ?? null,
    team: post?.team ?? null,
  };
}

/** Days on which somebody's post or supervision changes: asked for again for every child of a worker. */
const chainCuts = keptWith((index, person: string): readonly Day[] => {
  const cuts: Day[] = [];
  for (const post of index.postsOf.get(person)) cuts.push(toDay(post.from), endDay(post.to) + 1);
  for (const pair of index.pairsOf.get(person)) {
    cuts.push(toDay(pair.from), endDay(pair.to) + 1, endDay(index.people.get(pair.supervisor)?.employedTo ?? null) + 1);
  }
  return cuts;
});

function intervals(
  kind: 'person' | 'child',
  ref: string,
  within: readonly Stretch[],
  cuts: readonly Day[],
  answerOn: (day: Day) => Answer,
): Responsibility[] {
  const days = [...new Set(cuts)].toSorted((a, b) => a - b);
  const found: {
    kind: 'person' | 'child';
    ref: string;
    from: Day;
    to: Day | null;
    worker: string | null;
    supervisor: string | null;
    lineManager: string | null;
    secondLineManager: string | null;
    team: string | null;
  }[] = [];
  for (const stretch of within) {
    const starts = [stretch.from, ...days.filter((day) => day > stretch.from && day <= stretch.to)];
    starts.forEach((from, i) => {
      const to = Math.min(stretch.to, (starts[i + 1] ?? FAR_FUTURE + 1) - 1);
      const answer = answerOn(from);
      const last = found.at(-1);
      if (last !== undefined && last.to === from - 1 && isSame(last, answer)) last.to = to === FAR_FUTURE ? null : to;
      else found.push({ kind, ref, from, to: to === FAR_FUTURE ? null : to, ...answer });
    });
  }
  return found;
}

function isSame(a: Answer, b: Answer): boolean {
  return (
    a.worker === b.worker &&
    a.supervisor === b.supervisor &&
    a.lineManager === b.lineManager &&
    a.secondLineManager === b.secondLineManager &&
    a.team === b.team
  );
}
