import { momentsOf } from './mean.ts';

export interface Reliability {
  readonly alpha: number;
  /** People who answered all items: only they are counted. */
  readonly completeRows: number;
  readonly items: number;
}

/**
 * Cronbach's alpha of items that are meant to measure one thing. Rows are people, columns items; null is no answer. Reversed
 * items are turned round first (least + most - answer), then only complete rows are counted: leaving people out item by item
 * gives another figure. Can be negative. Null for fewer than two items or complete rows, or where all sums are the same.
 * Source: Cronbach 1951; psych `alpha` (raw).
 */
export function cronbachAlpha(
  rows: readonly (readonly (number | null)[])[],
  scale: { readonly reversed: readonly boolean[]; readonly least: number; readonly most: number },
): Reliability | null {
  const items = scale.reversed.length;
  const complete: number[][] = [];
  for (const row of rows) {
    if (row.length !== items) throw new RangeError(`A row has ${row.length} of ${items} items.`);
    const scores = row.flatMap((value, i) =>
      value === null ? [] : [scale.reversed[i] === true ? scale.least + scale.most - value : value],
    );
    if (scores.length === items) complete.push(scores);
  }
  if (items < 2 || complete.length < 2) return null;
  const whole = momentsOf(complete.map((row) => row.reduce((sum, score) => sum + score, 0))).variance;
  if (whole === 0) return null;
  const single = scale.reversed.reduce((sum, _, i) => sum + momentsOf(complete.map((row) => row[i] ?? 0)).variance, 0);
  return { alpha: (items / (items - 1)) * (1 - single / whole), completeRows: complete.length, items };
}
