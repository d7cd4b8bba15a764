import type { FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';

/** What a code of the council's systems means here; `ours` is null until somebody says. */
export interface CodeMapping {
  readonly kind: FactKindName;
  readonly column: string;
  readonly theirs: string;
  readonly ours: string | null;
  readonly timesSeen: number;
}

export async function listCodes(tx: CouncilTransaction): Promise<CodeMapping[]> {
  return await tx.sql<CodeMapping[]>`
    select kind, column_name as column, theirs, ours, times_seen as "timesSeen" from code_mapping where council_id = ${tx.councilId}
     order by ours is not null, kind, column_name, theirs`;
}

export async function setCode(tx: CouncilTransaction, code: Omit<CodeMapping, 'timesSeen'>): Promise<void> {
  await tx.sql`
    insert into code_mapping (council_id, kind, column_name, theirs, ours) values (${tx.councilId}, ${code.kind}, ${code.column}, ${code.theirs}, ${code.ours})
    on conflict (council_id, kind, column_name, theirs) do update set ours = excluded.ours`;
}

/** Remembers codes that a file used, mapped or not. */
export async function noteCodes(
  tx: CouncilTransaction,
  seen: readonly { readonly kind: FactKindName; readonly column: string; readonly theirs: string; readonly count: number }[],
): Promise<void> {
  if (seen.length === 0) return;
  await tx.sql`
    insert into code_mapping (council_id, kind, column_name, theirs, times_seen)
    select ${tx.councilId}, kind, "column", theirs, count from json_to_recordset(${JSON.stringify(seen)}::text::json) as x(kind text, "column" text, theirs text, count int)
    on conflict (council_id, kind, column_name, theirs) do update set times_seen = code_mapping.times_seen + excluded.times_seen`;
}
