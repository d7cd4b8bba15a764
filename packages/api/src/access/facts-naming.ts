import { factsNaming as read, type CouncilTransaction } from '@plumbline/database';
import type { FactKindName, FactOf } from '@plumbline/domain/facts';

/** Current facts of a kind that name one of these references in one of the columns; all of the kind without columns. */
export async function factsNaming<Kind extends FactKindName>(
  tx: CouncilTransaction,
  kind: Kind,
  columns: readonly (keyof FactOf<Kind> & string)[] = [],
  refs: readonly string[] = [],
): Promise<FactOf<Kind>[]> {
  return (await read(tx, kind, columns, refs)) as unknown as FactOf<Kind>[];
}
