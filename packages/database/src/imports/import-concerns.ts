import { kindOf } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql } from '../facts/fact-sql.ts';
import type { MergeCounts, MergeOptions } from './merge-import.ts';
import { GONE, OUTCOME, STAGE, type MergeSql } from './merge-sql.ts';

/** Something about an import that may be right but is more often a mistake: somebody has to say yes to it. */
export type ImportConcern =
  /** It would end much of what is going on: more often half a file than a great change. */
  | { readonly kind: 'ends-many'; readonly ended: number; readonly of: number }
  /** A file of the same kind that was brought in later has been applied already. */
  | { readonly kind: 'newer-applied'; readonly fileName: string; readonly appliedAt: string }
  /** What it would change is no longer what was looked at. */
  | { readonly kind: 'changed-since' };

export type ImportConcernKind = ImportConcern['kind'];

/** What an import rests on, and what speaks against applying it. */
export interface Findings {
  /** The same for two dry runs of an import exactly when both would change the same versions to the same values. */
  readonly basis: string;
  readonly concerns: readonly ImportConcern[];
}

/** More than this share of what is going on. */
const MANY = 1 / 3;
/** A change of so few entries is seen at a glance in the list of what would change. */
const FEW = 2;

/** Works out what an import rests on, once each row of it has been classified and before anything is written. */
export async function findingsOf(
  tx: CouncilTransaction,
  merge: MergeSql,
  options: Pick<MergeOptions, 'importId' | 'kind'>,
  counts: MergeCounts,
): Promise<Findings> {
  const concerns = [await endsMany(tx, merge, counts), await newerApplied(tx, options)];
  return { basis: await basisOf(tx, merge), concerns: concerns.filter((concern) => concern !== null) };
}

async function basisOf(tx: CouncilTransaction, merge: MergeSql): Promise<string> {
  const gone =
    merge.closing === null
      ? ''
      : `, (select sum(hashtextextended(concat_ws('|', id, version, last_day, is_superseded), 0)::numeric)::text from ${GONE}) as gone`;
  const [row] = await tx.sql.unsafe<{ outcome: string | null; gone?: string | null }[]>(
    `select (select sum(hashtextextended(concat_ws('|', o.change, o.id, o.version, s::text), 0)::numeric)::text from ${OUTCOME} o join ${STAGE} s using (row_no)) as outcome${gone}`,
  );
  return `${row?.outcome ?? 0} ${row?.gone ?? 0}`;
}

async function endsMany(tx: CouncilTransaction, { kind }: MergeSql, { ended }: MergeCounts): Promise<ImportConcern | null> {
  const { interval } = kindOf(kind);
  if (interval === undefined || ended <= FEW) return null;
  const [row] = await tx.sql.unsafe<{ of: number }[]>(
    `select count(*) as of from ${factSql(kind).table} where council_id = $1 and known_to is null and ${columnSql(kind, interval.to)} is null`,
    [tx.councilId],
  );
  const of = Number(row?.of ?? 0);
  return ended > of * MANY ? { kind: 'ends-many', ended, of } : null;
}

async function newerApplied(
  tx: CouncilTransaction,
  { importId, kind }: Pick<MergeOptions, 'importId' | 'kind'>,
): Promise<ImportConcern | null> {
  const [newer] = await tx.sql<{ fileName: string; appliedAt: string }[]>`
    select newer.file_name as "fileName", newer.applied_at as "appliedAt"
      from import_run newer join import_run this on this.council_id = newer.council_id and this.id = ${importId}
     where newer.council_id = ${tx.councilId} and newer.kind = ${kind} and newer.state = 'applied' and newer.uploaded_at > this.uploaded_at
     order by newer.applied_at desc limit 1`;
  return newer === undefined ? null : { kind: 'newer-applied', ...newer };
}
