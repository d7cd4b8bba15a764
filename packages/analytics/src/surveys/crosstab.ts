/** One question against another, over replies laid out in columns. */
import type { Column } from './columns.ts';

const CODES = 256;
const PAIRS = CODES * CODES;

/**
 * How often each pair of codes occurs: row code × 256 + column code. One walk without a single test, since a byte cannot lie
 * outside the table; into two tables by turns, since where nearly everybody says the same, a count would wait for the one before. Both
 * must have the same length.
 */
export function pairCounts(rows: Uint8Array, columns: Uint8Array): Int32Array {
  if (rows.length !== columns.length) throw new RangeError(`${rows.length} replies beside ${columns.length}.`);
  const counts = new Int32Array(PAIRS);
  const others = new Int32Array(PAIRS);
  const even = rows.length - (rows.length % 2);
  for (let i = 0; i < even; i += 2) {
    const at = ((rows[i] as number) << 8) | (columns[i] as number);
    const next = ((rows[i + 1] as number) << 8) | (columns[i + 1] as number);
    counts[at] = (counts[at] as number) + 1;
    others[next] = (others[next] as number) + 1;
  }
  if (even < rows.length) {
    const at = ((rows[even] as number) << 8) | (columns[even] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  for (let pair = 0; pair < PAIRS; pair += 1) counts[pair] = (counts[pair] as number) + (others[pair] as number);
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
    second.question.answers.map((_also, column) => counts[(row + 1) * CODES + column + 1] ?? 0),
  );
}
