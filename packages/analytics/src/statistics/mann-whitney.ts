import { normalTwoSided } from './distributions.ts';
import { demandCounts } from './intervals.ts';

/** A side smaller than this is compared exactly. Source: the rules on figures, change in a 5-point item. */
const SMALL = 20;
/** With more answers than this on both sides together the exact way would take too long. */
const LARGEST_EXACT = 200;

export interface RankComparison {
  /** Pairs of one answer before and one after in which after is higher, ties counted half. */
  readonly u: number;
  /** The share of such pairs, 0 to 1: ½ where neither side is higher. */
  readonly superiority: number;
  /** Rank-biserial correlation, -1 to 1: twice the share less one. */
  readonly rankBiserial: number;
  /** Two-sided. 1 where all answers are the same. */
  readonly p: number;
  readonly method: 'exact' | 'normal';
}

/**
 * Mann and Whitney's comparison of two groups of answers. Exact permutation of the ranks, ties and all, where one side has
 * fewer than 20 answers and both have at most 200 together (two-sided: as far from the middle or farther); otherwise the
 * normal curve with corrections for ties and continuity. Null where a side has no answers.
 * Source: coin `wilcox_test(distribution = "exact")`; R `wilcox.test(exact = FALSE)`; scipy `mannwhitneyu`.
 */
export function mannWhitney(before: readonly number[], after: readonly number[]): RankComparison | null {
  const points = [...new Set([...before, ...after])].sort((a, b) => a - b);
  const place = new Map(points.map((point, i) => [point, i]));
  const count = (values: readonly number[]): number[] => {
    const counts = points.map(() => 0);
    for (const value of values) {
      const at = place.get(value) ?? 0;
      counts[at] = (counts[at] ?? 0) + 1;
    }
    return counts;
  };
  return mannWhitneyOfCounts(count(before), count(after));
}

/** The same from counts by point, from lowest to highest. */
export function mannWhitneyOfCounts(before: ArrayLike<number>, after: ArrayLike<number>): RankComparison | null {
  const first = Array.from(before);
  const second = Array.from(after);
  if (first.length !== second.length) throw new RangeError('The two sides have different points.');
  for (const count of [...first, ...second]) demandCounts({ count });
  const n1 = total(first);
  const n2 = total(second);
  if (n1 === 0 || n2 === 0) return null;
  let below = 0;
  let u = 0;
  second.forEach((count, i) => {
    u += count * (below + (first[i] ?? 0) / 2);
    below += first[i] ?? 0;
  });
  const superiority = u / (n1 * n2);
  const isExact = Math.min(n1, n2) < SMALL && n1 + n2 <= LARGEST_EXACT;
  const ties = first.map((count, i) => count + (second[i] ?? 0)).filter((size) => size > 0);
  return {
    u,
    superiority,
    rankBiserial: 2 * superiority - 1,
    p: isExact ? exactP(ties, n1 <= n2 ? n1 : n2, n1 * n2, u) : normalP(ties, n1, n2, u),
    method: isExact ? 'exact' : 'normal',
  };
}

function normalP(ties: readonly number[], n1: number, n2: number, u: number): number {
  const n = n1 + n2;
  const tied = ties.reduce((sum, size) => sum + size ** 3 - size, 0);
  const variance = ((n1 * n2) / 12) * (n + 1 - tied / (n * (n - 1)));
  if (variance <= 0) return 1;
  const z = Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5) / Math.sqrt(variance);
  return normalTwoSided(z);
}

/**
 * Goes through all ways to choose the smaller side out of everybody, tie by tie: `ways` counts them by how many are chosen
 * and by the sum of their doubled ranks.
 */
function exactP(ties: readonly number[], chosen: number, pairs: number, u: number): number {
  const n = total(ties);
  const width = chosen * 2 * n + 1;
  let ways = new Float64Array((chosen + 1) * width);
  ways[0] = 1;
  let below = 0;
  for (const size of ties) {
    ways = withTie(ways, width, chosen, size, 2 * below + size + 1);
    below += size;
  }
  const row = ways.subarray(chosen * width);
  const middle = chosen * (n + 1);
  const distance = Math.abs(2 * u - pairs);
  let all = 0;
  let far = 0;
  row.forEach((count, sum) => {
    all += count;
    if (Math.abs(sum - middle) >= distance) far += count;
  });
  return Math.min(1, far / all);
}

/** Lets 0, 1, 2 … of one tie be among the chosen. */
function withTie(
  ways: Float64Array<ArrayBuffer>,
  width: number,
  chosen: number,
  size: number,
  doubledRank: number,
): Float64Array<ArrayBuffer> {
  const next = new Float64Array(ways.length);
  let times = 1;
  for (let taken = 0; taken <= Math.min(size, chosen); taken += 1) {
    if (taken > 0) times = (times * (size - taken + 1)) / taken;
    for (let from = 0; from + taken <= chosen; from += 1)
      add(next, (from + taken) * width + taken * doubledRank, ways, from * width, width - taken * doubledRank, times);
  }
  return next;
}

function add(to: Float64Array, toAt: number, from: Float64Array, fromAt: number, length: number, times: number): void {
  for (let i = 0; i < length; i += 1) {
    const count = from[fromAt + i] ?? 0;
    if (count > 0) to[toAt + i] = (to[toAt + i] ?? 0) + count * times;
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
