/** One question against another, over replies laid out in columns. */
import type { Column } from './columns.ts';

/**
 * How often each pair of codes occurs: row code × 256 + column code. One walk without a single test, since a byte cannot lie
 * outside the table. Both must have the same length.
 */
export function pairCounts(rows: Uint8Array, columns: Uint8Array): Int32Array {
  if (rows.length !== columns.length) throw new RangeError(`${rows.length} replies beside ${columns.length}.`);
  const counts = new Int32Array(256 * 256);
  for (let i = 0; i < rows.length; i += 1) {
    const at = ((rows[i] as number) << 8) | (columns[i] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

/**
 * A plain cross-table of two questions with one answer each: rows the answers of the first, columns those of the second. Replies
 * that left one out, or to whom one does not apply, are in neither. Not fit to be shown before it passed disclosure control.
 * Null where one of them takes several answers.
 */
export function crosstab(first: Column, second: Column): number[][] | null {
  if (first.question.kind === 'several' || second.question.kind === 'several') return null;
  const counts = pairCounts(first.codes, second.codes);
  return first.question.answers.map((_, row) =>
    second.question.answers.map((_also, column) => counts[(row + 1) * 256 + column + 1] ?? 0),
  );
}
