import { parentPort, workerData } from 'node:worker_threads';
import type { WhatIfMemory } from '@plumbline/api';
import { workOutWhatIf } from '@plumbline/api/what-if';
import { openDatabase } from '@plumbline/database';
import type { WhatIfQuestion, WhatIfSays } from './what-if-aside.ts';

/**
 * Runs in a thread of its own, for one question after the other, and holds the council of the last one. It reads no more of the
 * product than it needs: somebody waits while it starts.
 */
const { appUrl } = workerData as { readonly appUrl: string };
const say = (message: WhatIfSays): void => parentPort?.postMessage(message);
const database = openDatabase(appUrl, { connections: 1 });
const memory: WhatIfMemory = { read: null };

async function answer({ number, asked }: WhatIfQuestion): Promise<void> {
  const onProgress = (done: number): void => say({ kind: 'progress', number, done });
  try {
    say({ kind: 'done', number, answer: await workOutWhatIf(database, asked, onProgress, memory) });
  } catch (error) {
    say({ kind: 'failed', number, error });
  }
}

let queue: Promise<void> = Promise.resolve();
parentPort?.on('message', (question: WhatIfQuestion) => {
  queue = queue.then(() => answer(question));
});
