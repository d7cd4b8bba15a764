import type { CouncilTransaction } from '../access/database.ts';
import { isoInstant } from './stored-fact.ts';

/** Who withdrew a fact, when and why. */
export interface Withdrawal {
  /** Staff number. */
  readonly recordedBy: string;
  /** ISO instant. */
  readonly at: string;
  readonly because: string;
}

/** The withdrawal of a fact; null where it was not withdrawn, or was recorded again since. */
export async function findWithdrawal(tx: CouncilTransaction, factId: string): Promise<Withdrawal | null> {
  const [found] = await tx.sql<{ recordedBy: string; at: string; because: string }[]>`
    select recorded_by as "recordedBy", at::text as at, because from fact_withdrawal
    where council_id = ${tx.councilId} and fact_id = ${factId}`;
  return found === undefined ? null : { ...found, at: isoInstant(found.at) };
}
