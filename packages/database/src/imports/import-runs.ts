import type { FactKindName } from '@plumbline/domain/facts';
import { copyInto } from '../access/bulk.ts';
import type { CouncilTransaction } from '../access/database.ts';
import type { PreviewedChange } from './preview-import.ts';
import type { ImportConcern } from './import-concerns.ts';
import type { MergeCounts } from './merge-import.ts';

export type ImportState =
  | 'reading'
  | 'needs-mapping'
  | 'has-problems'
  | 'ready'
  | 'applying'
  | 'applied'
  | 'failed'
  | 'discarded';

/** While a file is being sent nobody sees it; if the rest never comes it is thrown away. */
export type StoredImportState = ImportState | 'arriving';

/** One file on its way in. `columns` and `unmapped` are kept as the caller gave them. */
export interface ImportRun {
  readonly id: string;
  readonly kind: FactKindName;
  readonly fileName: string;
  readonly state: ImportState;
  readonly columns: unknown;
  readonly unmapped: unknown;
  readonly rows: number;
  readonly problems: number;
  readonly changes: MergeCounts | null;
  /** What the dry run rests on; null while there is none. */
  readonly basis: string | null;
  readonly concerns: readonly ImportConcern[];
  /** Files that wait as well and hold what this one refers to, each with the basis that its dry run had. */
  readonly awaits: readonly Awaited[];
  /** 0 to 100. */
  readonly progressPercent: number;
  readonly isFullExtract: boolean;
  readonly extractOn: string | null;
  readonly fileHash: string | null;
  readonly failure: string | null;
  readonly uploadedAt: string;
  readonly uploadedBy: string;
  readonly appliedAt: string | null;
}

/** A file that is applied together with another. */
export interface Awaited {
  readonly importId: string;
  readonly basis: string | null;
}

const SELECT = `id, kind, file_name as "fileName", state, columns, unmapped, rows, problems, changes, basis, concerns, awaits, progress_percent as "progressPercent",
  is_full_extract as "isFullExtract", extract_on as "extractOn", file_hash as "fileHash", failure, uploaded_at as "uploadedAt", uploaded_by as "uploadedBy", applied_at as "appliedAt"`;

export type NewImport = Pick<ImportRun, 'id' | 'kind' | 'fileName' | 'uploadedBy' | 'isFullExtract'> & {
  readonly state?: 'arriving' | 'reading';
};

export async function createImport(tx: CouncilTransaction, made: NewImport): Promise<void> {
  await tx.sql`
    insert into import_run (council_id, id, kind, file_name, state, uploaded_by, is_full_extract)
    values (${tx.councilId}, ${made.id}, ${made.kind}, ${made.fileName}, ${made.state ?? 'reading'}, ${made.uploadedBy}, ${made.isFullExtract})`;
}

export type ImportUpdate = Partial<
  Pick<
    ImportRun,
    | 'state'
    | 'columns'
    | 'unmapped'
    | 'rows'
    | 'problems'
    | 'changes'
    | 'basis'
    | 'concerns'
    | 'awaits'
    | 'progressPercent'
    | 'isFullExtract'
    | 'extractOn'
    | 'fileHash'
    | 'failure'
    | 'appliedAt'
  >
>;

const COLUMN_OF: Readonly<Record<keyof ImportUpdate, string>> = {
  state: 'state',
  columns: 'columns',
  unmapped: 'unmapped',
  rows: 'rows',
  problems: 'problems',
  changes: 'changes',
  basis: 'basis',
  concerns: 'concerns',
  awaits: 'awaits',
  progressPercent: 'progress_percent',
  isFullExtract: 'is_full_extract',
  extractOn: 'extract_on',
  fileHash: 'file_hash',
  failure: 'failure',
  appliedAt: 'applied_at',
};

const JSON_COLUMNS: readonly (keyof ImportUpdate)[] = ['columns', 'unmapped', 'changes', 'concerns', 'awaits'];

/** Changes some of what is kept of an import. With `onlyFrom`, only where it is in one of these states; says whether it was. */
export async function updateImport(
  tx: CouncilTransaction,
  id: string,
  update: ImportUpdate,
  onlyFrom?: readonly StoredImportState[],
): Promise<boolean> {
  const parameters: unknown[] = [tx.councilId, id];
  const sets = (Object.keys(update) as (keyof ImportUpdate)[]).map((name) => {
    const isJson = JSON_COLUMNS.includes(name);
    return `${COLUMN_OF[name]} = $${parameters.push(isJson ? JSON.stringify(update[name]) : update[name])}${isJson ? '::text::jsonb' : ''}`;
  });
  const from = onlyFrom === undefined ? '' : ` and state = any($${parameters.push([...onlyFrom])})`;
  const done = await tx.sql.unsafe(
    `update import_run set ${sets.join(', ')} where council_id = $1 and id = $2${from}`,
    parameters as never[],
  );
  return done.count > 0;
}

export async function findImport(tx: CouncilTransaction, id: string): Promise<ImportRun | null> {
  const [found] = await tx.sql.unsafe<ImportRun[]>(
    `select ${SELECT} from import_run where council_id = $1 and id = $2 and state <> 'arriving'`,
    [tx.councilId, id],
  );
  return found ?? null;
}

/** The latest imports first; those that are still being sent are left out. */
export async function listImports(tx: CouncilTransaction, limit = 100): Promise<ImportRun[]> {
  return await tx.sql.unsafe<ImportRun[]>(
    `select ${SELECT} from import_run where council_id = $1 and state <> 'arriving' order by uploaded_at desc limit $2`,
    [tx.councilId, limit],
  );
}

/** A row of a file as it was read. */
export interface StagedRow {
  readonly row: number;
  readonly cells: unknown;
  /** The key and values of the fact; both null where the row cannot be read as one. */
  readonly key: string | null;
  readonly values: unknown;
  readonly problems: unknown;
}

/** Adds rows to those staged under an import. A large file comes in several calls, each a transaction of its own. */
export async function stageRows(
  tx: CouncilTransaction,
  importId: string,
  rows: Iterable<StagedRow> | AsyncIterable<StagedRow>,
): Promise<number> {
  await tx.sql.unsafe(
    'create temporary table if not exists staged_row (row_no int, cells jsonb, key text, values jsonb, problems jsonb) on commit drop; truncate staged_row',
  );
  const count = await copyInto(tx.sql, 'staged_row', jsonCells(rows));
  await tx.sql`insert into import_row (council_id, import_id, row_no, cells, key, values, problems)
    select ${tx.councilId}, ${importId}, row_no, cells, key, values, problems from staged_row`;
  return count;
}

/** Forgets the rows staged under an import, before they are read anew. */
export async function clearRows(tx: CouncilTransaction, importId: string): Promise<void> {
  await tx.sql`delete from import_row where council_id = ${tx.councilId} and import_id = ${importId}`;
}

/** What is wrong with one row, or, as row 0, with the file as a whole. */
export interface RowProblems {
  readonly row: number;
  readonly problems: readonly unknown[];
}

/** Keeps what is wrong beside the staged rows; rows that could not be read as facts are added for it. */
export async function keepProblems(tx: CouncilTransaction, importId: string, found: readonly RowProblems[]): Promise<void> {
  if (found.length === 0) return;
  await tx.sql`
    insert into import_row (council_id, import_id, row_no, problems)
    select ${tx.councilId}, ${importId}, x.row, x.problems from json_to_recordset(${JSON.stringify(found)}::text::json) as x(row int, problems jsonb)
    on conflict (council_id, import_id, row_no) do update set problems = excluded.problems`;
}

async function* jsonCells(rows: Iterable<StagedRow> | AsyncIterable<StagedRow>): AsyncGenerator<unknown[]> {
  const json = (value: unknown): string | null => (value === null || value === undefined ? null : JSON.stringify(value));
  for await (const row of rows) yield [row.row, json(row.cells), row.key, json(row.values), json(row.problems)];
}

/** Staged rows in the order of the file, a page at a time; `withProblems` only those that have some. */
export async function listStagedRows(
  tx: CouncilTransaction,
  importId: string,
  page: { readonly offset: number; readonly limit: number; readonly withProblems?: boolean },
): Promise<StagedRow[]> {
  const only = page.withProblems === true ? 'and problems is not null' : '';
  return await tx.sql.unsafe<StagedRow[]>(
    `select row_no as row, cells, key, values, problems from import_row where council_id = $1 and import_id = $2 ${only} order by row_no offset $3 limit $4`,
    [tx.councilId, importId, page.offset, page.limit],
  );
}

/** Keeps what a dry run found, to be read page by page. */
export async function keepPreview(tx: CouncilTransaction, importId: string, changes: readonly PreviewedChange[]): Promise<void> {
  await tx.sql`delete from import_change where council_id = ${tx.councilId} and import_id = ${importId}`;
  const rows = changes.map((change, no) => ({ no, ...change }));
  await tx.sql`
    insert into import_change (council_id, import_id, no, change, row_no, before, after)
    select ${tx.councilId}, ${importId}, no, change, row, before, after
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(no int, change text, row int, before jsonb, after jsonb)`;
}

export async function listPreview(
  tx: CouncilTransaction,
  importId: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ rows: PreviewedChange[]; total: number }> {
  const rows = await tx.sql<(PreviewedChange & { total: number })[]>`
    select change, row_no as row, before, after, count(*) over () as total from import_change
     where council_id = ${tx.councilId} and import_id = ${importId} order by no offset ${page.offset} limit ${page.limit}`;
  return { rows: rows.map(({ total: _, ...change }) => change), total: Number(rows[0]?.total ?? 0) };
}

/** Throws away the staged rows of an import that was applied or discarded; the line about it stays. */
export async function clearStaging(tx: CouncilTransaction, importId: string): Promise<void> {
  await clearRows(tx, importId);
  await tx.sql`delete from import_change where council_id = ${tx.councilId} and import_id = ${importId}`;
  await tx.sql`delete from import_file where council_id = ${tx.councilId} and import_id = ${importId}`;
}
