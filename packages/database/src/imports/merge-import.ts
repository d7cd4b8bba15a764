import { factKey, kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import { copyEach, type Cells } from '../access/bulk.ts';
import type { CouncilTransaction } from '../access/database.ts';
import { GATHER_FROM_ROWS, gatherStatistics } from '../access/statistics.ts';
import { columnSql, refuseUnknownColumns } from '../facts/fact-sql.ts';
import type { ChangedFact } from '../duties/touched.ts';
import { GONE, MergeSql, OUTCOME, STAGE } from './merge-sql.ts';

/** A row of a file with its line number. */
export interface ImportRow {
  readonly row: number;
  readonly values: AnyFact;
}

export interface MergeOptions {
  readonly importId: string;
  readonly kind: FactKindName;
  /** The rows themselves, or those that were staged under the import. */
  readonly rows: Iterable<ImportRow> | AsyncIterable<ImportRow> | 'staged';
  /** Whether the file lists everything: open intervals that it leaves out have ended. */
  readonly isFullExtract: boolean;
  /** The day on which the file was drawn (ISO). */
  readonly extractOn: string;
  /** Staff number of who brought it. */
  readonly actor: string;
}

/** What an import changes. */
export interface MergeCounts {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
  /** Left alone because somebody corrected or withdrew it by hand. */
  readonly heldByHand: number;
}

/** Two facts of the file, or one of it and one known before, that may not hold at once. */
export interface OverlapProblem {
  readonly kind: 'overlaps';
  readonly row: number | null;
  /** Key of the other fact. */
  readonly other: string;
}

/** Copies the file's rows beside the facts and works out what becomes of each. Nothing of the council changes yet. */
export async function classifyImport(tx: CouncilTransaction, options: MergeOptions): Promise<MergeSql> {
  const sql = new MergeSql(options.kind);
  await tx.sql.unsafe(sql.createStage());
  if (options.rows === 'staged') await tx.sql.unsafe(sql.stageFromRows(), [tx.councilId, options.importId]);
  else await copyEach(tx.sql, sql.stageColumns(), options.rows, cellsOf(sql));
  await tx.sql.unsafe(sql.dropRepeated());
  await tx.sql.unsafe(`analyze ${STAGE}`);
  await tx.sql.unsafe(sql.classify(), [tx.councilId, options.kind]);
  await tx.sql.unsafe(`analyze ${OUTCOME}`);
  if (sql.closing !== null) await findGone(tx, sql, options);
  return sql;
}

/** The cells of a row of the file, without an array of them: of some hundred thousand rows it would be felt. */
function cellsOf({ kind, described }: MergeSql): Cells<ImportRow> {
  return (text, { row, values }) => {
    refuseUnknownColumns(described, values);
    text.cell(row);
    text.cell(factKey(kind, values));
    for (const column of described.columns) text.cell(values[column.name]);
  };
}

async function findGone(tx: CouncilTransaction, sql: MergeSql, options: MergeOptions): Promise<void> {
  await tx.sql.unsafe(sql.findGone(), [tx.councilId]);
  if (!options.isFullExtract) {
    await tx.sql.unsafe(`truncate ${GONE}`);
    return;
  }
  await tx.sql.unsafe(sql.supersede(), [tx.councilId]);
  await tx.sql.unsafe(sql.setLastDay(), [options.extractOn]);
}

export async function countOutcomes(tx: CouncilTransaction, sql: MergeSql): Promise<MergeCounts> {
  const rows = await tx.sql.unsafe<{ change: string; count: number }[]>(
    `select change, count(*) as count from ${OUTCOME} group by change`,
  );
  const of = (change: string): number => Number(rows.find((row) => row.change === change)?.count ?? 0);
  const [gone] =
    sql.closing === null
      ? []
      : await tx.sql.unsafe<{ count: number }[]>(`select count(*) as count from ${GONE} where not is_superseded`);
  return {
    added: of('added'),
    changed: of('changed'),
    ended: Number(gone?.count ?? 0),
    unchanged: of('unchanged'),
    heldByHand: of('held-by-hand'),
  };
}

/** Writes what {@link classifyImport} worked out. Returns facts that may not hold at once; the caller then rolls back. */
export async function applyOutcomes(tx: CouncilTransaction, sql: MergeSql, options: MergeOptions): Promise<OverlapProblem[]> {
  const [clock] = await tx.sql<{ at: string }[]>`select clock_timestamp() as at`;
  const moment = [tx.councilId, clock?.at ?? '', options.importId, options.actor];
  await tx.sql.unsafe('set constraints all deferred');
  await tx.sql.unsafe(sql.endVersions(), moment.slice(0, 2) as never[]);
  const written = await tx.sql.unsafe(sql.insertRows(), moment as never[]);
  if (sql.closing !== null) await tx.sql.unsafe(sql.insertEnded(), moment as never[]);
  const overlaps = sql.findOverlaps();
  if (overlaps !== null) {
    const found = await tx.sql.unsafe<{ row: number | null; other: string }[]>(overlaps, [tx.councilId, options.importId]);
    if (found.length > 0) return found.map(({ row, other }) => ({ kind: 'overlaps', row, other }));
  }
  await tx.sql.unsafe('set constraints all immediate');
  await ensureSubjectsOfStage(tx, sql);
  if (written.count >= GATHER_FROM_ROWS) await gatherStatistics(tx, sql.described.table.slice(1, -1));
  return [];
}

/** Gives a random id to every person and child that the file names. */
async function ensureSubjectsOfStage(tx: CouncilTransaction, sql: MergeSql): Promise<void> {
  const { columns, subjects } = kindOf(sql.kind);
  const named = new Map<string, string>();
  for (const subject of subjects) named.set(subject.column, subject.kind);
  for (const [name, column] of Object.entries(columns))
    if (column.type === 'reference' && column.refersTo !== undefined) named.set(name, column.refersTo);
  const selects = [...named]
    .filter(([, kind]) => kind === 'person' || kind === 'child')
    .map(
      ([name, kind]) =>
        `select distinct '${kind}' as kind, ${columnSql(sql.kind, name)} as ref from ${STAGE} where ${columnSql(sql.kind, name)} is not null`,
    );
  if (sql.kind === 'agreed-interval') selects.push(`select distinct subject_kind, subject from ${STAGE}`);
  if (selects.length === 0) return;
  await tx.sql.unsafe(
    `insert into subject (council_id, id, kind, ref) select $1, gen_random_uuid(), n.kind, n.ref from (${selects.join(' union ')}) n
      where not exists (select from subject o where o.council_id = $1 and o.kind = n.kind and o.ref = n.ref) order by n.kind, n.ref on conflict do nothing`,
    [tx.councilId],
  );
}

/**
 * Facts that stand for everything the merge changed, as it was and as it is now: one for each distinct value of the columns
 * that say whom a fact is about. Enough to know whom to assess again without reading every row.
 */
export async function changedFactsOf(tx: CouncilTransaction, sql: MergeSql): Promise<ChangedFact[]> {
  const columns = TOGETHER[sql.kind] ?? touchingColumns(sql.kind).map((column) => [column]);
  const gone = sql.closing === null ? '' : ` union select id from ${GONE}`;
  const versions = `(select f.* from ${sql.described.table} f where f.council_id = $1 and f.id in (select id from ${OUTCOME} where change = 'changed'${gone}))`;
  const added = `(select s.* from ${STAGE} s join ${OUTCOME} o using (row_no) where o.change in ('added', 'changed'))`;
  const found: ChangedFact[] = [];
  for (const group of columns) {
    const list = group.map((column) => `${columnSql(sql.kind, column)} as "${column}"`).join(', ');
    const rows = await tx.sql.unsafe<AnyFact[]>(`select ${list} from ${versions} v union select ${list} from ${added} a`, [
      tx.councilId,
    ]);
    for (const values of rows) found.push({ kind: sql.kind, values });
  }
  return found;
}

/** Kinds of fact by which a change reaches somebody: what a column refers to. */
const REACHING: readonly string[] = ['person', 'child', 'session', 'team', 'family', 'action', 'record', 'event'];

/** Kinds of which one column alone does not say whom a change reaches. */
const TOGETHER: Readonly<Partial<Record<FactKindName, readonly (readonly string[])[]>>> = {
  'agreed-interval': [['subjectKind', 'subject']],
  discussion: [['child', 'concernsFamily'], ['session']],
};

function touchingColumns(kind: FactKindName): string[] {
  const { columns, subjects } = kindOf(kind);
  const references = Object.entries(columns).filter(
    ([, column]) => column.type === 'reference' && REACHING.includes(column.refersTo ?? ''),
  );
  return [
    ...new Set([
      ...subjects.map((subject) => subject.column),
      ...references.map(([name]) => name),
      ...(kind === 'team' ? ['team'] : []),
    ]),
  ];
}
