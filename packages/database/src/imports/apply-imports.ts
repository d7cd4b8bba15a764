import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { writeAudit } from '../council/audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from '../council/once.ts';
import { makingOf } from '../duties/making.ts';
import { lockCouncil } from '../duties/rebuild-duties.ts';
import { nearOneAnother, replaceEverybody, replaceSubjects } from '../duties/replace-everybody.ts';
import { aboutsOf, type ChangedFact } from '../duties/touched.ts';
import { findingsOf, type ImportConcern, type ImportConcernKind } from './import-concerns.ts';
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
import type { MergeSql } from './merge-sql.ts';
import { orRolledBack, RolledBackError } from './rolled-back.ts';

export interface FileToApply extends MergeOptions {
  /** What was looked at before it was applied, and what somebody said yes to. Nothing is asked where left out. */
  readonly expects?: { readonly basis: string | null; readonly agreed: readonly ImportConcernKind[] };
}

export interface ApplyOptions {
  readonly idempotency?: IdempotencyKey;
  /** Told how much of the work is done, 0 to 1. What it writes must go over another connection. */
  readonly onProgress?: (done: number) => void;
}

export type ImportsResult =
  | {
      readonly ok: true;
      /** What each file changed, in the order in which they were given. */
      readonly counts: readonly MergeCounts[];
      readonly subjects: number;
      readonly duties: number;
      readonly isReplay: boolean;
    }
  | { readonly ok: false; readonly importId: string; readonly problems: readonly OverlapProblem[] }
  /** Everything that speaks against one of the files, said yes to or not; at least one has not been. */
  | {
      readonly ok: false;
      readonly importId: string;
      readonly problems: readonly never[];
      readonly concerns: readonly ImportConcern[];
    }
  | { readonly ok: false; readonly problems: readonly { readonly kind: 'key-used-otherwise' }[] };

/**
 * Merges files into the facts, those that others refer to first, and then brings everything due up to date once: one
 * transaction, one line in the audit for each file. All of them stand afterwards, or none: nothing stands where two facts would
 * hold that may not, and what is due never shows supervisions without the children who were discussed in them.
 */
export async function applyImports(
  db: Database,
  councilId: string,
  files: readonly FileToApply[],
  options: ApplyOptions = {},
): Promise<ImportsResult> {
  return await orRolledBack(() => inCouncil(db, councilId, (tx) => applyOnce(tx, files, options)));
}

/** How much of the work the merging is, and the rest the working out of what is due. */
const MERGING_SHARE = 0.35;

async function applyOnce(tx: CouncilTransaction, files: readonly FileToApply[], options: ApplyOptions): Promise<ImportsResult> {
  const { idempotency, onProgress } = options;
  if (idempotency !== undefined) {
    const earlier = await claimKey(tx, idempotency);
    if (earlier?.isOther === true) return { ok: false, problems: [{ kind: 'key-used-otherwise' }] };
    if (earlier !== null) return { ...(earlier.response as ImportsResult & { ok: true }), isReplay: true };
  }
  await lockCouncil(tx);
  const merged: MergedFile[] = [];
  for (const file of files) {
    const share = (part: number): void => onProgress?.((MERGING_SHARE * (merged.length + part)) / files.length);
    merged.push(await mergeOne(tx, file, share));
  }
  const changed = merged.flatMap((file) => file.changed);
  const replaced = await replaceTouched(tx, changed, (done) => onProgress?.(MERGING_SHARE + (1 - MERGING_SHARE) * done));
  for (const file of merged) await noteApplied(tx, file, merged.length, replaced.differences);
  const counts = merged.map((file) => file.counts);
  const result: ImportsResult = { ok: true, counts, subjects: replaced.subjects, duties: replaced.differences, isReplay: false };
  if (idempotency !== undefined) await keepResponse(tx, idempotency, result);
  return result;
}

interface MergedFile {
  readonly file: FileToApply;
  readonly counts: MergeCounts;
  readonly changed: readonly ChangedFact[];
}

async function mergeOne(tx: CouncilTransaction, file: FileToApply, onProgress: (done: number) => void): Promise<MergedFile> {
  const { importId } = file;
  const merge = await classifyImport(tx, file);
  const counts = await countOutcomes(tx, merge);
  await requireExpected(tx, merge, file, counts);
  onProgress(0.5);
  const problems = await applyOutcomes(tx, merge, file);
  if (problems.length > 0) throw new RolledBackError<ImportsResult>({ ok: false, importId, problems });
  onProgress(1);
  return { file, counts, changed: await changedFactsOf(tx, merge) };
}

/** Rolls back where something else would change than was looked at, or somebody has yet to say yes. */
async function requireExpected(tx: CouncilTransaction, merge: MergeSql, file: FileToApply, counts: MergeCounts): Promise<void> {
  const { expects, importId } = file;
  if (expects === undefined) return;
  const found = await findingsOf(tx, merge, file, counts);
  const changed: readonly ImportConcern[] = found.basis === expects.basis ? [] : [{ kind: 'changed-since' }];
  const unagreed = found.concerns.filter((concern) => !expects.agreed.includes(concern.kind));
  if (changed.length + unagreed.length > 0)
    throw new RolledBackError<ImportsResult>({
      ok: false,
      importId,
      problems: [],
      concerns: [...changed, ...found.concerns],
    });
}

/**
 * Says in the same transaction that a file is applied, so that a server which is ended in between never takes it for one that
 * still waits, and throws away what was kept of its rows: they are facts now.
 */
async function noteApplied(tx: CouncilTransaction, { file, counts }: MergedFile, files: number, duties: number): Promise<void> {
  const { actor, kind, importId } = file;
  // What is due was worked out once for all the files that came together: the number of them says so.
  const together = files > 1 ? { files } : {};
  await writeAudit(tx, { actor, action: 'imports.apply', kind, importId, counts: { ...counts, duties, ...together } });
  const appliedAt = new Date().toISOString();
  await updateImport(tx, importId, { state: 'applied', progressPercent: 100, changes: counts, failure: null, appliedAt });
  await clearStaging(tx, importId);
}

async function replaceTouched(
  tx: CouncilTransaction,
  changed: readonly ChangedFact[],
  onProgress: (done: number) => void,
): Promise<{ subjects: number; differences: number }> {
  const making = await makingOf(tx);
  if (making === null) return { subjects: 0, differences: 0 };
  const abouts = await aboutsOf(tx, changed);
  if (abouts === 'everybody') return await replaceEverybody(tx, making, { onProgress });
  return await replaceSubjects(
    tx,
    making,
    { persons: abouts.persons, children: await nearOneAnother(tx, abouts.children) },
    { onProgress },
  );
}
