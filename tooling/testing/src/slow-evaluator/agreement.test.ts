import { compilePolicy } from '@plumbline/domain/rules';
import { loadAllPacks } from '@plumbline/policies';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { childHistory } from '../histories/child-history.ts';
import { personHistory } from '../histories/person-history.ts';
import { engineResults, slowResults } from './compare.ts';

/** Histories for each clock: some that dwell on edges, with the smallest counter-example, and many of every sort. */
const RUNS = [
  { seed: 20_260_512, numRuns: 50, unbiased: false },
  { seed: 31_337, numRuns: 150, unbiased: true },
];
const CLOCKS = loadAllPacks().flatMap((pack) => pack.series.map((series) => ({ name: `${pack.id} ${series.id}`, pack, series })));
let compared = 0;

test.each(CLOCKS)(
  '$name: due day, deciding rule, met and ended are those of the slow evaluator',
  ({ pack, series }) => {
    const policy = compilePolicy(pack);
    const isPerson = series.subject === 'person';
    const ref = isPerson ? 'S1' : 'C1';
    for (const run of RUNS) {
      fc.assert(
        fc.property(isPerson ? personHistory : childHistory, (facts) => {
          const slow = slowResults(pack, series.id, series.subject, ref, facts);
          compared += slow.length;
          expect(engineResults(policy, series.id, ref, facts)).toEqual(slow);
        }),
        { ...run, interruptAfterTimeLimit: 120_000 },
      );
    }
  },
  300_000,
);

test('more than ten thousand results were compared', () => {
  expect(compared).toBeGreaterThan(10_000);
});
