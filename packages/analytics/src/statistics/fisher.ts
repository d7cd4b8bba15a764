import { marginsOf, type Table } from './contingency.ts';
import { hypergeometricChances } from './distributions.ts';

/** More tables than that are not gone through one by one. */
const MOST_TABLES = 1_000_000;

/** Two probabilities so near are the same one, worked out in another order: R's own tolerance. */
const TOLERANCE = 1 + 1e-7;

/**
 * Fisher's exact test, two-sided: the probability, with the sums of rows and columns given, of all tables that are no likelier
 * than the one observed. For two rows by any number of columns, or two columns by any number of rows, which is what before
 * and after and who answered need. Empty rows and columns are left out. Null where fewer than two rows or columns are left,
 * where both have more than two, or where there are more than a million tables. Source: R `fisher.test`.
 */
export function fisher(table: Table): { readonly p: number } | null {
  const { cells, rows, columns } = marginsOf(table);
  if (rows.length < 2 || columns.length < 2) return null;
  if (rows.length === 2) return exact(cells[0] ?? [], columns, rows[0] ?? 0);
  if (columns.length === 2)
    return exact(
      cells.map((row) => row[0] ?? 0),
      rows,
      columns[0] ?? 0,
    );
  return null;
}

/** `first` is the observed side of each pair, `sizes` the sizes of the pairs, `drawn` the sum of the side. */
function exact(first: readonly number[], sizes: readonly number[], drawn: number): { readonly p: number } | null {
  if (countTables(sizes, drawn) > MOST_TABLES) return null;
  const limit = likelihood(first, sizes) * TOLERANCE;
  const after = remaining(sizes);
  let p = 0;
  const chanceOf = sizes.map((size, i) => remembered(size, after[i] ?? 0));
  const walk = (i: number, left: number, chance: number): void => {
    if (i === sizes.length) {
      if (chance <= limit) p += chance;
      return;
    }
    const next = chanceOf[i] ?? (() => 0);
    for (let here = Math.max(0, left - (after[i] ?? 0)); here <= Math.min(sizes[i] ?? 0, left); here += 1)
      walk(i + 1, left - here, chance * next(here, left));
  };
  walk(0, drawn, 1);
  return { p: Math.min(1, p) };
}

/** The chance that so many of `left` drawn fall on one pair of `size` with `later` after it: asked for again and again. */
function remembered(size: number, later: number): (here: number, left: number) => number {
  const known = new Map<number, Float64Array>();
  return (here, left) => {
    const chances = known.get(left) ?? hypergeometricChances(size, later, left);
    known.set(left, chances);
    return chances[here] ?? 0;
  };
}

/** How many stand in the pairs after each. */
function remaining(sizes: readonly number[]): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  let seen = 0;
  return sizes.map((size) => {
    seen += size;
    return total - seen;
  });
}

function likelihood(first: readonly number[], sizes: readonly number[]): number {
  const after = remaining(sizes);
  let left = first.reduce((sum, count) => sum + count, 0);
  let chance = 1;
  sizes.forEach((size, i) => {
    chance *= hypergeometricChances(size, after[i] ?? 0, left)[first[i] ?? 0] ?? 0;
    left -= first[i] ?? 0;
  });
  return chance;
}

/** How many tables have these sums. */
function countTables(sizes: readonly number[], drawn: number): number {
  let ways = new Float64Array(drawn + 1);
  ways[0] = 1;
  for (const size of sizes) {
    const next = new Float64Array(drawn + 1);
    for (let sum = 0; sum <= drawn; sum += 1)
      for (let here = 0; here <= Math.min(size, sum); here += 1) next[sum] = (next[sum] ?? 0) + (ways[sum - here] ?? 0);
    ways = next;
  }
  return ways[drawn] ?? 0;
}
