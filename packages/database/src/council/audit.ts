import type { CouncilTransaction } from '../access/database.ts';

/** One line of what was done: no names, no free text. */
export interface AuditEntry {
  /** Staff number, or `system`. */
  readonly actor: string;
  readonly action: string;
  readonly kind?: string | null;
  readonly factId?: string | null;
  readonly importId?: string | null;
  readonly counts?: Readonly<Record<string, number>>;
}

export async function writeAudit(tx: CouncilTransaction, entry: AuditEntry): Promise<void> {
  await tx.sql`
    insert into audit_entry (council_id, actor, action, kind, fact_id, import_id, counts)
    values (${tx.councilId}, ${entry.actor}, ${entry.action}, ${entry.kind ?? null}, ${entry.factId ?? null}, ${entry.importId ?? null}, ${JSON.stringify(entry.counts ?? {})}::text::jsonb)`;
}

/** What was done, the latest first. */
export async function listAudit(tx: CouncilTransaction, limit: number): Promise<(AuditEntry & { at: string })[]> {
  return await tx.sql<(AuditEntry & { at: string })[]>`
    select actor, action, kind, fact_id as "factId", import_id as "importId", counts, at from audit_entry where council_id = ${tx.councilId} order by id desc limit ${limit}`;
}

/** Leaves a message for the outside, to be sent once the transaction stands. */
export async function addToOutbox(tx: CouncilTransaction, kind: string, payload: unknown): Promise<void> {
  await tx.sql`insert into outbox (council_id, kind, payload) values (${tx.councilId}, ${kind}, ${JSON.stringify(payload)}::text::jsonb)`;
}
