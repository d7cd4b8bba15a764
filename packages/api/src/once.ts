import { createHash } from 'node:crypto';
import { claimKey, keepResponse, type CouncilTransaction } from '@plumbline/database';
import type { Caller } from './access/caller.ts';
import { refuse } from './problems.ts';

/** One intention of a caller: what it is called, the key that the page made for it, and what was asked. */
export interface Intention {
  readonly action: string;
  readonly idempotencyKey: string;
  readonly asked: unknown;
}

/** Does something once, however often the call is sent: sent again, it gives the first answer; the key for another call is refused. */
export async function once<Answer>(
  tx: CouncilTransaction,
  caller: Caller,
  { action, idempotencyKey, asked }: Intention,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([action, caller.signedIn.person, asked]))
    .digest('hex');
  const claim = { key: idempotencyKey, fingerprint };
  const earlier = await claimKey(tx, claim);
  if (earlier !== null) return earlier.isOther ? refuse('same-key-other-request') : (earlier.response as Answer);
  const answer = await work();
  await keepResponse(tx, claim, answer);
  return answer;
}
