import type { Day } from '@plumbline/domain/calendar';
import type { Duty, FactIndex, Responsibility } from '@plumbline/domain/rules';
import { FEWEST_PERSONS } from '../../audits/enough.ts';
import { teamOn } from '../what-if-council.ts';

/** Whose pack it is: the whole council's, or that of one children's home (a team of kind `residential`) by the code of its team. */
export type PackScope = { readonly kind: 'council' } | { readonly kind: 'home'; readonly team: string; readonly name: string };

export const WHOLE_COUNCIL: PackScope = { kind: 'council' };

/** Whether the team that answered for a person or a child on a day is within the pack. */
export type Covers = (about: Duty['about'], day: Day) => boolean;

/** Under which id a figure stands in a pack: that of a home carries the code of its team, so that codes of two homes never agree. */
export function scopedId(scope: PackScope, id: string): string {
  return scope.kind === 'council' ? id : `home:${scope.team}/${id}`;
}

/** The code of the home whose figure an id is; null for one of the whole council. */
export function homeOfFigure(id: string): string | null {
  return /^home:(.+)\/[^/]+$/u.exec(id)?.[1] ?? null;
}

/** Who answered for whom, by `person:ref` or `child:ref`. */
export type Answering = ReadonlyMap<string, readonly Responsibility[]>;

export function answeringFor(responsibilities: readonly Responsibility[]): Answering {
  const held = new Map<string, Responsibility[]>();
  for (const one of responsibilities) {
    const key = `${one.kind}:${one.ref}`;
    const known = held.get(key);
    if (known === undefined) held.set(key, [one]);
    else known.push(one);
  }
  return held;
}

/** A home answers for its staff. Children have the team of their social worker, and never the home that they live in. */
export function coversOf(scope: PackScope, answering: Answering): Covers {
  if (scope.kind === 'council') return () => true;
  return ({ kind, ref }, day) => kind === 'person' && teamOn(answering.get(`person:${ref}`) ?? [], day) === scope.team;
}

/** Everybody in post within the pack on a day, by staff number, in the order in which people are known. */
export function staffOn(index: FactIndex, covers: Covers, day: Day, isEmployed: (person: string) => boolean): string[] {
  return [...index.people.keys()].filter((ref) => isEmployed(ref) && covers({ kind: 'person', ref }, day));
}

/**
 * Whether a figure about these people may stand. That of the whole council may; in a home's pack it needs five people or more, as
 * wherever else a figure could tell how one person stands. Source: the rules on the minimum reporting group.
 */
export function mayStand(scope: PackScope, persons: Iterable<string>): boolean {
  return scope.kind === 'council' || new Set(persons).size >= FEWEST_PERSONS;
}
