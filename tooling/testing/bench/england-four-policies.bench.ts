/**
 * Whole England's due dates with the policies mixed: each of the 153 councils runs one of the four, by turns from the largest
 * down. One thread, through `assessCadence`, with rule ids; and how much of it each policy takes.
 */
import { assessCadence, compilePolicy } from '@plumbline/domain/rules';
import { makeEngland, type England } from '@plumbline/demo';
import { listPackIds, loadPack } from '@plumbline/policies';
import { insist, printLoad, printSpread, spreadOf, timeTogether } from './measure.ts';

const RUNS = 7;
const TODAY = '2026-11-21';
const TARGET_MS = 1000;

interface Ruled {
  readonly policy: ReturnType<typeof compilePolicy>;
  readonly england: England;
}

const packs = listPackIds();
const mixed = packs.map((pack, turn): Ruled => {
  const policy = compilePolicy(loadPack(pack));
  return { policy, england: makeEngland(policy, TODAY, undefined, ({ rank }) => rank % packs.length === turn) };
});
const councils = mixed.reduce((sum, { england }) => sum + england.councils.length, 0);
const clocks = mixed.reduce((sum, { england }) => sum + england.people.columns.subjects + england.children.columns.subjects, 0);
insist(councils === 153, `The policies are spread over ${councils} councils, not 153.`);
insist(Math.abs(clocks - 1_500_000) < packs.length, `There are ${clocks} clocks, not 1.5 million.`);

printLoad();
const times = await timeTogether(
  RUNS,
  mixed.map((ruled) => () => dueDates(ruled)),
);
const rounds = Array.from({ length: RUNS }, (_, round) => times.reduce((sum, own) => sum + (own[round] ?? 0), 0));
const together = spreadOf(rounds);
printSpread(
  `${clocks.toLocaleString('en-GB')} due dates, ${packs.length} policies mixed`,
  together,
  `  target ${TARGET_MS} ms, ratio ${(TARGET_MS / together.median).toFixed(1)}`,
);
packs.forEach((pack, i) => printSpread(`of which ${pack}`, spreadOf(times[i] ?? [])));

function dueDates({ policy, england }: Ruled): number {
  const people = assessCadence(policy, england.people.series, england.people.columns, true);
  const children = assessCadence(policy, england.children.series, england.children.columns, true);
  return people.count + children.count;
}
