import { inCouncil, type CouncilTransaction } from '@plumbline/database';
import {
  dependOnTeams,
  permissionsToday,
  relationsOf,
  type Actor,
  type Permission,
  type RelationFacts,
} from '@plumbline/domain/access';
import { londonDay, type Day, type EpochMinute } from '@plumbline/domain/calendar';
import type { Context, Services, SignedIn } from '../context.ts';
import { refuse } from '../problems.ts';
import { factsNaming } from './facts-naming.ts';

/** Who calls, with what a use case needs to decide, to read and to write. */
export interface Caller {
  readonly signedIn: SignedIn;
  readonly actor: Actor;
  readonly services: Services;
  /** The moment of the call; everything in it sees the same one. */
  readonly now: EpochMinute;
  readonly today: Day;
  /** What the procedure asked for and the caller has. */
  readonly permission: Permission;
  /** Everything that the caller may do today. */
  readonly permissions: readonly Permission[];
  /** Of which records it was noted in this call that they were looked at; `noteRead` adds to it. */
  readonly noted: Set<string>;
  /** Runs something in one transaction of the caller's council. */
  read<Result>(work: (tx: CouncilTransaction) => Promise<Result>): Promise<Result>;
}

/**
 * Makes a caller of whoever is signed in, or refuses. Roles and relationships are read anew at every call: whoever stops
 * supervising somebody today can read nothing more of them from the next call on.
 */
export async function callerOf({ services, signedIn }: Context, permission: Permission): Promise<Caller> {
  if (signedIn === null) refuse('not-signed-in');
  const now = Math.floor(services.clock.now() / 60_000);
  const today = londonDay(now);
  const facts = await inCouncil(services.database, signedIn.councilId, (tx) => loadRelationFacts(tx, signedIn));
  const { person, roles } = signedIn;
  const actor = { person, roles, relations: relationsOf(person, roles, facts) };
  const permissions = permissionsToday(actor, today);
  if (!permissions.includes(permission)) refuse('no-permission');
  const read = <Result>(work: (tx: CouncilTransaction) => Promise<Result>) =>
    inCouncil(services.database, signedIn.councilId, work);
  return { signedIn, actor, services, now, today, permission, permissions, noted: new Set(), read };
}

async function loadRelationFacts(tx: CouncilTransaction, { person, roles }: SignedIn): Promise<RelationFacts> {
  const [post, pairs, team] = await Promise.all([
    factsNaming(tx, 'post', ['person', 'lineManager', 'secondLineManager'], [person]),
    factsNaming(tx, 'supervision-pair', ['supervisor'], [person]),
    dependOnTeams(roles) ? factsNaming(tx, 'team') : [],
  ]);
  return { post, 'supervision-pair': pairs, team };
}
