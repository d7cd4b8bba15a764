import type { Feeds } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';

/** The first day from which each kind of fact, and single columns of it, are recorded here, as known at an instant or now. */
export async function listFeeds(tx: CouncilTransaction, knownAt?: string): Promise<Feeds> {
  const at = knownAt ?? null;
  const rows = await tx.sql<{ kind: string; fromOn: string | null }[]>`
    select kind, from_on as "fromOn" from feed
     where council_id = ${tx.councilId} and case when ${at}::timestamptz is null then known_to is null
       else known_from <= ${at}::timestamptz and (known_to is null or known_to > ${at}::timestamptz) end`;
  return Object.fromEntries(rows.map((row) => [row.kind, row.fromOn])) as Feeds;
}
