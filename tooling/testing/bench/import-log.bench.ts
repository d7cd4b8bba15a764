/**
 * A supervision log into a council with five years of history: 100,000 supervisions and 300,000 children discussed, brought
 * into the largest demonstration council (its staff, posts, cases and allocations are there, its log is not) the way an
 * import is applied: both files staged by COPY and merged, everything due worked out again, audited; one transaction. The server is the embedded one, as durable as in production, in a folder of its own. Making the council and its
 * history is not timed. Afterwards `duties check` works everything out again and must find 0 differences, and the same two
 * files again must change nothing. It takes minutes, so it runs once.
 */
import { randomUUID } from 'node:crypto';
import { applyImports, checkDuties, inCouncil, countFacts, type Database, type ImportRow } from '@plumbline/database';
import { makeLoadTest } from '@plumbline/demo';
import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, printLoad } from './measure.ts';

const TODAY = '2026-11-20';
const TARGET_SECONDS = 60;

const load = makeLoadTest({ today: TODAY });
const FILES: readonly (readonly [FactKindName, readonly AnyFact[]])[] = [
  ['session', load.sessions as unknown as AnyFact[]],
  ['discussion', load.discussions as unknown as AnyFact[]],
];
const opened = await openBenchDatabase();
try {
  printLoad();
  await run(opened.db);
} finally {
  await opened.close();
}

async function run(db: Database): Promise<void> {
  const seeding = performance.now();
  const council = await seedBenchCouncil(db, load.council, TODAY);
  console.log(
    `made ready (not counted): ${count(load.council.person.length)} people, ${count(load.council.child.length)} cases, ${seconds(performance.now() - seeding)}`,
  );
  const brought = await bring(db, council);
  insist(brought.added.join() === '100000,300000', 'Not every row was brought in.');
  const facts = await inCouncil(db, council, (tx) => countFacts(tx));
  insist(facts.session === 100_000 && facts.discussion === 300_000, 'Not every row is there.');
  console.log(`target ${TARGET_SECONDS} s, ratio ${(TARGET_SECONDS / brought.seconds).toFixed(2)}`);
  printLoad();
  await check(db, council);
}

interface Brought {
  readonly seconds: number;
  /** By file, as all others. */
  readonly added: readonly number[];
  readonly changed: readonly number[];
  readonly duties: number;
}

async function bring(db: Database, council: string): Promise<Brought> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const shared = { isFullExtract: false, extractOn: TODAY, actor: 'system' };
  const result = await applyImports(
    db,
    council,
    FILES.map(([kind, facts]) => ({ ...shared, importId: randomUUID(), kind, rows: numbered(facts) })),
  );
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  if (!result.ok) throw new Error(`The files were refused: ${JSON.stringify(result.problems.slice(0, 3))}`);
  const added = result.counts.map((counts) => counts.added);
  const changed = result.counts.map((counts) => counts.changed);
  console.log(
    `sessions and discussions: ${added.map(count).join(' and ')} added, ${changed.map(count).join(' and ')} changed; ${count(result.subjects)} people and children assessed again, ${count(result.duties)} requirements changed: ${seconds(took)} (processor time of this process, without the database's: ${seconds((user + system) / 1000)})`,
  );
  return { seconds: took / 1000, added, changed, duties: result.duties };
}

/** Everything due is right, and the same files again change nothing. */
async function check(db: Database, council: string): Promise<void> {
  const began = performance.now();
  const { differences, subjects, examples } = await checkDuties(db, council);
  insist(differences === 0, `Duties check: ${differences} differences, such as ${examples.join('; ')}`);
  console.log(`duties check: 0 differences over ${count(subjects)} people and children (${seconds(performance.now() - began)})`);
  const again = await bring(db, council);
  insist(
    [...again.added, ...again.changed, again.duties].every((number) => number === 0),
    'The same files again changed something.',
  );
}

function* numbered(facts: readonly AnyFact[]): Generator<ImportRow> {
  for (const [i, values] of facts.entries()) yield { row: i + 1, values };
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function seconds(time: number): string {
  return `${(time / 1000).toFixed(1)} s`;
}
