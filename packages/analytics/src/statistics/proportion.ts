import { demandCounts, demandPart, Z95, type Estimate, type Interval } from './intervals.ts';

/** Up to so many people the range of staff is worked out exactly. Source: the rules on figures, small finite staff group. */
export const LARGEST_EXACT_POPULATION = 60;

/**
 * The share x/n with Wilson's score interval, 95%, as fractions of 1. For an endless or very large population.
 * Null where nobody answered. Source: Wilson 1927; Newcombe 1998; R `prop.test(x, n, correct = FALSE)`.
 */
export function wilson(x: number, n: number): (Interval & { readonly estimate: number }) | null {
  demandCounts({ x, n });
  demandPart(x, n, 'More chose it than answered');
  if (n === 0) return null;
  const share = x / n;
  return { estimate: share, ...scoreInterval(share, n) };
}

/**
 * The share x/n of a staff group of `population` people, with Wilson's interval at n_eff = n(N - 1)/(N - n): the nearer one
 * comes to having asked everybody, the narrower. Everybody answered: no interval. Null where nobody answered.
 */
export function wilsonFinite(x: number, n: number, population: number): Estimate | null {
  demandCounts({ x, n, population });
  demandPart(x, n, 'More chose it than answered');
  demandPart(n, population, 'More answered than there are');
  if (n === 0) return null;
  const share = x / n;
  if (n === population) return { estimate: share, interval: null, without: 'census' };
  return { estimate: share, interval: scoreInterval(share, (n * (population - 1)) / (population - n)), without: null };
}

/** Wilson's interval; at 0 and at 1 the end is the estimate itself and is not left to rounding. */
function scoreInterval(share: number, n: number): Interval {
  const square = Z95 * Z95;
  const centre = share + square / (2 * n);
  const half = Z95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    low: share === 0 ? 0 : Math.max(0, (centre - half) / scale),
    high: share === 1 ? 1 : Math.min(1, (centre + half) / scale),
  };
}

/** How many of a staff group would say so: fewest and most, in people. */
export interface StaffRange {
  readonly fewest: number;
  readonly most: number;
}

/**
 * Of a staff group of up to 60: the numbers of people who hold something that are not ruled out, each side at 2.5%, when x of
 * n who answered hold it. A number K stays in where both P(X ≥ x | K) and P(X ≤ x | K) exceed 2.5%. Worked out in whole
 * numbers, so nothing is rounded. Null where nobody answered or the group is larger than 60.
 */
export function hypergeometricRange(x: number, n: number, population: number): StaffRange | null {
  demandCounts({ x, n, population });
  demandPart(x, n, 'More chose it than answered');
  demandPart(n, population, 'More answered than there are');
  if (n === 0 || population > LARGEST_EXACT_POPULATION) return null;
  const choose = pascal(population);
  const kept: number[] = [];
  for (let holders = x; holders <= population - (n - x); holders += 1)
    if (isPossible(x, n, holders, population, choose)) kept.push(holders);
  return { fewest: kept[0] ?? x, most: kept.at(-1) ?? population - (n - x) };
}

function isPossible(x: number, n: number, holders: number, population: number, choose: readonly (readonly bigint[])[]): boolean {
  const ways = (top: number, bottom: number): bigint => choose[top]?.[bottom] ?? 0n;
  const all = ways(population, n);
  let atLeast = 0n;
  let atMost = 0n;
  for (let i = 0; i <= n; i += 1) {
    const some = ways(holders, i) * ways(population - holders, n - i);
    if (i >= x) atLeast += some;
    if (i <= x) atMost += some;
  }
  return atLeast * 40n > all && atMost * 40n > all;
}

/** Pascal's triangle down to a row, in whole numbers of any size. */
function pascal(rows: number): bigint[][] {
  const triangle: bigint[][] = [[1n]];
  for (let row = 1; row <= rows; row += 1) {
    const above = triangle[row - 1] ?? [];
    triangle.push(Array.from({ length: row + 1 }, (_, i) => (above[i - 1] ?? 0n) + (above[i] ?? 0n)));
  }
  return triangle;
}
