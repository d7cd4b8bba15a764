import type { FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';

/** A reference that no fact holds yet, but a file that waits to be applied. */
export interface StagedReference {
  readonly reference: string;
  readonly importId: string;
  /** What the dry run of that file rests on. */
  readonly basis: string | null;
}

/**
 * Which of some references of a kind stand in files that were read, found right and wait to be applied. `column` is the one of
 * the kind by which others refer to it. Of several files that hold the same, the one that came first.
 */
export async function findStaged(
  tx: CouncilTransaction,
  kind: FactKindName,
  column: string,
  references: readonly string[],
): Promise<StagedReference[]> {
  if (references.length === 0) return [];
  return await tx.sql<StagedReference[]>`
    select distinct on (reference) reference, "importId", basis from (
      select r.values->>${column} as reference, i.id as "importId", i.basis, i.uploaded_at
        from import_run i join import_row r on r.council_id = i.council_id and r.import_id = i.id
       where i.council_id = ${tx.councilId} and i.kind = ${kind} and i.state = 'ready' and r.key is not null) staged
     where reference = any(${[...references]})
     order by reference, uploaded_at`;
}

/** The open files that refer to what one of these files holds. */
export async function awaiting(tx: CouncilTransaction, importIds: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ id: string }[]>`
    select id from import_run
     where council_id = ${tx.councilId} and state in ('needs-mapping', 'has-problems', 'ready')
       and exists (select from jsonb_array_elements(awaits) a where a->>'importId' = any(${[...importIds]}))
     order by uploaded_at`;
  return rows.map((row) => row.id);
}
