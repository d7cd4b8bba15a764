import { Worker } from 'node:worker_threads';
import type { WorkedOutChanges, WorkOut } from '@plumbline/api';

/** What the thread tells while it works. */
export type WorkerSays =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly changes: WorkedOutChanges };

export interface WorkedAside {
  readonly workOut: WorkOut;
  /** Breaks off what is being worked out. */
  end(): Promise<void>;
}

/** Works out changes in a thread of its own, with connections of its own, so that nobody's page waits for it. */
export function workOutAside(appUrl: string): WorkedAside {
  const running = new Set<Worker>();
  return {
    workOut: (asked, onProgress) =>
      new Promise((resolve, reject) => {
        const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: { appUrl, asked } });
        running.add(worker);
        worker.on('message', (said: WorkerSays) => {
          if (said.kind === 'done') resolve(said.changes);
          else onProgress(said.done);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => {
          running.delete(worker);
          reject(new Error(`The thread ended with ${code} before it had an answer.`));
        });
      }),
    async end() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
