import { Worker } from 'node:worker_threads';
import type { CheckedRelease, ReleaseDesk } from '@plumbline/api';
import type { Asked } from './worker.ts';

export interface ResultsAside {
  readonly desk: ReleaseDesk;
  /** Breaks off what is being made or checked. */
  end(): Promise<void>;
}

/** Makes and checks survey results in a thread of its own: seconds of arithmetic for a large council, for which nobody's page waits. */
export function resultsAside(): ResultsAside {
  const running = new Set<Worker>();
  const work = <Answer>(asked: Asked): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: asked });
      running.add(worker);
      worker.on('message', (answer: Answer) => resolve(answer));
      worker.on('error', reject);
      worker.on('exit', (code) => {
        running.delete(worker);
        reject(new Error(`The thread ended with ${code} before it had an answer.`));
      });
    });
  return {
    desk: {
      make: (order) => work({ kind: 'make', order }),
      check: (evidence, stored) => work<CheckedRelease[]>({ kind: 'check', evidence, stored }),
    },
    async end() {
      await Promise.all([...running].map((worker) => worker.terminate()));
    },
  };
}
