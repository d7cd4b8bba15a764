import { londonDay, parseInstant, toDay, type Day } from '../calendar/index.ts';
import type { FactOf, Facts } from '../facts/index.ts';
import type { Role } from './permissions.ts';

/** One way in which an actor answers for others, from a day to a day, both included. */
export interface Relation {
  /** `person`: supervises or line-manages that person. `team`: manages that team. */
  readonly kind: 'person' | 'team';
  readonly ref: string;
  readonly from: Day;
  readonly to: Day | null;
}

/** A stretch of time for which something about a subject held. */
export interface Held {
  readonly ref: string;
  readonly from: Day;
  readonly to: Day | null;
}

export type RelationFacts = Pick<Facts, 'post' | 'supervision-pair' | 'team'>;

const TEAM_ROLES: readonly Role[] = ['team-manager', 'registered-manager'];

/**
 * For whom a person answers, from the facts about posts, teams and supervision pairs: whoever they supervise or manage in
 * the line; as a manager of a team, the teams in which they hold a post; as a service manager, every team of the services
 * in which they hold one.
 */
export function relationsOf(person: string, roles: readonly Role[], facts: RelationFacts): Relation[] {
  const relations: Relation[] = [];
  for (const pair of facts['supervision-pair']) {
    if (pair.supervisor === person) relations.push({ kind: 'person', ref: pair.supervisee, ...span(pair) });
  }
  for (const post of facts.post) {
    if (post.lineManager === person || post.secondLineManager === person)
      relations.push({ kind: 'person', ref: post.person, ...span(post) });
    if (post.person !== person) continue;
    for (const team of teamsBy(post, roles, facts)) relations.push({ kind: 'team', ref: team, ...span(post) });
  }
  return relations;
}

/** Whether somebody with these roles answers for teams in which they hold no post: only then do the council's teams matter. */
export function dependOnTeams(roles: readonly Role[]): boolean {
  return roles.includes('service-manager');
}

function teamsBy(post: FactOf<'post'>, roles: readonly Role[], facts: RelationFacts): string[] {
  if (dependOnTeams(roles)) {
    const service = facts.team.find((team) => team.team === post.team)?.service;
    return facts.team.filter((team) => team.service === service).map((team) => team.team);
  }
  return TEAM_ROLES.some((role) => roles.includes(role)) ? [post.team] : [];
}

/** The teams in which a person holds a post, and when. */
export function teamsOf(person: string, posts: readonly FactOf<'post'>[]): Held[] {
  return posts.filter((post) => post.person === person).map((post) => ({ ref: post.team, ...span(post) }));
}

/** Who holds a child's case, and when, earliest first. */
export function workersOf(child: string, allocations: readonly FactOf<'allocation'>[]): Held[] {
  const held = allocations
    .filter((allocation) => allocation.child === child)
    .map((allocation) => ({
      ref: allocation.worker,
      from: londonDay(parseInstant(allocation.allocatedAt) ?? 0),
      to: allocation.endedOn === null ? null : toDay(allocation.endedOn),
    }));
  return held.sort((a, b) => a.from - b.from);
}

/**
 * The teams that answer for a child: each worker's team while they hold the case. With nobody after the last worker, or with
 * a worker who has left, their last team keeps the child until somebody is found, so that no open case disappears from
 * every list.
 */
export function childTeamsOf(workers: readonly Held[], posts: readonly FactOf<'post'>[]): Held[] {
  const teams = workers.flatMap((worker) => teamsOf(worker.ref, posts).flatMap((team) => overlap(worker, team)));
  const last = workers.at(-1);
  if (last === undefined || teams.some((team) => team.to === null)) return teams;
  // Their team while they held the case, wherever they went afterwards.
  const lastTeam = teamsOf(last.ref, posts)
    .filter((team) => last.to === null || team.from <= last.to)
    .sort((a, b) => a.from - b.from)
    .at(-1);
  return lastTeam === undefined ? teams : [...teams, { ref: lastTeam.ref, from: last.from, to: null }];
}

function overlap(a: Held, team: Held): Held[] {
  const from = Math.max(a.from, team.from);
  const to = a.to === null ? team.to : team.to === null ? a.to : Math.min(a.to, team.to);
  return to === null || from <= to ? [{ ref: team.ref, from, to }] : [];
}

/** Whether a stretch includes a day. */
export function holdsOn(held: { readonly from: Day; readonly to: Day | null }, day: Day): boolean {
  return held.from <= day && (held.to === null || day <= held.to);
}

function span(fact: { readonly from: string; readonly to: string | null }): { from: Day; to: Day | null } {
  return { from: toDay(fact.from), to: fact.to === null ? null : toDay(fact.to) };
}
