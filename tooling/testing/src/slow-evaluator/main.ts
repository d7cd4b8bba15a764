import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { loadAllPacks } from '@plumbline/policies';
import type { Turn, TurnResult } from './agree-worker.ts';

/**
 * Compares the engine with the second evaluator on generated councils: `npm run agree -- 2000000 17` looks at two million people and
 * children of all packs, from seed 17 on. Ends with 1 where the two differ, with the seed that shows it, or where a rule that
 * can ask for something never did.
 */
const MOST_IN_A_TURN = 50_000;
const wanted = wholeNumber(process.argv[2] ?? '1000000', 'how many people and children to compare');
const firstSeed = wholeNumber(process.argv[3] ?? '1', 'from which seed');
const packs = loadAllPacks();
const packIds = packs.map(({ id }) => id);

const turns = turnsFor(wanted);
const results: { turn: Turn; result: TurnResult }[] = [];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), packIds.length) }, work));
process.exitCode = tellOf(packIds);

function wholeNumber(text: string, what: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`Say ${what} as a whole number: "${text}" is none.`);
  return value;
}

/** A policy with twice the rules has twice the people, so that each rule has its turn as often. */
function turnsFor(subjects: number): Turn[] {
  const rules = packs.reduce((sum, pack) => sum + pack.rules.length, 0);
  return packs.flatMap(({ id: packId, rules: own }) => {
    const perPack = Math.ceil((subjects * own.length) / rules);
    const size = Math.min(perPack, MOST_IN_A_TURN);
    return Array.from({ length: Math.ceil(perPack / size) }, (_, round) => ({
      packId,
      seed: firstSeed + round * size,
      subjects: Math.min(size, perPack - round * size),
    }));
  });
}

async function work(): Promise<void> {
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
    const [result] = (await once(new Worker(new URL('./agree-worker.ts', import.meta.url), { workerData: turn }), 'message')) as [
      TurnResult,
    ];
    results.push({ turn, result });
    for (const difference of result.differences) console.log(difference);
  }
}

/** Says what came of it; 1 where something is wrong. */
function tellOf(packs: readonly string[]): number {
  let wrong = 0;
  for (const packId of packs) {
    const found = results.filter(({ turn }) => turn.packId === packId).map(({ result }) => result);
    const sum = (of: (result: TurnResult) => number): string =>
      found.reduce((total, result) => total + of(result), 0).toLocaleString('en-GB');
    const differing = found.flatMap(({ differences }) => differences).length;
    const silent = (found[0]?.silent ?? []).filter((rule) => found.every((result) => result.silent.includes(rule)));
    wrong += differing + silent.length;
    console.log(
      `${packId}: ${sum((one) => one.subjects)} people and children, ${sum((one) => one.requirements)} requirements, ${differing} councils in which the two differ`,
    );
    if (silent.length > 0) console.log(`${packId}: never asked for anything, so never compared: ${silent.join(', ')}`);
  }
  return wrong === 0 ? 0 : 1;
}
