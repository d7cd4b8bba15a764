import { availableParallelism, loadavg } from 'node:os';

/** Minimum, median and maximum of some times in milliseconds. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly p95: number;
}

/** The spread of measured values. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { min: sorted[0] ?? 0, median: at(0.5), max: sorted.at(-1) ?? 0, p95: at(0.95) };
}

/** Runs something several times, after once to warm up, and gives the spread in milliseconds. */
export async function timeRuns(runs: number, work: () => unknown): Promise<Spread> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < runs; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return spreadOf(times);
}

/**
 * Runs several pieces of work by turns, after once each to warm up, and gives the times of each in milliseconds, round by
 * round: what lies side by side met the machine in the same mood.
 */
export async function timeTogether<const Work extends readonly (() => unknown)[]>(
  rounds: number,
  works: Work,
): Promise<{ [Index in keyof Work]: number[] }> {
  const times: number[][] = works.map(() => []);
  for (const work of works) await work();
  for (let round = 0; round < rounds; round += 1) {
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[i]?.push(performance.now() - start);
    }
  }
  return times as { [Index in keyof Work]: number[] };
}

/** Prints one line: what, and the spread in a readable unit. */
export function printSpread(what: string, spread: Spread, extra = ''): void {
  console.log(
    `${what.padEnd(58)} min ${milliseconds(spread.min)}  median ${milliseconds(spread.median)}  max ${milliseconds(spread.max)}${extra}`,
  );
}

export function milliseconds(value: number): string {
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`.padStart(9);
  return value >= 1 ? `${value.toFixed(1)} ms`.padStart(9) : `${(value * 1000).toFixed(1)} µs`.padStart(9);
}

/** Ends the bench with a sentence where a result is wrong: a time that computes the wrong thing is no time. */
export function insist(isTrue: boolean, sentence: string): void {
  if (!isTrue) throw new Error(sentence);
}

/** Says how busy the machine is already: a time means little without it. */
export function printLoad(): void {
  const [minute = 0, five = 0] = loadavg();
  console.log(
    `Node ${process.version}, ${availableParallelism()} cores; load ${minute.toFixed(1)} (last minute), ${five.toFixed(1)} (last five)`,
  );
}
