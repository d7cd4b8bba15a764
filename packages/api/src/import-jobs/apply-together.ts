import {
  applyImports,
  findImport,
  inCouncil,
  updateImport,
  type Database,
  type FileToApply,
  type ImportRun,
} from '@plumbline/database';
import type { Applied, Applying, ImportJobsOptions } from './import-jobs.ts';
import { progressWriter, type ProgressWriter } from './progress-writer.ts';
import { lookAgain, OVERTAKEN } from './read-import.ts';

/** Applies files in one step, and says of each how it ended. */
export async function applyTogether(
  { database, clock }: ImportJobsOptions,
  councilId: string,
  files: readonly Applied[],
  by: Applying,
): Promise<void> {
  const runs = await inCouncil(database, councilId, (tx) => Promise.all(files.map(({ importId }) => findImport(tx, importId))));
  const taken = runs.filter((run): run is ImportRun => run?.state === 'applying');
  if (taken.length < files.length) {
    for (const run of taken) await waitAgain(database, councilId, run);
    return;
  }
  const writers = taken.map((run) => progressWriter(database, councilId, run.id, clock));
  const result = await applyImports(
    database,
    councilId,
    taken.map((run, i) => fileOf(run, files[i], by.actor)),
    { idempotency: by.idempotency, onProgress: (done) => report(writers, done) },
  );
  for (const writer of writers) await writer.settled();
  if (result.ok) return;
  const stopped = 'importId' in result ? taken.find((run) => run.id === result.importId) : undefined;
  for (const run of taken) if (run !== stopped) await waitAgain(database, councilId, run);
  if (stopped === undefined) return;
  if ('concerns' in result) return await lookAgain(database, councilId, stopped, result.concerns);
  await inCouncil(database, councilId, (tx) =>
    updateImport(tx, stopped.id, { state: 'has-problems', problems: result.problems.length, failure: OVERTAKEN }),
  );
}

function fileOf({ id, kind, isFullExtract, extractOn }: ImportRun, looked: Applied | undefined, actor: string): FileToApply {
  return {
    importId: id,
    kind,
    rows: 'staged',
    isFullExtract,
    extractOn: extractOn ?? '1970-01-01',
    actor,
    expects: { basis: looked?.basis ?? null, agreed: looked?.agreed ?? [] },
  };
}

function report(writers: readonly ProgressWriter[], done: number): void {
  for (const writer of writers) writer.report(done);
}

/** Nothing was wrong with this one: it waits as before. */
async function waitAgain(database: Database, councilId: string, run: ImportRun): Promise<void> {
  await inCouncil(database, councilId, (tx) => updateImport(tx, run.id, { state: 'ready', progressPercent: 100 }, ['applying']));
}
