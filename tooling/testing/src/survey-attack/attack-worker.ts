import { parentPort, workerData } from 'node:worker_threads';
import { runScenario } from './scenario.ts';

/** What one worker is asked: how many councils, from which seed. */
export interface Turn {
  readonly seed: number;
  readonly councils: number;
}

const { seed, councils } = workerData as Turn;
for (let i = 0; i < councils; i += 1) parentPort?.postMessage(runScenario(seed + i, i % 10 === 0));
parentPort?.postMessage(null);
