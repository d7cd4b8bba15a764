import { findSubject, type CouncilTransaction } from '@plumbline/database';
import {
  can,
  childTeamsOf,
  reachOf,
  teamsOf,
  workersOf,
  isSupervisorOn,
  type AccessSubject,
  type Permission,
} from '@plumbline/domain/access';
import { refuse } from '../problems.ts';
import type { Caller } from './caller.ts';
import { factsNaming } from './facts-naming.ts';

export interface SubjectReference {
  readonly kind: 'person' | 'child';
  readonly ref: string;
}

type PersonOrChild = Extract<AccessSubject, { kind: 'person' | 'child' }>;

/** Whom a random id stands for, if the caller may do this to them; absent and forbidden are refused alike. */
export async function requireSubject(
  tx: CouncilTransaction,
  caller: Caller,
  id: string,
  action: Permission = caller.permission,
): Promise<SubjectReference> {
  const found = await findSubject(tx, id);
  if (found === null || !(await canDo(tx, caller, action, found))) refuse('not-found');
  return found;
}

/** Whether the caller may do this to somebody. */
export async function canDo(
  tx: CouncilTransaction,
  caller: Caller,
  action: Permission,
  subject: SubjectReference,
): Promise<boolean> {
  return (await allowedOf(tx, caller, action, [subject])).length > 0;
}

/** Those of some people and children to whom the caller may do this, asked about all at once. */
export async function allowedOf<Subject extends SubjectReference>(
  tx: CouncilTransaction,
  caller: Caller,
  action: Permission,
  subjects: readonly Subject[],
): Promise<Subject[]> {
  const reach = reachOf(action, caller.actor.roles, isSupervisorOn(caller.actor, caller.today));
  if (reach === null) return [];
  const known = reach === 'council' ? subjects.map(withoutContext) : await accessSubjects(tx, subjects);
  return subjects.filter((_, i) => known[i] !== undefined && can(caller.actor, action, known[i], caller.today));
}

/** Whoever reaches the whole council needs nobody's teams looked up. */
function withoutContext({ kind, ref }: SubjectReference): AccessSubject {
  return kind === 'person' ? { kind, ref, teams: [] } : { kind, ref, workers: [], teams: [] };
}

/** People and children with what the question of access depends on: their teams, and for a child its workers. */
export async function accessSubjects(tx: CouncilTransaction, subjects: readonly SubjectReference[]): Promise<PersonOrChild[]> {
  const refsOf = (kind: SubjectReference['kind']) => subjects.filter((one) => one.kind === kind).map((one) => one.ref);
  const allocations = await factsNaming(tx, 'allocation', ['child'], refsOf('child'));
  const staff = new Set([...refsOf('person'), ...allocations.map((allocation) => allocation.worker)]);
  const posts = await factsNaming(tx, 'post', ['person'], [...staff]);
  return subjects.map(({ kind, ref }): PersonOrChild => {
    if (kind === 'person') return { kind, ref, teams: teamsOf(ref, posts) };
    const workers = workersOf(ref, allocations);
    return { kind, ref, workers, teams: childTeamsOf(workers, posts) };
  });
}
