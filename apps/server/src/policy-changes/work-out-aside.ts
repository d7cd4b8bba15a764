import { Worker } from 'node:worker_threads';
import type { InspectionPack } from '@plumbline/analytics/impact';
import type { ChangesAsked, PackAsked, PackMaker, WorkedOutChanges, WorkOut } from '@plumbline/api';

/** What a thread is asked to work out. */
export type AsideAsked =
  | { readonly kind: 'changes'; readonly asked: ChangesAsked }
  | { readonly kind: 'pack'; readonly asked: PackAsked };

/** What the thread tells while it works. */
export type WorkerSays =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly answer: WorkedOutChanges | InspectionPack };

/** Most of what is made is thrown away at once: with room for it the thread clears it away seldom, and copies little about. */
const YOUNG_MEGABYTES = 192;

export interface WorkedAside {
  readonly workOut: WorkOut;
  readonly pack: PackMaker;
  /** Breaks off what is being worked out. */
  end(): Promise<void>;
}

/** Works out changes in a thread of its own, with connections of its own, so that nobody's page waits for it. */
export function workOutAside(appUrl: string): WorkedAside {
  const running = new Set<Worker>();
  const run = <Answer>(work: AsideAsked, onProgress: (done: number) => void): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), {
        workerData: { appUrl, work },
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
      });
      running.add(worker);
      worker.on('message', (said: WorkerSays) => {
        // The thread answers what it was asked, and each kind of question has its own kind of answer.
        if (said.kind === 'done') resolve(said.answer as Answer);
        else onProgress(said.done);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => {
        running.delete(worker);
        reject(new Error(`The thread ended with ${code} before it had an answer.`));
      });
    });
  return {
    workOut: (asked, onProgress) => run({ kind: 'changes', asked }, onProgress),
    pack: (asked, onProgress) => run({ kind: 'pack', asked }, onProgress),
    async end() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
