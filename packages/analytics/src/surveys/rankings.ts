/** What is put first, and what is put anywhere: of items where up to so many options are put in order. */
import { wilson, wilsonFinite, type Estimate } from '../statistics/index.ts';

export interface RankedOption {
  readonly id: string;
  /** Borda points: as many as there are places for the first, one fewer for the second …, nothing for what was left out. */
  readonly points: number;
  /** Points as a share of the most that could be had, everybody putting it first: 0 to 1. */
  readonly pointShare: number;
  readonly firstChoices: number;
  /** Share of those who ranked anything who put it first. */
  readonly firstShare: Estimate | null;
}

/**
 * Scores a ranking by Borda's points and by first choices, which can differ; both are shown. `places`: for each place, the counts
 * by option. `base`: people who ranked anything. In the order of points, then of first choices, then as listed.
 */
export function bordaOf(
  options: readonly string[],
  places: readonly (readonly number[])[],
  base: number,
  population: number | null = null,
): RankedOption[] {
  const most = places.length;
  return options
    .map((id, option): RankedOption => {
      const points = places.reduce((sum, counts, place) => sum + (most - place) * (counts[option] ?? 0), 0);
      const firstChoices = places[0]?.[option] ?? 0;
      return {
        id,
        points,
        pointShare: base === 0 ? 0 : points / (most * base),
        firstChoices,
        firstShare: base === 0 ? null : shareOf(firstChoices, base, population),
      };
    })
    .sort((a, b) => b.points - a.points || b.firstChoices - a.firstChoices);
}

function shareOf(x: number, n: number, population: number | null): Estimate | null {
  if (population !== null) return wilsonFinite(x, n, population);
  const endless = wilson(x, n);
  return endless === null
    ? null
    : { estimate: endless.estimate, interval: { low: endless.low, high: endless.high }, without: null };
}
