import { listPackIds, listShippedIds, loadPack } from '@plumbline/policies';
import { loadRows } from '@plumbline/policies/rows';
import { loadScenarios } from '@plumbline/policies/scenarios';
import { mutatePack, shareKilled, type RuleResult } from './mutate-pack.ts';

/** Of all the small changes of a pack, so many have to be noticed by its examples. */
const PASS_MARK = 0.95;

/**
 * `npm run mutate`: changes each pack in one thing at a time, and says which changes none of its examples notices. A national standard is
 * looked at where it is named; no rows of a catalogue hold its verbs, so that changes of strength go unnoticed there.
 */
function mutate(words: readonly string[]): number {
  const isWhole = words.includes('--all');
  const ids = words.filter((word) => word !== '--all');
  const unknown = ids.filter((id) => !listShippedIds().includes(id));
  if (unknown.length > 0) {
    console.error(`There is no policy "${unknown.join(', ')}". There are ${listShippedIds().join(', ')}.`);
    return 2;
  }
  const shares = (ids.length === 0 ? listPackIds() : ids).map((id) => {
    const began = performance.now();
    const results = mutatePack(loadPack(id), loadScenarios(id), listPackIds().includes(id) ? loadRows(id) : []);
    for (const result of results) tell(result, isWhole);
    return tellSum(id, results, (performance.now() - began) / 1000);
  });
  return shares.every((share) => share >= PASS_MARK) ? 0 : 1;
}

function tell({ rule, killed, survivors, twins }: RuleResult, isWhole: boolean): void {
  if (!isWhole && survivors.length === 0) return;
  console.log(`${rule}: ${killed} killed, ${survivors.length} survived`);
  for (const what of survivors) console.log(`    ${what}`);
  if (isWhole) for (const what of twins) console.log(`    changes nothing: ${what}`);
}

function tellSum(id: string, results: readonly RuleResult[], seconds: number): number {
  const share = shareKilled(results);
  const killed = results.reduce((sum, result) => sum + result.killed, 0);
  const survived = results.reduce((sum, result) => sum + result.survivors.length, 0);
  const same = results.reduce((sum, result) => sum + result.twins.length, 0);
  console.log(
    `\n${id}: ${killed} of ${killed + survived} changes noticed, ${(100 * share).toFixed(1)} % (pass mark ${100 * PASS_MARK} %); ${same} more change nothing; ${seconds.toFixed(1)} s\n`,
  );
  return share;
}

process.exitCode = mutate(process.argv.slice(2));
