import type { CouncilTransaction } from '../access/database.ts';
import { DUTY_COLUMNS, fromStored, RESPONSIBILITY_COLUMNS, type DutyRow, type ResponsibilityRow } from './duty-row.ts';

const CHUNK = 40_000;

export interface StoredChunk {
  readonly duties: readonly DutyRow[];
  readonly responsibilities: readonly ResponsibilityRow[];
}

/** All stored duties with a date, in pieces, each with the responsibilities of everybody they are about. */
export async function* readAllForFigures(tx: CouncilTransaction): AsyncGenerator<StoredChunk> {
  const responsibilities = await tx.sql.unsafe<ResponsibilityRow[]>(`select ${RESPONSIBILITY_COLUMNS.join(', ')} from responsibility where council_id = $1`, [tx.councilId]);
  const held = Map.groupBy(responsibilities, (row) => `${row.kind}:${row.ref}`);
  const cursor = tx.sql.unsafe<DutyRow[]>(`select ${DUTY_COLUMNS.join(', ')} from duty where council_id = $1 and due_on is not null`, [tx.councilId]).cursor(CHUNK);
  for await (const rows of cursor) {
    const duties = (rows as DutyRow[]).map(fromStored);
    const about = new Set(duties.map((row) => `${row.about_kind}:${row.about_ref}`));
    yield { duties, responsibilities: [...about].flatMap((name) => held.get(name) ?? []) };
  }
}
