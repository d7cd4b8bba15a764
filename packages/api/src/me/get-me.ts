import type { Me } from '@plumbline/analytics/compliance';
import { ensureSubjects, findCouncil, loadBook, type CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { policyOf } from '../access/policy-of.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

/** Who is signed in, for which council, and what they may do there today. */
export async function getMe(caller: Caller): Promise<Me> {
  // Asked before the transaction: whoever waits for a second connection while holding one may wait for ever.
  const council = await findCouncil(caller.services.database, caller.signedIn.councilId);
  if (council === null) refuse('not-found');
  const { id, name, isDemonstration } = council;
  return await caller.read(async (tx) => {
    const policy = await policyOf(tx, caller.today);
    return {
      person: await personLabel(tx, caller.signedIn.person),
      council: { id, name, isDemonstration },
      roles: caller.actor.roles,
      permissions: caller.permissions,
      today: formatDay(caller.today),
      policy: { title: policy.pack.title, version: policy.pack.version, state: policy.pack.state, words: policy.pack.words },
      signedInUntil: caller.signedIn.until,
    };
  });
}

/** Somebody by name and random id, whether or not any fact names them. */
async function personLabel(tx: CouncilTransaction, ref: string): Promise<Me['person']> {
  await ensureSubjects(tx, [{ kind: 'person', ref }]);
  const book = await loadBook(tx, { persons: [ref] });
  const [person] = await factsNaming(tx, 'person', ['person'], [ref]);
  return { id: book.id('person', ref), name: person?.name ?? ref };
}

export const getMeProcedure = procedure.meta({ permission: 'me:read' }).query(({ ctx }) => getMe(ctx.caller));
