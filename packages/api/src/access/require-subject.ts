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
  const reach = reachOf(action, caller.actor.roles, isSupervisorOn(caller.actor, caller.today));
  if (reach === null || reach === 'council') return reach === 'council';
  return can(caller.actor, action, await accessSubject(tx, subject), caller.today);
}

/** A person or child with what the question of access depends on: their teams, and for a child its workers. */
export async function accessSubject(tx: CouncilTransaction, { kind, ref }: SubjectReference): Promise<AccessSubject> {
  if (kind === 'person') return { kind, ref, teams: teamsOf(ref, await factsNaming(tx, 'post', ['person'], [ref])) };
  const workers = workersOf(ref, await factsNaming(tx, 'allocation', ['child'], [ref]));
  const staff = workers.map((worker) => worker.ref);
  return { kind, ref, workers, teams: childTeamsOf(workers, await factsNaming(tx, 'post', ['person'], staff)) };
}
