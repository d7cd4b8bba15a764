import { sampleCorrelation } from 'simple-statistics';
import { studentTwoSided } from './distributions.ts';

/** Fewer teams than that say nothing about a link between figures. Source: the rules on figures, triangulating. */
export const FEWEST_TEAMS = 8;
/** Pairs of themes are shown from so many documents that hold both. Source: the rules on figures, theme links. */
export const FEWEST_DOCUMENTS = 3;

export interface RankCorrelation {
  readonly n: number;
  readonly rho: number;
  /** Two-sided, from t with n - 2 degrees of freedom. */
  readonly p: number;
}

/**
 * Spearman's rank correlation with mid-ranks for ties. A link between teams says nothing about persons. Null for fewer than
 * eight teams, or where one side is the same throughout. Source: scipy `spearmanr`.
 */
export function spearman(x: readonly number[], y: readonly number[]): RankCorrelation | null {
  if (x.length !== y.length) throw new RangeError(`${x.length} figures beside ${y.length}.`);
  const n = x.length;
  if (n < FEWEST_TEAMS || new Set(x).size === 1 || new Set(y).size === 1) return null;
  const rho = Math.min(1, Math.max(-1, sampleCorrelation(midRanks(x), midRanks(y))));
  const rest = (1 - rho) * (1 + rho);
  return { n, rho, p: rest < 1e-15 ? 0 : studentTwoSided(rho * Math.sqrt((n - 2) / rest), n - 2) };
}

/** Ranks from 1; those that are equal share the middle of their ranks. */
export function midRanks(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && order[end + 1]?.value === order[start]?.value) end += 1;
    for (let k = start; k <= end; k += 1) ranks[order[k]?.i ?? 0] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/** In how many documents two themes stand: both, either of them alone, and of how many. */
export interface Together {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly documents: number;
}

/** Documents with both themes as a share of those with either, 0 to 1. Null where neither stands anywhere. */
export function jaccard({ both, onlyFirst, onlySecond }: Together): number | null {
  const either = both + onlyFirst + onlySecond;
  return either === 0 ? null : both / either;
}

/**
 * How many times more often two themes stand together than if they had nothing to do with each other: 1 is neither more nor
 * less. Null where one of them stands nowhere. Who shows it hides pairs under three documents.
 */
export function lift({ both, onlyFirst, onlySecond, documents }: Together): number | null {
  if (both + onlyFirst + onlySecond > documents) throw new RangeError('More documents hold a theme than there are.');
  const first = both + onlyFirst;
  const second = both + onlySecond;
  return first === 0 || second === 0 ? null : (both * documents) / (first * second);
}
