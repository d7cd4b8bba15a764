import { importProblemSentence } from '@plumbline/analytics/wording';
import {
  findImport,
  inCouncil,
  keepPreview,
  listCodes,
  listImports,
  noteCodes,
  previewImport,
  openKeptFile,
  updateImport,
  type CouncilTransaction,
  type Database,
  type ImportRun,
  type ImportUpdate,
} from '@plumbline/database';
import { formatDay, londonDay, type LocalDate } from '@plumbline/domain/calendar';
import { planImport, type ImportPlan, type MappedColumn } from '../imports/index.ts';
import type { ImportJobsOptions } from './import-jobs.ts';
import { knownFacts } from './known-facts.ts';
import { progressWriter } from './progress-writer.ts';
import { Staging } from './staging.ts';
import { endsTooMany, overlapsKnown, type KeptProblem } from './kept-problem.ts';

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
  const plan = await planImport(await openKeptFile(database, councilId, importId), run.kind, {
    today,
    codes,
    columns,
    known: knownFacts(database, councilId),
    onFacts: (facts) => staging.add(facts),
    onProgress: ({ fraction }) => progress.report(fraction * 0.7),
  });
  await staging.flush();
  await progress.settled();
  await keepPlan(database, councilId, run, plan, { today, staging });
}

async function keepPlan(
  database: Database,
  councilId: string,
  run: ImportRun,
  plan: ImportPlan,
  { today, staging }: { today: LocalDate; staging: Staging },
): Promise<void> {
  const kept = updateOf(plan, today);
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
  const options = {
    importId: run.id,
    kind: run.kind,
    rows: 'staged' as const,
    isFullExtract: run.isFullExtract,
    extractOn: today,
    actor: run.uploadedBy,
  };
  const preview = await previewImport(database, councilId, options, MOST_PREVIEWED);
  const tooMany = endsTooMany(preview.counts);
  const problems: KeptProblem[] = [
    ...preview.problems.map((overlap) => overlapsKnown(overlap.row)),
    ...(tooMany === null ? [] : [tooMany]),
  ];
  if (problems.length > 0) await staging.keepProblems([...plan.problems, ...problems]);
  await inCouncil(database, councilId, async (tx) => {
    await keepPreview(tx, run.id, preview.changes);
    const state = problems.length > 0 ? ('has-problems' as const) : ('ready' as const);
    await updateImport(tx, run.id, { ...kept, state, problems: problems.length, changes: preview.counts, progressPercent: 100 }, [
      'reading',
    ]);
  });
}

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
    progressPercent: 100,
    extractOn,
    failure: plan.state === 'refused' && first !== undefined ? importProblemSentence(first, plan.kind) : null,
  };
}

/** What a person chose for this file's headings, else for those of the last file of the kind: they are matched once. */
async function columnChoices(tx: CouncilTransaction, run: ImportRun): Promise<Record<string, string | null>> {
  const own = choicesOf(run);
  if (Object.keys(own).length > 0) return own;
  const earlier = (await listImports(tx)).filter(
    ({ id, kind, state }) => id !== run.id && kind === run.kind && state !== 'discarded' && state !== 'failed',
  );
  return earlier.map(choicesOf).find((choices) => Object.keys(choices).length > 0) ?? {};
}

/** What a person chose for headings; the rest is guessed again. */
function choicesOf(run: ImportRun): Record<string, string | null> {
  const columns = Array.isArray(run.columns) ? (run.columns as MappedColumn[]) : [];
  return Object.fromEntries(columns.filter((column) => column.by === 'choice').map((column) => [column.theirs, column.ours]));
}
