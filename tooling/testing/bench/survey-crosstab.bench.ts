/**
 * A plain cross-table of two questions over 2.5 million answers, laid out as one byte each. Before it is timed it is compared with a
 * count in a map of pairs: 0 differences. Both ends of what data can look like are timed: answers spread over the scale, and
 * nearly everybody giving the same one, where each count waits for the one before.
 */
import { crosstab, pairCounts, questionsOf, type Column } from '@plumbline/analytics/surveys';
import { standardInstrument } from '@plumbline/domain/surveys';
import { insist, printLoad, printSpread, timeRuns } from './measure.ts';

const ANSWERS = 2_500_000;
const RUNS = 31;
const LIMIT_MS = 15;

printLoad();
console.log(`${ANSWERS.toLocaleString('en-GB')} answers to each of two five-point questions`);
const questions = questionsOf(standardInstrument).filter(({ item }) => item.kind === 'scale');
const spread = [column(0, 5, 11), column(1, 5, 29)] as const;
const alike = [column(0, 1, 11), column(1, 1, 29)] as const;

compareWithMap();
const fastest: number[] = [];
for (const [what, [first, second]] of [
  ['answers spread over the scale', spread],
  ['nearly all the same answer', alike],
] as const) {
  const times = await timeRuns(RUNS, () => crosstab(first, second));
  printSpread(`cross-table, ${what}`, times);
  fastest.push(times.min);
}
// What it takes by itself: other work on the machine makes the others longer.
insist(Math.max(...fastest) <= LIMIT_MS, `A cross-table takes ${Math.max(...fastest).toFixed(1)} ms.`);

/** One question's answers: one in twenty left out or not applicable, the rest over `points` points. */
function column(at: number, points: number, seed: number): Column {
  const question = questions[at];
  if (question === undefined) throw new Error('The standard form has no scales.');
  const codes = new Uint8Array(ANSWERS);
  let state = seed;
  for (let i = 0; i < ANSWERS; i += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const dice = state >>> 12;
    codes[i] = dice % 20 === 0 ? (dice % 40 === 0 ? 0 : 255) : 1 + ((dice >>> 5) % points);
  }
  return { question, codes, bits: null, numbers: null };
}

function compareWithMap(): void {
  const [first, second] = spread;
  const pairs = new Map<number, number>();
  for (let i = 0; i < ANSWERS; i += 1) {
    const pair = (first.codes[i] ?? 0) * 1000 + (second.codes[i] ?? 0);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  const counts = pairCounts(first.codes, second.codes);
  for (const [pair, count] of pairs)
    insist(counts[Math.floor(pair / 1000) * 256 + (pair % 1000)] === count, `The pair ${pair} differs.`);
  const table = crosstab(first, second);
  table?.forEach((row, i) =>
    row.forEach((count, j) => insist(count === pairs.get((i + 1) * 1000 + j + 1), `Row ${i}, column ${j} differs.`)),
  );
  const shown = (table ?? []).flat().reduce((sum, count) => sum + count, 0);
  insist(shown > ANSWERS * 0.85 && shown < ANSWERS, `The table holds ${shown} answers.`);
  console.log(`${pairs.size} pairs beside a count in a map: 0 differences`);
}
