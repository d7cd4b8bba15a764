import type { NeedRow } from '@plumbline/analytics/compliance';
import { countWaitingChecks, type CouncilTransaction } from '@plumbline/database';
import type { Caller } from '../access/caller.ts';

/** Records of focus groups that the caller was in and has not agreed to as they stand: one line for all of them. */
export async function checkNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  if (!caller.permissions.includes('focus-groups:read')) return [];
  const count = await countWaitingChecks(tx, caller.signedIn.person);
  return count === 0 ? [] : [{ kind: 'focus-group-check', duty: null, subject: null, sessionId: null, on: null, count }];
}
