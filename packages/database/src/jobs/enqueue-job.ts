import type { CouncilTransaction } from '../access/database.ts';

/** Work to be done later for the council at hand. */
export interface NewJob {
  readonly kind: string;
  /** On whose behalf it runs: a staff number, or `system`. */
  readonly principal: string;
  readonly payload?: unknown;
  /** Where the same work waits already under this key, it is not left twice. */
  readonly key?: string;
}

/** Leaves work for later, on behalf of somebody, as part of the transaction. */
export async function enqueueJob(tx: CouncilTransaction, { kind, principal, payload, key }: NewJob): Promise<void> {
  await tx.sql`select jobs.enqueue(${kind}, ${principal}, ${JSON.stringify(payload ?? {})}::text::jsonb, now(), ${key ?? null})`;
}
