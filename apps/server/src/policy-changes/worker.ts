import { parentPort, workerData } from 'node:worker_threads';
import { workOutChanges, workOutWhatIf } from '@plumbline/api';
import { openDatabase } from '@plumbline/database';
import type { AsideAsked, WorkerSays } from './work-out-aside.ts';

/** Runs in a thread of its own: reads and assesses a whole council without anybody else waiting. */
const { appUrl, work } = workerData as { readonly appUrl: string; readonly work: AsideAsked };
const say = (message: WorkerSays): void => parentPort?.postMessage(message);
const onProgress = (done: number): void => say({ kind: 'progress', done });
const database = openDatabase(appUrl, { connections: 2 });
try {
  const answer =
    work.kind === 'changes'
      ? await workOutChanges(database, work.asked, onProgress)
      : await workOutWhatIf(database, work.asked, onProgress);
  say({ kind: 'done', answer });
} finally {
  await database.close();
}
