import type { CouncilTransaction } from '../access/database.ts';

/** Notes that somebody has read a version; the first time counts. */
export async function markRead(tx: CouncilTransaction, contentHash: string, person: string): Promise<void> {
  await tx.sql`
    insert into policy_reading (council_id, content_hash, person) values (${tx.councilId}, ${contentHash}, ${person}) on conflict do nothing`;
}

/** Who has read a version, and when (ISO instant). */
export async function readersOf(tx: CouncilTransaction, contentHash: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.sql<{ person: string; readAt: string }[]>`
    select person, read_at as "readAt" from policy_reading where council_id = ${tx.councilId} and content_hash = ${contentHash}`;
  return new Map(rows.map((row) => [row.person, row.readAt]));
}

/** Content hashes of the versions that somebody has read. */
export async function versionsReadBy(tx: CouncilTransaction, person: string): Promise<ReadonlySet<string>> {
  const rows = await tx.sql<{ hash: string }[]>`
    select content_hash as hash from policy_reading where council_id = ${tx.councilId} and person = ${person}`;
  return new Set(rows.map((row) => row.hash));
}
