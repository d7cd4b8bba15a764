import type { LocalDate } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import { roleFamilyOf } from './role-families.ts';
import type { Invited } from './round.ts';

/** The facts from which the list is drawn. */
export interface StaffFacts {
  readonly person: readonly FactOf<'person'>[];
  readonly post: readonly FactOf<'post'>[];
  readonly team: readonly FactOf<'team'>[];
}

export interface InvitedList {
  /** By staff number. */
  readonly invited: readonly Invited[];
  /** Staff numbers of those who are employed and stand in no post of a known team, so that nobody can say to which group they belong. */
  readonly withoutPost: readonly string[];
}

/**
 * Everybody who works for the council on a day, in the post that takes most of their time: service, role family and team.
 * Whoever comes from another agency is not of the council's staff.
 */
export function invitedOn(facts: StaffFacts, on: LocalDate): InvitedList {
  const teams = new Map(facts.team.map((team) => [team.team, team]));
  const posts = Map.groupBy(
    facts.post.filter((post) => isOn(on, post.from, post.to) && teams.has(post.team)),
    (post) => post.person,
  );
  const invited: Invited[] = [];
  const withoutPost: string[] = [];
  for (const { person, employedFrom, employedTo, isExternal } of facts.person) {
    if (isExternal === true || !isOn(on, employedFrom, employedTo)) continue;
    const post = posts.get(person)?.toSorted(byWeight)[0];
    const team = post === undefined ? undefined : teams.get(post.team);
    if (post === undefined || team === undefined) withoutPost.push(person);
    else invited.push({ person, service: team.service, roleFamily: roleFamilyOf(post.role), team: team.team });
  }
  return { invited: invited.toSorted((a, b) => compare(a.person, b.person)), withoutPost: withoutPost.toSorted(compare) };
}

function isOn(on: LocalDate, from: LocalDate, to: LocalDate | null): boolean {
  return from <= on && (to === null || on <= to);
}

/** The larger share of a week first, then the longer held, then the smaller number: the same post on every machine. */
function byWeight(a: FactOf<'post'>, b: FactOf<'post'>): number {
  return (b.fullTimeEquivalent ?? 1) - (a.fullTimeEquivalent ?? 1) || compare(a.from, b.from) || compare(a.post, b.post);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
