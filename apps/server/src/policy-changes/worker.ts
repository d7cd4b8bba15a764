import { parentPort, workerData } from 'node:worker_threads';
import { makePackApart, workOutChanges } from '@plumbline/api';
import { openDatabase } from '@plumbline/database';
import type { AsideAsked, WorkerSays } from './work-out-aside.ts';

/** Runs in a thread of its own: reads and assesses a whole council without anybody else waiting. */
const { appUrl, work } = workerData as { readonly appUrl: string; readonly work: AsideAsked };
const say = (message: WorkerSays): void => parentPort?.postMessage(message);
const onProgress = (done: number): void => say({ kind: 'progress', done });
const workOut = (what: AsideAsked) => {
  switch (what.kind) {
    case 'changes':
      return workOutChanges(database, what.asked, onProgress);
    case 'pack':
      return makePackApart(database, what.asked, onProgress);
  }
};
const database = openDatabase(appUrl, { connections: 2 });
try {
  say({ kind: 'done', answer: await workOut(work) });
} finally {
  await database.close();
}
