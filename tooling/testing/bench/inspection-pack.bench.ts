/**
 * Drafting an inspection pack: what the server's worker does (`makePack`: the facts as they were known at an instant, everything due
 * worked out again, every part, a code for each figure) for the medium and the largest demonstration council with five years of history,
 * read from its database each time. Making the council is not timed; the first draft warms up, and every draft must be the same as it.
 */
import { makePack, packHash } from '@plumbline/api';
import { databaseNow, inCouncil, type Database } from '@plumbline/database';
import { makeCouncil, type CouncilSize } from '@plumbline/demo';
import { openBenchDatabase, seedBenchCouncil } from './bench-database.ts';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const TODAY = '2026-11-20';
const RUNS = 5;
const TARGET_MS = 10_000;

for (const size of ['medium', 'large'] as const) await measure(size);

async function measure(size: CouncilSize): Promise<void> {
  const opened = await openBenchDatabase();
  try {
    const facts = makeCouncil({ seed: 42, packId: 'wirral', size, today: TODAY });
    const told = `${facts.person.length.toLocaleString('en-GB')} people, ${facts.child.length.toLocaleString('en-GB')} cases, ${facts.session.length.toLocaleString('en-GB')} supervisions`;
    const id = await seedBenchCouncil(opened.db, facts, TODAY);
    console.log(`${size}: ${told}`);
    printLoad();
    await draftAgainAndAgain(opened.db, id, size);
    printLoad();
  } finally {
    await opened.close();
  }
}

async function draftAgainAndAgain(db: Database, id: string, size: CouncilSize): Promise<void> {
  const council = { id, name: 'Bench council' };
  const knownAt = await inCouncil(db, id, databaseNow);
  const draft = () => inCouncil(db, id, (tx) => makePack(tx, council, { madeOn: TODAY, asOf: TODAY, knownAt }));
  const first = await draft();
  const figures = first.parts.flatMap((part) => part.figures);
  insist(
    figures.some(({ id: name, denominator }) => name === 'on-time.own-supervision' && (denominator ?? 0) > 0),
    'A pack counts nothing.',
  );
  const times = await timeRuns(RUNS, async () =>
    insist(packHash(await draft()) === packHash(first), 'A pack is not the same again.'),
  );
  printSpread(
    `a pack of a ${size} council, ${figures.length} figures`,
    times,
    `  target ${TARGET_MS / 1000} s, ratio ${(TARGET_MS / times.median).toFixed(2)}`,
  );
}
