import type { CouncilTransaction } from '../access/database.ts';

/** One version of an entry on what was said, decided, changed and checked. What stands in it is for the caller. */
export interface StoredDecision {
  readonly id: string;
  readonly roundId: string;
  readonly version: number;
  readonly content: unknown;
  readonly isWithdrawn: boolean;
  readonly changedBy: string;
  /** ISO instant. */
  readonly changedAt: string;
}

const COLUMNS = `id, round_id as "roundId", version, content, is_withdrawn as "isWithdrawn", changed_by as "changedBy", changed_at as "changedAt"`;

/** The entries of a round as they stand, withdrawn ones left out, in the order in which they were first made. */
export async function listDecisions(tx: CouncilTransaction, roundId: string): Promise<StoredDecision[]> {
  const rows = await tx.sql<(StoredDecision & { begun: string })[]>`
    select distinct on (id) ${tx.sql.unsafe(COLUMNS)}, (select min(f.changed_at) from survey_decision f where f.council_id = d.council_id and f.id = d.id) as begun
      from survey_decision d where council_id = ${tx.councilId} and round_id = ${roundId} order by id, version desc`;
  return rows
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .toSorted((a, b) => (a.begun === b.begun ? (a.id < b.id ? -1 : 1) : a.begun < b.begun ? -1 : 1))
    .map(({ begun: _, ...row }) => row);
}

/** Every version of an entry, the latest first. */
export async function decisionHistory(tx: CouncilTransaction, id: string): Promise<StoredDecision[]> {
  return await tx.sql<StoredDecision[]>`
    select ${tx.sql.unsafe(COLUMNS)} from survey_decision where council_id = ${tx.councilId} and id = ${id} order by version desc`;
}

/** Adds a version. False where it exists already: somebody else was first. */
export async function addDecisionVersion(tx: CouncilTransaction, decision: Omit<StoredDecision, 'changedAt'>): Promise<boolean> {
  const added = await tx.sql`
    insert into survey_decision (council_id, id, version, round_id, content, is_withdrawn, changed_by)
    values (${tx.councilId}, ${decision.id}, ${decision.version}, ${decision.roundId}, ${JSON.stringify(decision.content)}::text::jsonb,
      ${decision.isWithdrawn}, ${decision.changedBy})
    on conflict do nothing`;
  return added.count === 1;
}
