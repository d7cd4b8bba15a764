/**
 * What if another policy had held: Kent's policy beside the one in force (Wirral's), over twelve whole months, for every person and child
 * with five years of history. First one council of medium size as the server does it (`workOutWhatIf`): facts read from its database
 * each time, with one other policy and with three; then a second set of rules over a council that the thread holds already; and of
 * the first what is left when the facts are at hand. Then England: 153 councils of that size (382,500 open children and 84,600
 * staff; England has 400,000 and 75,000), each indexed anew, on a thread for each core with a council's facts of its own, saying how far
 * it is; a page asks about one council only, by the same functions. Before anything is timed the counts of the policy in force must
 * equal the stored monthly figures. A worker of England runs this same file.
 */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { readCouncilYear, twelveMonthsBefore, whatIf } from '@plumbline/analytics/impact';
import { workOutWhatIf, type WhatIfMemory } from '@plumbline/api';
import { inCouncil, monthlyFigures, type Database } from '@plumbline/database';
import { makeCouncil } from '@plumbline/demo';
import { toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import { compilePolicy, indexFacts, onlyVersion } from '@plumbline/domain/rules';
import { loadPack } from '@plumbline/policies';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, printLoad, printSpread, spreadOf, timeRuns } from './measure.ts';

const TODAY = '2026-11-20';
const RUNS = 9;
const COUNCIL_TARGET_MS = 500;
const ENGLAND_TARGET_MS = 30_000;
const COUNCILS = 153;
/** As the thread of the server has it. */
const YOUNG_MEGABYTES = 96;

const [wirral, kent] = [onlyVersion(compilePolicy(loadPack('wirral'))), onlyVersion(compilePolicy(loadPack('kent')))];
if (isMainThread) await measure();
else countCouncils(workerData as number);

async function measure(): Promise<void> {
  const facts = factsOf(42);
  const opened = await openBenchDatabase();
  try {
    const council = await seedBenchCouncil(opened.db, facts, TODAY);
    await check(opened.db, council);
    printLoad();
    await oneCouncil(opened.db, council);
    const atHand = await timeRuns(RUNS, () => both(facts));
    printSpread('one council, facts at hand', atHand, ratio(atHand.median, COUNCIL_TARGET_MS));
    printSpread('  of it the processor time', spreadOf(Array.from({ length: RUNS }, () => ownTime(() => both(facts)))));
  } finally {
    await opened.close();
  }
  await england();
  printLoad();
}

/** Milliseconds of this thread's processor: what is left of the clock when others keep the machine busy. */
function ownTime(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

function factsOf(seed: number): Facts {
  return makeCouncil({ seed, packId: 'wirral', size: 'medium', today: TODAY });
}

async function oneCouncil(db: Database, councilId: string): Promise<void> {
  const asked = { councilId, on: TODAY, packs: [null, loadPack('kent')] };
  const one = await timeRuns(RUNS, () => workOutWhatIf(db, asked));
  printSpread('one council from its database, one other policy', one, ratio(one.median, COUNCIL_TARGET_MS));
  const memory: WhatIfMemory = { read: null };
  await workOutWhatIf(db, { ...asked, packs: [null] }, undefined, memory);
  const second = await timeRuns(RUNS, async () => {
    memory.read?.outcomes.delete(compilePolicy(loadPack('kent')).hash);
    return await workOutWhatIf(db, asked, undefined, memory);
  });
  printSpread('  a second set of rules, the council held', second, ratio(second.median, COUNCIL_TARGET_MS));
  const three = { ...asked, packs: ['kent', 'bcp', 'shropshire'].map((id) => loadPack(id)) };
  printSpread('one council from its database, three other policies', await timeRuns(RUNS, () => workOutWhatIf(db, three)));
}

/** What is in force and one other policy, from facts that nobody has looked at yet. */
function both(facts: Facts): number {
  const today = toDay(TODAY);
  const year = readCouncilYear(indexFacts({ ...facts }), twelveMonthsBefore(today), today);
  return [wirral, kent].reduce((sum, rules) => {
    const work = whatIf(rules, year);
    work.add();
    return sum + work.result().whole.required;
  }, 0);
}

/** Threads take councils one by one, so that none waits for another. */
async function england(): Promise<void> {
  const threads = await Promise.all(Array.from({ length: availableParallelism() }, (_, i) => readyThread(43 + i)));
  const times: number[] = [];
  for (let run = 0; run < 3; run += 1) {
    const start = performance.now();
    await share(threads, run);
    times.push(performance.now() - start);
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  const spread = spreadOf(times);
  const what = `England, ${COUNCILS} councils on ${threads.length} threads, facts at hand`;
  printSpread(what, spread, ratio(spread.median, ENGLAND_TARGET_MS));
}

function readyThread(seed: number): Promise<Worker> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), {
      workerData: seed,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
    });
    thread.once('message', () => resolve(thread)).once('error', reject);
  });
}

async function share(threads: readonly Worker[], run: number): Promise<void> {
  let [begun, done] = [0, 0];
  const take = async (thread: Worker): Promise<void> => {
    while (begun < COUNCILS) {
      begun += 1;
      const asked = new Promise<number>((resolve) => thread.once('message', resolve));
      thread.postMessage('council');
      insist((await asked) > 0, 'A council is asked for nothing.');
      done += 1;
      if (done % 51 === 0) console.log(`  England, run ${run + 1}: ${done} of ${COUNCILS} councils`);
    }
  };
  await Promise.all(threads.map(take));
}

/** A thread of England: makes a council, says so, and works it out whenever it is asked. */
function countCouncils(seed: number): void {
  const facts = factsOf(seed);
  both(facts);
  parentPort?.on('message', () => parentPort?.postMessage(both(facts)));
  parentPort?.postMessage(0);
}

function ratio(median: number, target: number): string {
  return `  target ${target} ms, ratio ${(target / median).toFixed(2)}`;
}

async function check(db: Database, councilId: string): Promise<void> {
  const { inForce } = await workOutWhatIf(db, { councilId, on: TODAY, packs: [null] });
  const rows = await inCouncil(db, councilId, (tx) =>
    monthlyFigures(tx, { from: '2025-11-01', to: '2026-10-31', measures: inForce.series.map(({ series }) => series) }),
  );
  for (const { series, counts } of inForce.series) {
    const own = rows.filter(({ measure }) => measure === series);
    const sum = (of: (row: (typeof rows)[number]) => number): number => own.reduce((total, row) => total + of(row), 0);
    const stored = [sum((row) => row.due), sum((row) => row.onTime), sum((row) => row.late), sum((row) => row.excused)];
    const ours = [counts.due, counts.onTime, counts.late, counts.excused];
    insist(JSON.stringify(stored) === JSON.stringify(ours), `${series}: ${ours.join(', ')} instead of ${stored.join(', ')}.`);
  }
}
