/**
 * One worker's whole picture with explanations: everything due about the worker and the children whose cases they hold
 * today, worked out from the facts that the database gives for just these subjects, and for each requirement that
 * stands today an explanation. Every worker of the medium demonstration council with Wirral's policy, five years of history.
 * The facts are read beforehand; indexing them is timed. Before anything is timed the requirements of every worker
 * must equal those of the whole council's assessment, and every explanation the finding and the due date of its requirement.
 */
import { formatDay, toDay, londonInstant } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import {
  assess,
  dutiesIndexed,
  compilePolicy,
  explainIndexed,
  findingOn,
  indexFacts,
  type AsOf,
  type Duty,
  type Explanation,
} from '@plumbline/domain/rules';
import { makeCouncil } from '@plumbline/demo';
import { inCouncil, loadFacts } from '@plumbline/database';
import { loadPack } from '@plumbline/policies';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, milliseconds, printLoad, spreadOf } from './measure.ts';

const RUNS = 9;
const TODAY = '2026-11-20';

interface Worker {
  readonly ref: string;
  readonly only: { readonly persons: ReadonlySet<string>; readonly children: ReadonlySet<string> };
  readonly facts: Facts;
}

interface Picture {
  readonly duties: readonly Duty[];
  readonly current: readonly Duty[];
  readonly explanations: readonly Explanation[];
}

/** Judged on the day, and over with it: a supervision that was too short stays so, and is no longer to be done. */
const OUTRIGHT: readonly Duty['judged'][] = ['breached', 'advisory', 'excused'];
const on = toDay(TODAY);
const asOf: AsOf = { on, at: londonInstant(on, 12 * 60) };
const openUntil = on + 200;
const policy = compilePolicy(loadPack('wirral'));
const council = makeCouncil({ seed: 42, packId: 'wirral', size: 'medium', today: TODAY });

printLoad();
const workers = await workersOf(council);
const sizes = checkAgainstCouncil();
console.log(
  `${workers.length} workers with ${sizes.children} children; current requirements of each: median ${sizes.median}, most ${sizes.most}; all equal the whole council's`,
);
report(
  'assess and explain every current requirement',
  timeEach((worker) => pictureOf(worker).explanations.length),
);
report(
  'of which to assess',
  timeEach((worker) => dutiesIndexed(policy, indexFacts(worker.facts), openUntil, worker.only).length),
);

/** The picture of one worker, as a page about them would ask for it. */
function pictureOf({ facts, only }: Worker): Picture {
  const index = indexFacts(facts);
  const duties = dutiesIndexed(policy, index, openUntil, only);
  const current = duties.filter(isCurrent);
  return { duties, current, explanations: current.map((duty) => explainIndexed(policy, index, duty, asOf)) };
}

/** Whether something stands today, as pages show it: opened, neither met nor over. */
function isCurrent(duty: Duty): boolean {
  if (OUTRIGHT.includes(duty.judged)) return false;
  const isMet = duty.metOn !== null && duty.metOn <= on;
  const hasEnded = duty.endedOn !== null && duty.endedOn < on;
  return duty.openedOn <= on && !isMet && !hasEnded && findingOn(duty, asOf).finding !== 'not-applicable';
}

/** Everybody who is employed today, with the children whose cases they hold and what the database holds of them all. */
async function workersOf(facts: Facts): Promise<Worker[]> {
  const opened = await openBenchDatabase();
  try {
    const id = await seedBenchCouncil(opened.db, facts, TODAY);
    const { responsibilities } = assess(policy, facts, openUntil);
    const today = responsibilities.filter((held) => held.from <= on && (held.to === null || held.to >= on));
    const workers: Worker[] = [];
    for (const { kind, ref } of today) {
      if (kind !== 'person') continue;
      const held = today.filter((answer) => answer.kind === 'child' && answer.worker === ref);
      const only = { persons: new Set([ref]), children: new Set(held.map((answer) => answer.ref)) };
      const own = await inCouncil(opened.db, id, (tx) => loadFacts(tx, only, { isForDuties: true }));
      workers.push({ ref, only, facts: own });
    }
    return workers;
  } finally {
    await opened.close();
  }
}

function checkAgainstCouncil(): { children: number; median: number; most: number } {
  const all = Map.groupBy(assess(policy, council, openUntil).duties, (duty) => `${duty.about.kind}:${duty.about.ref}`);
  const sizesOf: number[] = [];
  for (const worker of workers) {
    const { duties, current, explanations } = pictureOf(worker);
    const subjects = [`person:${worker.ref}`, ...[...worker.only.children].map((child) => `child:${child}`)];
    const expected = subjects.flatMap((subject) => all.get(subject) ?? []);
    insist(sorted(duties) === sorted(expected), `${worker.ref}: the requirements differ from those of the whole council.`);
    current.forEach((duty, i) =>
      insist(agrees(duty, explanations[i]), `${worker.ref}: the explanation of ${duty.rule} differs.`),
    );
    sizesOf.push(current.length);
  }
  const children = workers.reduce((sum, worker) => sum + worker.only.children.size, 0);
  insist(workers.length > 50 && children > 300, 'The council is too small to say anything.');
  const { median, max } = spreadOf(sizesOf);
  return { children, median, most: max };
}

function sorted(duties: readonly Duty[]): string {
  return duties
    .map((duty) => JSON.stringify(duty))
    .toSorted()
    .join('\n');
}

function agrees(duty: Duty, explanation: Explanation | undefined): boolean {
  const found = findingOn(duty, asOf);
  return (
    explanation?.finding === found.finding &&
    explanation.rule.id === duty.rule &&
    explanation.dueOn === (duty.dueOn === null ? null : formatDay(duty.dueOn))
  );
}

/**
 * For each worker the best and the median of several runs, after two of everybody to warm up. The runs of one worker follow one another: who
 * asks for a picture has just read its facts, so that they lie at hand.
 */
function timeEach(work: (worker: Worker) => number): { best: number[]; median: number[] } {
  for (let run = 0; run < 2; run += 1) for (const worker of workers) insist(work(worker) >= 0, 'Nothing was made.');
  const spreads = workers.map((worker) => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const start = performance.now();
      const made = work(worker);
      times.push(performance.now() - start);
      insist(made >= 0, 'Nothing was made.');
    }
    return spreadOf(times);
  });
  return { best: spreads.map((spread) => spread.min), median: spreads.map((spread) => spread.median) };
}

/** Two lines: each worker's median run, and each one's best, which other programs on the machine disturb least. */
function report(what: string, { best, median }: { best: readonly number[]; median: readonly number[] }): void {
  for (const [name, values] of [
    ['median run', median],
    ['best run', best],
  ] as const) {
    const over = spreadOf(values);
    const parts = [
      `min ${milliseconds(over.min)}`,
      `median ${milliseconds(over.median)}`,
      `p95 ${milliseconds(over.p95)}`,
      `max ${milliseconds(over.max)}`,
    ];
    console.log(`${`${what}: each worker's ${name}`.padEnd(72)} ${parts.join('  ')}`);
  }
}
