import { importProblemSentence } from '@plumbline/analytics/wording';
import {
  findImport,
  inCouncil,
  keepPreview,
  listCodes,
  noteCodes,
  previewImport,
  openKeptFile,
  updateImport,
  type Awaited,
  type Database,
  type ImportConcern,
  type ImportPreview,
  type ImportRun,
  type ImportUpdate,
} from '@plumbline/database';
import { formatDay, londonDay, type LocalDate } from '@plumbline/domain/calendar';
import { planImport, type ImportPlan } from '../imports/index.ts';
import { columnChoices } from './column-choices.ts';
import type { ImportJobsOptions } from './import-jobs.ts';
import { knownOrAwaited } from './known-facts.ts';
import { progressWriter } from './progress-writer.ts';
import { Staging } from './staging.ts';
import { overlapsKnown } from './kept-problem.ts';

/** Changes of a dry run that are kept for looking at. */
const MOST_PREVIEWED = 500;

/** Reads a file that has arrived: what its columns and codes are, what is wrong with it and what it would change. */
export async function readImport({ database, clock }: ImportJobsOptions, councilId: string, importId: string): Promise<void> {
  const found = await inCouncil(database, councilId, async (tx) => {
    const run = await findImport(tx, importId);
    if (run?.state !== 'reading') return null;
    return { run, codes: await listCodes(tx), columns: await columnChoices(tx, run) };
  });
  if (found === null) return;
  const { run, codes, columns } = found;
  const today = formatDay(londonDay(Math.floor(clock.now() / 60_000)));
  const progress = progressWriter(database, councilId, importId, clock);
  const staging = new Staging(database, councilId, run);
  await staging.begin();
  const known = knownOrAwaited(database, councilId);
  const plan = await planImport(await openKeptFile(database, councilId, importId), run.kind, {
    today,
    codes,
    columns,
    known,
    onFacts: (facts) => staging.add(facts),
    onProgress: ({ fraction }) => progress.report(fraction * 0.7),
  });
  await staging.flush();
  await progress.settled();
  await keepPlan(database, councilId, run, plan, { today, staging, awaits: known.awaited() });
}

async function keepPlan(
  database: Database,
  councilId: string,
  run: ImportRun,
  plan: ImportPlan,
  { today, staging, awaits }: { today: LocalDate; staging: Staging; awaits: readonly Awaited[] },
): Promise<void> {
  const kept = { ...updateOf(plan, today), awaits };
  await staging.keepProblems(plan.problems);
  await inCouncil(database, councilId, async (tx) => {
    await noteCodes(
      tx,
      plan.unmappedCodes.map(({ column, theirs, count }) => ({ kind: run.kind, column, theirs, count })),
    );
    await updateImport(tx, run.id, plan.state === 'ready' ? { ...kept, state: 'reading', progressPercent: 80 } : kept, [
      'reading',
    ]);
  });
  if (plan.state === 'ready') await dryRun(database, councilId, run, plan, { today, kept, staging });
}

/** Works out what the file would change, without changing it. */
async function dryRun(
  database: Database,
  councilId: string,
  run: ImportRun,
  plan: ImportPlan,
  { today, kept, staging }: { today: LocalDate; kept: ImportUpdate; staging: Staging },
): Promise<void> {
  const preview = await previewOf(database, councilId, { ...run, extractOn: today });
  const problems = preview.problems.map((overlap) => overlapsKnown(overlap));
  if (problems.length > 0) await staging.keepProblems([...plan.problems, ...problems]);
  await inCouncil(database, councilId, async (tx) => {
    await keepPreview(tx, run.id, preview.changes);
    const found = { ...kept, ...foundIn(preview), progressPercent: 100 };
    await updateImport(tx, run.id, found, ['reading']);
  });
}

/** What a staged file would change as things stand now. */
async function previewOf(database: Database, councilId: string, run: ImportRun): Promise<ImportPreview> {
  const { id: importId, kind, isFullExtract, extractOn, uploadedBy: actor } = run;
  const options = { importId, kind, rows: 'staged' as const, isFullExtract, extractOn: extractOn ?? '1970-01-01', actor };
  return await previewImport(database, councilId, options, MOST_PREVIEWED);
}

function foundIn({ problems, counts, basis, concerns }: ImportPreview): ImportUpdate {
  const state = problems.length > 0 ? 'has-problems' : 'ready';
  return { state, problems: problems.length, changes: counts, basis, concerns };
}

/**
 * Works out anew what a file would change, because applying it showed that something stands in the way, and gives it back to
 * whoever has to look at it again.
 */
export async function lookAgain(
  database: Database,
  councilId: string,
  run: ImportRun,
  concerns: readonly ImportConcern[],
): Promise<void> {
  const preview = await previewOf(database, councilId, run);
  const isChanged = concerns.some((concern) => concern.kind === 'changed-since');
  const all: readonly ImportConcern[] = [...(isChanged ? [{ kind: 'changed-since' } as const] : []), ...preview.concerns];
  const failure = preview.problems.length > 0 ? OVERTAKEN : null;
  await inCouncil(database, councilId, async (tx) => {
    await keepPreview(tx, run.id, preview.changes);
    await updateImport(tx, run.id, { ...foundIn(preview), concerns: all, failure, progressPercent: 100 }, ['applying']);
  });
}

/** What was recorded meanwhile may not hold beside a row of the file; which one, a new reading tells. */
export const OVERTAKEN = 'What is recorded has changed since this file was read. Bring it in again.';

const STATE_OF_PLAN = {
  refused: 'failed',
  'needs-columns': 'needs-mapping',
  'needs-codes': 'needs-mapping',
  'has-problems': 'has-problems',
  ready: 'ready',
} as const satisfies Record<ImportPlan['state'], ImportRun['state']>;

function updateOf(plan: ImportPlan, extractOn: LocalDate): ImportUpdate {
  const [first] = plan.problems;
  return {
    state: STATE_OF_PLAN[plan.state],
    columns: plan.columns,
    unmapped: plan.unmappedCodes.map(({ column, theirs, count }) => ({ column, theirs, count })),
    rows: plan.counts.rows,
    problems: plan.counts.errors,
    changes: null,
    basis: null,
    concerns: [],
    progressPercent: 100,
    extractOn,
    failure: plan.state === 'refused' && first !== undefined ? importProblemSentence(first, plan.kind) : null,
  };
}
