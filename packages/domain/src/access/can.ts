import type { Day } from '../calendar/index.ts';
import { permissionsOf, reachOf, type Permission, type Role } from './permissions.ts';
import { holdsOn, type Held, type Relation } from './relations.ts';

/** Who asks: their staff number, the roles of their membership and for whom they answer. */
export interface Actor {
  readonly person: string;
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
}

/** What is asked about. `council` stands for things that belong to nobody in particular: the policy, an import. */
export type AccessSubject =
  | { readonly kind: 'council' }
  | { readonly kind: 'team'; readonly ref: string }
  | { readonly kind: 'person'; readonly ref: string; readonly teams: readonly Held[] }
  | { readonly kind: 'child'; readonly ref: string; readonly workers: readonly Held[]; readonly teams: readonly Held[] };

/** Nobody writes their own record, however many others they answer for. */
const NEVER_FOR_ONESELF: ReadonlySet<Permission> = new Set([
  'facts:record',
  'facts:correct',
  'facts:withdraw',
  'supervisions:log',
  'confirmations:answer',
]);

/** Whether an actor may do something to a subject today. The one answer, for pages that hide and servers that refuse. */
export function can(actor: Actor, action: Permission, subject: AccessSubject, today: Day): boolean {
  const reach = reachOf(action, actor.roles, isSupervisorOn(actor, today));
  if (reach === null) return false;
  const isWriting = NEVER_FOR_ONESELF.has(action);
  if (isWriting && subject.kind === 'person' && subject.ref === actor.person) return false;
  if (reach === 'council' || subject.kind === 'council') return true;
  if (!isWriting && isOwn(actor, subject, today)) return true;
  return reach === 'related' && isRelated(actor, subject, today);
}

/**
 * On which ground somebody looks at a record: it is their own; it is a child of their caseload; they supervise or
 * line-manage the person, or the child's worker; they answer for the team or the service; their role is for the whole council.
 */
export type ReadGround = 'own' | 'own-case' | 'line' | 'team' | 'council';

/** The nearest ground on which an actor may look at a person or a child today; whoever may not has been refused before. */
export function groundOf(actor: Actor, subject: Extract<AccessSubject, { kind: 'person' | 'child' }>, today: Day): ReadGround {
  if (isOwn(actor, subject, today)) return subject.kind === 'person' ? 'own' : 'own-case';
  const people = subject.kind === 'person' ? [subject.ref] : workersOn(subject.workers, today);
  if (people.some((ref) => answersFor(actor, 'person', ref, today))) return 'line';
  return isInManagedTeam(actor, subject.teams, today) ? 'team' : 'council';
}

function workersOn(workers: readonly Held[], today: Day): string[] {
  return workers.filter((worker) => holdsOn(worker, today)).map((worker) => worker.ref);
}

/** Everything that an actor may do to somebody or something today. */
export function permissionsToday(actor: Actor, today: Day): Permission[] {
  return permissionsOf(actor.roles, isSupervisorOn(actor, today));
}

/** Whether they answer for anybody today. */
export function isSupervisorOn(actor: Actor, today: Day): boolean {
  return actor.relations.some((relation) => holdsOn(relation, today));
}

function isOwn(actor: Actor, subject: AccessSubject, today: Day): boolean {
  if (subject.kind === 'person') return subject.ref === actor.person;
  if (subject.kind === 'child') return subject.workers.some((worker) => worker.ref === actor.person && holdsOn(worker, today));
  return false;
}

function isRelated(actor: Actor, subject: AccessSubject, today: Day): boolean {
  if (subject.kind === 'council') return true;
  if (subject.kind === 'team') return answersFor(actor, 'team', subject.ref, today);
  if (subject.kind === 'person')
    return answersFor(actor, 'person', subject.ref, today) || isInManagedTeam(actor, subject.teams, today);
  const isWorkers = subject.workers.some((worker) => holdsOn(worker, today) && answersFor(actor, 'person', worker.ref, today));
  return isWorkers || isInManagedTeam(actor, subject.teams, today);
}

function isInManagedTeam(actor: Actor, teams: readonly Held[], today: Day): boolean {
  return teams.some((team) => holdsOn(team, today) && answersFor(actor, 'team', team.ref, today));
}

function answersFor(actor: Actor, kind: Relation['kind'], ref: string, today: Day): boolean {
  return actor.relations.some((relation) => relation.kind === kind && relation.ref === ref && holdsOn(relation, today));
}
