/**
 * A supervision log into a council with five years of history: 100,000 supervisions and 300,000 children discussed, brought
 * into the largest demonstration council (its staff, posts, cases and allocations are there, its log is not) the way an
 * import is applied: staged by COPY, merged, everything due worked out again, audited; one transaction for each of the two
 * files. The server is the embedded one, as durable as in production, in a folder of its own. Making the council and its
 * history is not timed. Afterwards `duties check` works everything out again and must find 0 differences, and the same two
 * files again must change nothing. It takes minutes, so it runs once.
 */
import { randomUUID } from 'node:crypto';
import { applyImport, checkDuties, inCouncil, countFacts, type Database, type ImportRow } from '@plumbline/database';
import { makeLoadTest } from '@plumbline/demo';
import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, printLoad } from './measure.ts';

const TODAY = '2026-11-20';
const TARGET_SECONDS = 60;

interface Brought {
  readonly seconds: number;
  readonly added: number;
  readonly changed: number;
  readonly duties: number;
}

const load = makeLoadTest({ today: TODAY });
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
  const sessions = await bring(db, council, 'session', load.sessions as unknown as AnyFact[]);
  const discussions = await bring(db, council, 'discussion', load.discussions as unknown as AnyFact[]);
  insist(sessions.added === 100_000 && discussions.added === 300_000, 'Not every row was brought in.');
  const facts = await inCouncil(db, council, (tx) => countFacts(tx));
  insist(facts.session === 100_000 && facts.discussion === 300_000, 'Not every row is there.');
  const total = sessions.seconds + discussions.seconds;
  console.log(
    `together: ${count(400_000)} facts and ${count(sessions.duties + discussions.duties)} requirements committed in ${total.toFixed(1)} s; target ${TARGET_SECONDS} s, ratio ${(TARGET_SECONDS / total).toFixed(2)}`,
  );
  printLoad();
  await check(db, council);
}

async function bring(db: Database, council: string, kind: FactKindName, facts: readonly AnyFact[]): Promise<Brought> {
  const cpu = process.cpuUsage();
  const began = performance.now();
  const result = await applyImport(db, council, {
    importId: randomUUID(),
    kind,
    rows: numbered(facts),
    isFullExtract: false,
    extractOn: TODAY,
    actor: 'system',
  });
  const took = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  if (!result.ok) throw new Error(`The ${kind} file was refused: ${JSON.stringify(result.problems.slice(0, 3))}`);
  const { added, changed } = result.counts;
  console.log(
    `${kind}: ${count(added)} added, ${count(changed)} changed; ${count(result.subjects)} people and children assessed again, ${count(result.duties)} requirements changed: ${seconds(took)} (processor time of this process, without the database's: ${seconds((user + system) / 1000)})`,
  );
  return { seconds: took / 1000, added, changed, duties: result.duties };
}

/** Everything due is right, and the same files again change nothing. */
async function check(db: Database, council: string): Promise<void> {
  const began = performance.now();
  const { differences, subjects, examples } = await checkDuties(db, council);
  insist(differences === 0, `Duties check: ${differences} differences, such as ${examples.join('; ')}`);
  console.log(`duties check: 0 differences over ${count(subjects)} people and children (${seconds(performance.now() - began)})`);
  for (const [kind, facts] of [
    ['session', load.sessions],
    ['discussion', load.discussions],
  ] as const) {
    const again = await bring(db, council, kind, facts as unknown as AnyFact[]);
    insist(again.added + again.changed + again.duties === 0, `The ${kind} file again changed something.`);
  }
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
