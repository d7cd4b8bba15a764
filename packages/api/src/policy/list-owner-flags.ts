import { ownerFlags, type OwnerFlag } from '@plumbline/analytics/prepare';
import { formatDay } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';
import { policyOf } from '../access/policy-of.ts';
import { procedure } from '../trpc.ts';

/** What in the policy in force its owner should look at: bodies that are gone, words that are not told apart, what is missing. */
export async function listOwnerFlags(caller: Caller): Promise<OwnerFlag[]> {
  const { pack } = await caller.read((tx) => policyOf(tx, caller.today));
  return ownerFlags(pack, formatDay(caller.today));
}

export const listOwnerFlagsProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .query(({ ctx }) => listOwnerFlags(ctx.caller));
