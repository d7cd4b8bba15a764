import { listFacts, type CouncilTransaction } from '@plumbline/database';
import type { FactKindName, FactOf } from '@plumbline/domain/facts';

/** More than any one person or child has of a kind, and more teams than a council has. */
const MOST = 10_000;

/** Current facts of a kind that name one of these references in one of the columns; all of the kind without columns. */
export async function factsNaming<Kind extends FactKindName>(
  tx: CouncilTransaction,
  kind: Kind,
  columns: readonly (keyof FactOf<Kind> & string)[] = [],
  refs: readonly string[] = [],
): Promise<FactOf<Kind>[]> {
  if (columns.length > 0 && refs.length === 0) return [];
  const { rows } = await listFacts(tx, { kind, ...(columns.length === 0 ? {} : { naming: { columns, refs } }), limit: MOST });
  return rows.map((row) => row.values as unknown as FactOf<Kind>);
}
