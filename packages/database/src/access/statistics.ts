import type { CouncilTransaction } from './database.ts';

/** A bulk write of at least this many rows is followed by new statistics. */
export const GATHER_FROM_ROWS = 500;

/** Tells the planner what a table holds now. */
export async function gatherStatistics(tx: CouncilTransaction, table: string): Promise<void> {
  await tx.sql`select gather_statistics(${table})`;
}
