import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Turn } from './attack-worker.ts';
import type { AttackResult, Recovered } from './attack.ts';
import type { ScenarioResult } from './scenario.ts';

/**
 * Publishes the survey results of invented councils and attacks them: `npm run attack -- 1000 17` looks at a thousand councils, from seed
 * 17 on. Ends with 1 where a number under the floor was found out, or where publishing without care was not broken either, which
 * would mean that the attack is worth nothing.
 */
const wanted = wholeNumber(process.argv[2] ?? '1000', 'how many councils to attack');
const firstSeed = wholeNumber(process.argv[3] ?? '1', 'from which seed');
const results: ScenarioResult[] = [];

const workers = Math.min(2, availableParallelism(), wanted);
const share = Math.ceil(wanted / workers);
await Promise.all(
  Array.from({ length: workers }, (_, i) => work({ seed: firstSeed + i * share, councils: Math.min(share, wanted - i * share) })),
);
process.exitCode = tell();

function wholeNumber(text: string, what: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`Say ${what} as a whole number: "${text}" is none.`);
  return value;
}

function work(turn: Turn): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./attack-worker.ts', import.meta.url), { workerData: turn });
    worker.on('error', reject);
    worker.on('message', (result: ScenarioResult | null) => {
      if (result === null) {
        resolve();
        return;
      }
      results.push(result);
      for (const found of result.onReleases.recovered) console.log(inWords(result.seed, found));
    });
  });
}

function inWords(seed: number, { how, target, question, low, high }: Recovered): string {
  const what = question === null ? 'replies' : `replies to ${question}`;
  return `seed ${seed}: ${target}, ${what}: ${how}, ${low === high ? low : `${low} to ${high}`}`;
}

/** Says what came of it; 1 where something is wrong. */
function tell(): number {
  const sum = (of: (result: ScenarioResult) => number): number => results.reduce((total, result) => total + of(result), 0);
  const inFigures = (value: number): string => value.toLocaleString('en-GB');
  const published = results.filter(({ releases }) => releases > 0).length;
  console.log(
    `${inFigures(results.length)} councils, ${inFigures(published)} with published results: ${inFigures(sum(({ releases }) => releases))} releases with ${inFigures(sum(({ shownTables }) => shownTables))} tables; ${inFigures(sum(({ refusedViews }) => refusedViews))} later views refused`,
  );
  const recovered = sum(({ onReleases }) => onReleases.recovered.length);
  console.log(
    `${inFigures(sum(({ onReleases }) => onReleases.attacked))} hidden numbers attacked, ${inFigures(recovered)} found out`,
  );
  const attacked = sum(({ collusion }) => collusion.attacked);
  console.log(
    `apart from these, with two respondents of one small group putting their own answers together: ${inFigures(sum(({ collusion }) => collusion.certain))} of ${inFigures(attacked)} questions where they can be certain of a colleague's answer`,
  );
  const isBroken = (['floors-only', 'hide-two'] as const).map((shortcut) =>
    tellControl(shortcut, (result) => result.onShortcuts[shortcut]),
  );
  return recovered === 0 && published > 0.9 * results.length && isBroken.every(Boolean) ? 0 : 1;
}

/** Every tenth council is published carelessly as well: this must be broken. */
function tellControl(name: string, of: (result: ScenarioResult) => AttackResult): boolean {
  const controls = results.map(of).filter(({ attacked }) => attacked > 0);
  const attacked = controls.reduce((total, result) => total + result.attacked, 0);
  const found = controls.reduce((total, result) => total + result.recovered.length, 0);
  console.log(
    `control, ${name === 'hide-two' ? 'the next smallest group hidden beside a single hidden one' : 'nothing hidden but what is under its floor'}: ${found.toLocaleString('en-GB')} of ${attacked.toLocaleString('en-GB')} hidden numbers found out in ${controls.length} councils`,
  );
  return found > 0;
}
