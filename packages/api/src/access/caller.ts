import type { Actor, Permission } from '@plumbline/domain/access';
import type { Day } from '@plumbline/domain/calendar';
import type { Context, SignedIn } from '../context.ts';
import { refuse } from '../problems.ts';

/** Who calls, with what a use case needs to decide and to write. */
export interface Caller {
  readonly signedIn: SignedIn;
  readonly actor: Actor;
  readonly today: Day;
  readonly permission: Permission;
}

export async function callerOf(context: Context, permission: Permission): Promise<Caller> {
  if (context.signedIn === null) refuse('not-signed-in');
  return { signedIn: context.signedIn, actor: { person: '', roles: [], relations: [] }, today: 0, permission };
}
