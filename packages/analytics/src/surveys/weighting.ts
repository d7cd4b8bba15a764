/** Answers weighted so that each cell counts as much as it has people. Shown beside the unweighted figure, never instead of it. */
import { postStratify, type Weighting } from '../statistics/index.ts';
import { ROUTE_COUNT, type QuestionTable, type Tabulation } from './tabulate.ts';

export type WeightedShares =
  | {
      readonly ok: true;
      /** By the question's answers: fractions of 1 of the weighted replies. */
      readonly shares: readonly number[];
      /** Kish's: how many times the variance grows. */
      readonly designEffect: number;
      /** Replies divided by it. */
      readonly effective: number;
    }
  | { readonly ok: false; readonly problem: Extract<Weighting, { ok: false }>['problem'] };

/**
 * Shares of a question's answers over the whole round, post-stratified by cell. Refused where a cell gave no answer or an answer would
 * count more than three times. A weighted figure is a figure more about the same people: it is not to be shown before disclosure control
 * has seen it.
 */
export function weightedShares(
  { cells }: Pick<Tabulation, 'cells'>,
  table: QuestionTable,
  headCounts: readonly number[],
): WeightedShares {
  const answers = cells.map((_, cell) => sumOfCell(table.answered, cell, 1, 0));
  const made = postStratify(cells.map((_, cell) => ({ population: headCounts[cell] ?? 0, answers: answers[cell] ?? 0 })));
  if (!made.ok) return made;
  const width = table.question.answers.length;
  const whole = answers.reduce((sum, count, cell) => sum + count * (made.weights[cell] ?? 0), 0);
  const shares = table.question.answers.map((_, answer) =>
    cells.reduce((sum, _cell, cell) => sum + sumOfCell(table.counts, cell, width, answer) * (made.weights[cell] ?? 0), 0),
  );
  const replies = answers.reduce((sum, count) => sum + count, 0);
  return {
    ok: true,
    shares: shares.map((sum) => sum / whole),
    designEffect: made.designEffect,
    effective: replies / made.designEffect,
  };
}

/** One column of a cell's four atoms. */
function sumOfCell(counts: Int32Array, cell: number, width: number, at: number): number {
  let sum = 0;
  for (let route = 0; route < ROUTE_COUNT; route += 1) sum += counts[(cell * ROUTE_COUNT + route) * width + at] ?? 0;
  return sum;
}
