import { parentPort, workerData } from 'node:worker_threads';
import { loadPack } from '@plumbline/policies';
import { compareOnCouncils } from './agree.ts';
import { silentRules } from './everything.ts';

/** What one worker is asked: a pack, from which seed, and how many people and children. */
export interface Turn {
  readonly packId: string;
  readonly seed: number;
  readonly subjects: number;
}

/** What it answers. */
export interface TurnResult {
  readonly subjects: number;
  readonly requirements: number;
  /** Rules that could have asked for something and hardly did: of them agreement says nothing. */
  readonly silent: readonly string[];
  /** Each difference in words, with the seed that makes it again. */
  readonly differences: readonly string[];
}

const { packId, seed, subjects } = workerData as Turn;
const pack = loadPack(packId);
const found = compareOnCouncils(pack, seed, subjects);
const result: TurnResult = {
  subjects: found.subjects,
  requirements: found.requirements,
  silent: silentRules(pack, found.byRule),
  differences: found.disagreements.map(({ seed: from, onlyEngine, onlySlow }) =>
    [
      `${packId}, seed ${from}`,
      ...onlyEngine.map((text) => `  engine: ${text}`),
      ...onlySlow.map((text) => `  slow:   ${text}`),
    ].join('\n'),
  ),
};
parentPort?.postMessage(result);
