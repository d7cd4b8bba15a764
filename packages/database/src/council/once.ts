import type { CouncilTransaction } from '../access/database.ts';

/** A key that the sender of a call chose, and a digest of what was asked. */
export interface IdempotencyKey {
  readonly key: string;
  readonly fingerprint: string;
}

/** What was answered to the same call before; `isOther` where the key was used for another one. */
export type Earlier = { readonly isOther: boolean; readonly response: unknown };

/**
 * Claims an idempotency key inside a transaction. Null means that the call is new and must be answered with
 * {@link keepResponse}; a second call with the key waits until the first has committed or failed.
 */
export async function claimKey(tx: CouncilTransaction, idempotency: IdempotencyKey): Promise<Earlier | null> {
  const { key, fingerprint } = idempotency;
  const [claimed] = await tx.sql`
    insert into idempotency (council_id, key, fingerprint) values (${tx.councilId}, ${key}, ${fingerprint}) on conflict do nothing returning key`;
  if (claimed !== undefined) return null;
  const [earlier] = await tx.sql<{ fingerprint: string; response: unknown }[]>`
    select fingerprint, response from idempotency where council_id = ${tx.councilId} and key = ${key}`;
  return { isOther: earlier?.fingerprint !== fingerprint, response: earlier?.response ?? null };
}

/** Whoever sends a call again does it within hours. */
const KEPT_FOR = '7 days';

/** Forgets keys that nobody will use again, with the answers kept under them, which hold what was recorded. */
export async function forgetOldKeys(tx: CouncilTransaction): Promise<void> {
  await tx.sql`delete from idempotency where council_id = ${tx.councilId} and at < now() - ${KEPT_FOR}::interval`;
}

/** Keeps the answer of a claimed call. */
export async function keepResponse(tx: CouncilTransaction, idempotency: IdempotencyKey, response: unknown): Promise<void> {
  await tx.sql`
    update idempotency set response = ${JSON.stringify(response ?? null)}::text::jsonb where council_id = ${tx.councilId} and key = ${idempotency.key}`;
}
