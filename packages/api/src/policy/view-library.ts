import { libraryView, type LibraryView } from '@plumbline/analytics/prepare';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { procedure } from '../trpc.ts';

/**
 * What stands beside the clauses of the policy in force: forms, agendas, agreements, statuses, words and whom it names. Of other
 * councils only what their policies call things is read, never a fact.
 */
export async function viewLibrary(caller: Caller): Promise<LibraryView> {
  const { pack } = await caller.read((tx) => policyOf(tx, caller.today));
  const others = (caller.services.policies?.list() ?? [])
    .filter((shelved) => shelved.kind === 'council' && shelved.pack.id !== pack.id)
    .map((shelved) => shelved.pack);
  return libraryView(pack, others, formatDay(caller.today));
}

export const viewLibraryProcedure = procedure.meta({ permission: 'policy:read' }).query(({ ctx }) => viewLibrary(ctx.caller));
