import { recount } from './recount.ts';

/**
 * Counts the figures of pages a second time at random dates: `npm run recount -- 5000 17` asks about five thousand, from seed 17 on. Ends
 * with 1 where any figure differs, with the date and the figure.
 */
const dates = wholeNumber(process.argv[2] ?? '1000', 'at how many dates to count');
const seed = wholeNumber(process.argv[3] ?? '1', 'from which seed');
/** So many dates are asked about with what was known on one day. */
const AT_ONCE = 20;
/** After so many dates a line says how far it is. */
const SAID_EVERY = 250;
/** More differences than these tell nothing more of one date. */
const MOST_SAID = 10;

const began = performance.now();
let [done, figures, above, differing, differences] = [0, 0, 0, 0, 0];
for await (const one of recount(dates, seed, AT_ONCE)) {
  done += 1;
  figures += one.figures;
  above += one.above;
  differences += one.differences.length;
  if (one.differences.length > 0) differing += 1;
  for (const text of one.differences.slice(0, MOST_SAID)) console.log(`${one.question}: ${text}`);
  if (done % SAID_EVERY === 0) console.log(summary());
}
console.log(summary());
process.exitCode = differences === 0 ? 0 : 1;

function summary(): string {
  const inFigures = (value: number): string => value.toLocaleString('en-GB');
  return `seed ${seed}: ${inFigures(done)} dates, ${inFigures(figures)} figures compared (${inFigures(above)} above 0), ${inFigures(differences)} differ, at ${inFigures(differing)} dates; ${inFigures(Math.round((performance.now() - began) / 1000))} s`;
}

function wholeNumber(text: string, what: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`Say ${what} as a whole number: "${text}" is none.`);
  return value;
}
