import { kindOf } from '@plumbline/domain/facts';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { toFact } from '../facts/fact-sql.ts';
import { findingsOf, type Findings } from './import-concerns.ts';
import {
  applyOutcomes,
  classifyImport,
  countOutcomes,
  type MergeCounts,
  type MergeOptions,
  type OverlapProblem,
} from './merge-import.ts';
import { GONE, OUTCOME, STAGE, type MergeSql } from './merge-sql.ts';
import { orRolledBack, RolledBackError } from './rolled-back.ts';

/** One thing that an import would change. */
export interface PreviewedChange {
  readonly change: 'added' | 'changed' | 'ended' | 'held-by-hand';
  readonly row: number | null;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

export interface ImportPreview extends Findings {
  readonly counts: MergeCounts;
  /** The first so many. */
  readonly changes: readonly PreviewedChange[];
  readonly problems: readonly OverlapProblem[];
}

/** A dry run: the same statements as {@link applyImports}, rolled back. */
export async function previewImport(db: Database, councilId: string, options: MergeOptions, limit = 500): Promise<ImportPreview> {
  return await orRolledBack(() =>
    inCouncil(db, councilId, async (tx): Promise<ImportPreview> => {
      const merge = await classifyImport(tx, options);
      const counts = await countOutcomes(tx, merge);
      const findings = await findingsOf(tx, merge, options, counts);
      const changes = await listChanges(tx, merge, limit);
      if (kindOf(options.kind).noOverlapBy === undefined)
        throw new RolledBackError<ImportPreview>({ ...findings, counts, changes, problems: [] });
      await lockCouncil(tx);
      const problems = await applyOutcomes(tx, merge, options);
      throw new RolledBackError<ImportPreview>({ ...findings, counts, changes, problems });
    }),
  );
}

async function listChanges(tx: CouncilTransaction, merge: MergeSql, limit: number): Promise<PreviewedChange[]> {
  const { described } = merge;
  const side = (alias: string, prefix: string): string =>
    described.columns.map((column) => `${alias}.${column.sql} as "${prefix}${column.name}"`).join(', ');
  const rows = await tx.sql.unsafe<Record<string, unknown>[]>(
    `select o.change, o.row_no, f.id is not null as has_before, ${side('s', 'a:')}, ${side('f', 'b:')}
       from ${OUTCOME} o join ${STAGE} s using (row_no)
       left join ${described.table} f on f.council_id = $1 and f.id = o.id and f.version = o.version
      where o.change <> 'unchanged' order by o.row_no limit $2`,
    [tx.councilId, limit],
  );
  const pick = (row: Record<string, unknown>, prefix: string): Record<string, unknown> =>
    toFact(described, Object.fromEntries(described.columns.map((column) => [column.name, row[prefix + column.name]]))) as Record<
      string,
      unknown
    >;
  const changes = rows.map((row): PreviewedChange => ({
    change: row['change'] as PreviewedChange['change'],
    row: Number(row['row_no']),
    before: row['has_before'] === true ? pick(row, 'b:') : null,
    after: pick(row, 'a:'),
  }));
  return [...changes, ...(await listEnded(tx, merge, limit - changes.length))];
}

async function listEnded(tx: CouncilTransaction, merge: MergeSql, limit: number): Promise<PreviewedChange[]> {
  const { closing, described, kind } = merge;
  const to = kindOf(kind).interval?.to;
  if (closing === null || to === undefined || limit <= 0) return [];
  const rows = await tx.sql.unsafe<Record<string, unknown>[]>(
    `select g.last_day as "#last", g.last_day >= g.first_day as "#came", f.* from ${GONE} g
       join (select id, version, ${described.values} from ${described.table} where council_id = $1) f using (id, version)
      where not g.is_superseded order by g.key limit $2`,
    [tx.councilId, limit],
  );
  return rows.map((row): PreviewedChange => {
    const before = toFact(described, Object.fromEntries(described.columns.map((column) => [column.name, row[column.name]])));
    return { change: 'ended', row: null, before, after: row['#came'] === true ? { ...before, [to]: row['#last'] } : null };
  });
}
