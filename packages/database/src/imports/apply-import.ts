import { kindOf } from '@plumbline/domain/facts';
import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { writeAudit } from '../council/audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from '../council/once.ts';
import { makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { nearOneAnother, replaceEverybody, replaceSubjects } from '../duties/replace-everybody.ts';
import { aboutsOf } from '../duties/touched.ts';
import { toFact } from '../facts/fact-sql.ts';
import { findingsOf, type Findings, type ImportConcern, type ImportConcernKind } from './import-concerns.ts';
import { clearStaging, updateImport } from './import-runs.ts';
import {
  applyOutcomes,
  changedFactsOf,
  classifyImport,
  countOutcomes,
  type MergeCounts,
  type MergeOptions,
  type OverlapProblem,
} from './merge-import.ts';
import { GONE, OUTCOME, STAGE, type MergeSql } from './merge-sql.ts';

export interface ApplyOptions extends MergeOptions {
  readonly idempotency?: IdempotencyKey;
  /** What was looked at before it was applied, and what somebody said yes to. Nothing is asked where left out. */
  readonly expects?: { readonly basis: string | null; readonly agreed: readonly ImportConcernKind[] };
  /** Told how much of the work is done, 0 to 1. What it writes must go over another connection. */
  readonly onProgress?: (done: number) => void;
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly counts: MergeCounts;
      readonly subjects: number;
      readonly duties: number;
      readonly isReplay: boolean;
    }
  | { readonly ok: false; readonly problems: readonly OverlapProblem[] }
  /** Everything that speaks against it, said yes to or not; at least one has not been. */
  | { readonly ok: false; readonly problems: readonly never[]; readonly concerns: readonly ImportConcern[] }
  | { readonly ok: false; readonly problems: readonly { readonly kind: 'key-used-otherwise' }[] };

class RolledBackError<Result> extends Error {
  override readonly name = 'RolledBackError';
  readonly result: Result;
  constructor(result: Result) {
    super('Rolled back on purpose.');
    this.result = result;
  }
}

/**
 * Merges a file into the facts and brings everything due up to date: one transaction, one line in the audit. Nothing stands
 * where two facts would hold that may not.
 */
export async function applyImport(db: Database, councilId: string, options: ApplyOptions): Promise<ImportResult> {
  return await orRolledBack(() => inCouncil(db, councilId, (tx) => applyOnce(tx, options)));
}

async function applyOnce(tx: CouncilTransaction, options: ApplyOptions): Promise<ImportResult> {
  if (options.idempotency !== undefined) {
    const earlier = await claimKey(tx, options.idempotency);
    if (earlier?.isOther === true) return { ok: false, problems: [{ kind: 'key-used-otherwise' }] };
    if (earlier !== null) return { ...(earlier.response as ImportResult & { ok: true }), isReplay: true };
  }
  await lockCouncil(tx);
  const merge = await classifyImport(tx, options);
  const counts = await countOutcomes(tx, merge);
  await requireExpected(tx, merge, options, counts);
  options.onProgress?.(0.2);
  const problems = await applyOutcomes(tx, merge, options);
  if (problems.length > 0) throw new RolledBackError<ImportResult>({ ok: false, problems });
  options.onProgress?.(0.35);
  const replaced = await replaceTouched(tx, merge, options);
  await writeAudit(tx, {
    actor: options.actor,
    action: 'imports.apply',
    kind: options.kind,
    importId: options.importId,
    counts: { ...counts, duties: replaced.differences },
  });
  await noteApplied(tx, options.importId, counts);
  const result: ImportResult = { ok: true, counts, subjects: replaced.subjects, duties: replaced.differences, isReplay: false };
  if (options.idempotency !== undefined) await keepResponse(tx, options.idempotency, result);
  return result;
}

/** Rolls back where something else would change than was looked at, or somebody has yet to say yes. */
async function requireExpected(
  tx: CouncilTransaction,
  merge: MergeSql,
  options: ApplyOptions,
  counts: MergeCounts,
): Promise<void> {
  const { expects } = options;
  if (expects === undefined) return;
  const found = await findingsOf(tx, merge, options, counts);
  const changed: readonly ImportConcern[] = found.basis === expects.basis ? [] : [{ kind: 'changed-since' }];
  const unagreed = found.concerns.filter((concern) => !expects.agreed.includes(concern.kind));
  if (changed.length + unagreed.length > 0)
    throw new RolledBackError<ImportResult>({ ok: false, problems: [], concerns: [...changed, ...found.concerns] });
}

/**
 * Says in the same transaction that the file is applied, so that a server which is ended in between never takes it for one
 * that still waits, and throws away what was kept of its rows: they are facts now.
 */
async function noteApplied(tx: CouncilTransaction, importId: string, counts: MergeCounts): Promise<void> {
  const appliedAt = new Date().toISOString();
  await updateImport(tx, importId, { state: 'applied', progressPercent: 100, changes: counts, failure: null, appliedAt });
  await clearStaging(tx, importId);
}

async function replaceTouched(
  tx: CouncilTransaction,
  merge: MergeSql,
  options: ApplyOptions,
): Promise<{ subjects: number; differences: number }> {
  const making = await makingOf(tx);
  if (making === null) return { subjects: 0, differences: 0 };
  const onProgress = (done: number): void => options.onProgress?.(0.35 + 0.65 * done);
  const abouts = await aboutsOf(tx, await changedFactsOf(tx, merge));
  if (abouts === 'everybody') return await replaceEverybody(tx, making, { onProgress });
  return await replaceSubjects(
    tx,
    making,
    { persons: abouts.persons, children: await nearOneAnother(tx, abouts.children) },
    { onProgress },
  );
}

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

/** A dry run: the same statements as {@link applyImport}, rolled back. */
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

async function orRolledBack<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RolledBackError) return error.result as Result;
    throw error;
  }
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
