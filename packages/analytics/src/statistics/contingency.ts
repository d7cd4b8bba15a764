import { chiSquareUpper } from './distributions.ts';
import { demandCounts, demandPart } from './intervals.ts';

/** Counts by row and column. */
export type Table = readonly (readonly number[])[];

export interface ChiSquare {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** Where it is under 5 the exact test is to be used. */
  readonly smallestExpected: number;
}

/**
 * Pearson's chi-square of a table, without Yates's correction. Rows and columns without any count are left out. Null where
 * fewer than two rows or columns are left. Source: R `chisq.test(correct = FALSE)`.
 */
export function chiSquare(table: Table): ChiSquare | null {
  const { cells, rows, columns, total } = marginsOf(table);
  if (rows.length < 2 || columns.length < 2) return null;
  let statistic = 0;
  let smallestExpected = Infinity;
  cells.forEach((row, i) =>
    row.forEach((count, j) => {
      const expected = ((rows[i] ?? 0) * (columns[j] ?? 0)) / total;
      statistic += (count - expected) ** 2 / expected;
      smallestExpected = Math.min(smallestExpected, expected);
    }),
  );
  const degreesOfFreedom = (rows.length - 1) * (columns.length - 1);
  return { statistic, degreesOfFreedom, p: chiSquareUpper(statistic, degreesOfFreedom), smallestExpected };
}

/**
 * How far each count lies from what the sums of its row and column would give, in standard errors (adjusted residuals): beyond
 * 2 either way is unusual for a single cell of the table. Null where a row or column is empty or there is only one.
 * Source: Agresti, Categorical Data Analysis; R `chisq.test(…)$stdres`.
 */
export function adjustedResiduals(table: Table): number[][] | null {
  const { cells, rows, columns, total } = marginsOf(table);
  const isWhole = rows.length === table.length && columns.length === (table[0]?.length ?? 0);
  if (!isWhole || rows.length < 2 || columns.length < 2) return null;
  return cells.map((row, i) =>
    row.map((count, j) => {
      const rowShare = (rows[i] ?? 0) / total;
      const columnShare = (columns[j] ?? 0) / total;
      return (
        (count - total * rowShare * columnShare) / Math.sqrt(total * rowShare * columnShare * (1 - rowShare) * (1 - columnShare))
      );
    }),
  );
}

/**
 * Cramér's V: √(chi-square / (n × (smaller of rows and columns, less one))), 0 (no link) to 1, without bias correction. Empty
 * rows and columns are left out. Null as for `chiSquare`.
 */
export function cramersV(table: Table): number | null {
  const test = chiSquare(table);
  if (test === null) return null;
  const { rows, columns, total } = marginsOf(table);
  return Math.sqrt(test.statistic / (total * (Math.min(rows.length, columns.length) - 1)));
}

export interface Trend {
  readonly statistic: number;
  readonly p: number;
}

/**
 * Chi-square for trend over several rounds (Cochran and Armitage): do the shares x/n rise or fall in a straight line over
 * `scores` (1, 2, 3 … where none are given)? One degree of freedom. Rounds without answers are left out. Null where fewer
 * than two are left, they have one score, or all or nobody said so. Source: R `prop.trend.test`.
 */
export function trendChiSquare(
  x: readonly number[],
  n: readonly number[],
  scores: readonly number[] = x.map((_, i) => i + 1),
): Trend | null {
  let total = 0;
  let hits = 0;
  n.forEach((size, i) => {
    demandCounts({ x: x[i] ?? NaN, n: size });
    demandPart(x[i] ?? 0, size, 'More chose it than answered');
    total += size;
    hits += x[i] ?? 0;
  });
  if (hits === 0 || hits === total) return null;
  const share = hits / total;
  const centre = n.reduce((sum, size, i) => sum + size * (scores[i] ?? 0), 0) / total;
  const spread = n.reduce((sum, size, i) => sum + size * ((scores[i] ?? 0) - centre) ** 2, 0);
  if (spread === 0) return null;
  const slope = x.reduce((sum, count, i) => sum + (count - (n[i] ?? 0) * share) * ((scores[i] ?? 0) - centre), 0);
  const statistic = slope ** 2 / (share * (1 - share) * spread);
  return { statistic, p: chiSquareUpper(statistic, 1) };
}

/** A table without its empty rows and columns, with its sums. */
export function marginsOf(table: Table): { cells: number[][]; rows: number[]; columns: number[]; total: number } {
  for (const row of table) for (const count of row) demandCounts({ count });
  const width = Math.max(0, ...table.map((row) => row.length));
  const used = Array.from({ length: width }, (_, j) => j).filter((j) => table.some((row) => (row[j] ?? 0) > 0));
  const cells = table.filter((row) => row.some((count) => count > 0)).map((row) => used.map((j) => row[j] ?? 0));
  const rows = cells.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = used.map((_, j) => cells.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  return { cells, rows, columns, total: rows.reduce((sum, count) => sum + count, 0) };
}
