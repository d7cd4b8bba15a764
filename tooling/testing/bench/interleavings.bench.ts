/**
 * 10,000 writes that interleave: eight writers change facts of the same few people and children at the same time, through
 * the same function as every hand correction and every logged supervision (sessions, discussions, pairs, allocations,
 * absences, employment, posts, statuses; new, corrected and withdrawn). Twenty small councils one after the other, each with
 * another seed, so that histories stay short and nearly every write meets another. After each, `duties check` works
 * everything out again: any difference, and any error that is not a refusal, ends the run. Writes that were refused (out of
 * date, overlapping) are not counted.
 */
import { checkDuties } from '@plumbline/database';
import { interleaveWrites, openTestDatabase, seedTestCouncil } from '@plumbline/database/testing';
import { loadPack } from '@plumbline/policies';
import { insist, milliseconds, printLoad, spreadOf } from './measure.ts';
import { smallCouncil } from './small-council.ts';

const WANTED = 10_000;
const WRITERS = 8;
const WRITES_A_ROUND = 900;
const MOST_ROUNDS = 40;

const test = await openTestDatabase();
try {
  printLoad();
  await run();
} finally {
  await test.close();
}

async function run(): Promise<void> {
  const each: number[] = [];
  let written = 0;
  let refused = 0;
  for (let round = 1; written < WANTED; round += 1) {
    insist(round <= MOST_ROUNDS, `Only ${written} writes came about in ${MOST_ROUNDS} rounds.`);
    const council = await seedTestCouncil(test.db, smallCouncil(), loadPack('wirral'));
    const began = performance.now();
    const outcome = await interleaveWrites(test.db, council, { writes: WRITES_A_ROUND, writers: WRITERS, seed: round });
    each.push((performance.now() - began) / outcome.written);
    insist(
      outcome.failed.length === 0,
      `Round ${round}: ${outcome.failed.length} writes failed: ${outcome.failed.slice(0, 3).join('; ')}`,
    );
    const { differences, examples } = await checkDuties(test.db, council);
    insist(differences === 0, `Round ${round}: duties check found ${differences} differences, such as ${examples.join('; ')}`);
    written += outcome.written;
    refused += outcome.refused;
    console.log(`round ${round}: ${outcome.written} written, ${outcome.refused} refused, 0 differences`);
  }
  const { min, median, max } = spreadOf(each);
  console.log(
    `${written.toLocaleString('en-GB')} writes by ${WRITERS} writers, ${refused.toLocaleString('en-GB')} refused, 0 failed, 0 differences; time of a write by round: min ${milliseconds(min)}  median ${milliseconds(median)}  max ${milliseconds(max)}`,
  );
  printLoad();
}
