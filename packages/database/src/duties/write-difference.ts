import { ENGINE_VERSION } from '@plumbline/domain/rules';
import { copyTextInto } from '../access/bulk.ts';
import { CopyText } from '../access/copy-text.ts';
import type { CouncilTransaction } from '../access/database.ts';
import { DUTY_COLUMNS, RESPONSIBILITY_COLUMNS, type DutyRow, type ResponsibilityRow } from './duty-row.ts';
import type { DutyDifference, RowsToWrite } from './duty-difference.ts';

const DUTY_TYPES: Readonly<Partial<Record<keyof DutyRow, string>>> = {
  id: 'uuid',
  opened_on: 'date',
  due_on: 'date',
  due_at: 'timestamptz',
  met_on: 'date',
  met_at: 'timestamptz',
  ended_on: 'date',
  closed_on: 'date',
  absent_from: 'date',
  absent_to: 'date',
  return_due_on: 'date',
  policy_version: 'int',
};

const LIST = DUTY_COLUMNS.join(', ');
const DECLARED = DUTY_COLUMNS.map((column) => `${column} ${DUTY_TYPES[column] ?? 'text'}`).join(', ');
const UPDATES = DUTY_COLUMNS.filter((column) => !['id', 'about_kind', 'about_ref'].includes(column))
  .map((column) => `${column} = n.${column}`)
  .join(', ');

/**
 * Writes a difference: set-wise, and for many rows through a temporary table. What takes longest, adding the rows to the
 * table with its indexes, is left to the function that is returned: it needs nothing but the database.
 */
export async function writeDifference(tx: CouncilTransaction, difference: DutyDifference): Promise<() => Promise<void>> {
  await writeResponsibilities(tx, difference);
  if (difference.removed.length > 0) {
    const { removed } = difference;
    await tx.sql`
      delete from duty d using unnest(${removed.map((row) => row.about_kind)}::text[], ${removed.map((row) => row.about_ref)}::text[], ${removed.map((row) => row.id)}::uuid[]) as g(kind, ref, id)
       where d.council_id = ${tx.councilId} and d.about_kind = g.kind and d.about_ref = g.ref and d.id = g.id`;
  }
  const made = [tx.councilId, ENGINE_VERSION];
  if (difference.changed.count > 0) {
    const source = await sourceOf(tx, difference.changed);
    await tx.sql.unsafe(
      `update duty d set ${UPDATES}, engine = $2 from ${source.sql} where d.council_id = $1 and d.about_kind = n.about_kind and d.about_ref = n.about_ref and d.id = n.id`,
      [...made, ...source.parameters] as never[],
    );
  }
  if (difference.added.count === 0) return async () => undefined;
  const source = await sourceOf(tx, difference.added);
  return async () => {
    // Prepared: one that is not would have to be described first, and whatever is asked after it would wait for that.
    await tx.sql.unsafe(
      `insert into duty (council_id, ${LIST}, engine) select $1, ${LIST}, $2 from ${source.sql}`,
      [...made, ...source.parameters] as never[],
      { prepare: true },
    );
  };
}

interface Source {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

async function sourceOf(tx: CouncilTransaction, { content }: RowsToWrite): Promise<Source> {
  if (!(content instanceof CopyText))
    return { sql: `json_to_recordset($3::text::json) as n(${DECLARED})`, parameters: [JSON.stringify(content)] };
  await tx.sql.unsafe(`create temporary table if not exists new_duty (${DECLARED}) on commit drop; truncate new_duty`);
  await copyTextInto(tx.sql, `new_duty (${LIST})`, content);
  return { sql: 'new_duty n', parameters: [] };
}

async function writeResponsibilities(tx: CouncilTransaction, difference: DutyDifference): Promise<void> {
  const { addedResponsibilities: added, removedResponsibilities: removed } = difference;
  if (removed.length > 0) {
    await tx.sql`
      delete from responsibility r using json_to_recordset(${JSON.stringify(removed)}::text::json) as g(kind text, ref text, from_on date)
       where r.council_id = ${tx.councilId} and r.kind = g.kind and r.ref = g.ref and r.from_on = g.from_on`;
  }
  if (added.length > 0) {
    const columns = RESPONSIBILITY_COLUMNS.join(', ');
    const declared = RESPONSIBILITY_COLUMNS.map(
      (column: keyof ResponsibilityRow) => `${column} ${column === 'from_on' || column === 'to_on' ? 'date' : 'text'}`,
    ).join(', ');
    await tx.sql.unsafe(
      `insert into responsibility (council_id, ${columns}) select $1, ${columns} from json_to_recordset($2::text::json) as n(${declared})`,
      [tx.councilId, JSON.stringify(added)],
    );
  }
}
