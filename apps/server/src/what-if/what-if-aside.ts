import { Worker } from 'node:worker_threads';
import type { WhatIfAsked, WorkedOutWhatIf, WorkOut } from '@plumbline/api';

/** A question to the thread, with a number by which its answer is known. */
export interface WhatIfQuestion {
  readonly number: number;
  readonly asked: WhatIfAsked;
}

/** What the thread tells of a question. */
export type WhatIfSays =
  | { readonly kind: 'progress'; readonly number: number; readonly done: number }
  | { readonly kind: 'done'; readonly number: number; readonly answer: WorkedOutWhatIf }
  | { readonly kind: 'failed'; readonly number: number; readonly error: unknown };

export interface WhatIfAside {
  readonly workOut: WorkOut<WhatIfAsked, WorkedOutWhatIf>;
  /** Breaks off what is being worked out. */
  end(): Promise<void>;
}

export interface WhatIfAsideOptions {
  readonly appUrl: string;
  /** The thread ends when nobody has asked it anything for so long, and the council that it holds goes with it. */
  readonly idleMs?: number;
  readonly script?: URL;
}

const IDLE_MS = 10 * 60_000;

/**
 * Most of what a question makes is thrown away at once. With room for it the thread clears it away seldom, and what stays is not
 * copied about.
 */
const YOUNG_MEGABYTES = 96;

interface Waiting {
  onProgress(done: number): void;
  resolve(answer: WorkedOutWhatIf): void;
  reject(error: unknown): void;
}

/**
 * Works out what other rules would have asked, in a thread of its own that stays for a while: it holds the council that it read
 * last, so that a second set of rules or a changed draft needs no reading.
 */
export function whatIfAside({
  appUrl,
  idleMs = IDLE_MS,
  script = new URL('worker.ts', import.meta.url),
}: WhatIfAsideOptions): WhatIfAside {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  const end = async (): Promise<void> => {
    clearTimeout(idle);
    const old = thread;
    thread = null;
    await old?.terminate();
  };
  const settle = (number: number): Waiting | undefined => {
    const one = waiting.get(number);
    waiting.delete(number);
    if (waiting.size === 0) {
      thread?.unref();
      idle = setTimeout(() => void end(), idleMs).unref();
    }
    return one;
  };
  const begin = (): Worker => {
    const begun = new Worker(script, { workerData: { appUrl }, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
    begun.on('message', (said: WhatIfSays) => {
      if (said.kind === 'progress') waiting.get(said.number)?.onProgress(said.done);
      else if (said.kind === 'done') settle(said.number)?.resolve(said.answer);
      else settle(said.number)?.reject(said.error);
    });
    const failAll = (error: unknown): void => {
      if (thread === begun) thread = null;
      for (const number of waiting.keys()) settle(number)?.reject(error);
    };
    begun.on('error', failAll);
    begun.on('exit', (code) => {
      if (thread === begun || thread === null) failAll(new Error(`The thread ended with ${code} before it had an answer.`));
    });
    return begun;
  };
  return {
    workOut: (question, onProgress) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle);
        asked += 1;
        waiting.set(asked, { onProgress, resolve, reject });
        thread ??= begin();
        thread.ref();
        thread.postMessage({ number: asked, asked: question } satisfies WhatIfQuestion);
      }),
    end,
  };
}
