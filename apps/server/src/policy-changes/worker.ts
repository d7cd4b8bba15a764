import { parentPort, workerData } from 'node:worker_threads';
import { workOutChanges, type ChangesAsked } from '@plumbline/api';
import { openDatabase } from '@plumbline/database';
import type { WorkerSays } from './work-out-aside.ts';

/** Runs in a thread of its own: reads and assesses a whole council without anybody else waiting. */
const { appUrl, asked } = workerData as { readonly appUrl: string; readonly asked: ChangesAsked };
const say = (message: WorkerSays): void => parentPort?.postMessage(message);
const database = openDatabase(appUrl, { connections: 2 });
try {
  say({ kind: 'done', changes: await workOutChanges(database, asked, (done) => say({ kind: 'progress', done })) });
} finally {
  await database.close();
}
