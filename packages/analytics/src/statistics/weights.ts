import { demandCounts, demandPart } from './intervals.ts';

/** No answer counts for more than so many. Source: the rules on figures, weights. */
export const LARGEST_WEIGHT = 3;

export interface Stratum {
  /** People in the cell. */
  readonly population: number;
  /** Answers from it. */
  readonly answers: number;
}

export type Weighting =
  | {
      readonly ok: true;
      /** One for each cell, to be given to each of its answers; they average 1 over all answers. */
      readonly weights: readonly number[];
      /** How many times the variance grows through weighting, at least 1. */
      readonly designEffect: number;
    }
  | { readonly ok: false; readonly problem: 'no-answers' | 'cell-without-answers' | 'weight-too-large' };

/**
 * Post-stratification: each cell counts as much as it has people. Refused where a cell with people has no answers (merge it
 * first) and where any weight would be over 3; then only the unweighted figure is shown, which stands beside in any case.
 * Source: survey::postStratify.
 */
export function postStratify(cells: readonly Stratum[]): Weighting {
  let people = 0;
  let answers = 0;
  for (const cell of cells) {
    demandCounts({ population: cell.population, answers: cell.answers });
    demandPart(cell.answers, cell.population, 'More answered than there are');
    people += cell.population;
    answers += cell.answers;
  }
  if (answers === 0) return { ok: false, problem: 'no-answers' };
  if (cells.some((cell) => cell.population > 0 && cell.answers === 0)) return { ok: false, problem: 'cell-without-answers' };
  const weights = cells.map((cell) => (cell.answers === 0 ? 0 : (cell.population / cell.answers) * (answers / people)));
  if (weights.some((weight) => weight > LARGEST_WEIGHT)) return { ok: false, problem: 'weight-too-large' };
  const each = cells.flatMap((cell, i) => Array.from({ length: cell.answers }, () => weights[i] ?? 0));
  return { ok: true, weights, designEffect: kishDeff(each) ?? 1 };
}

/**
 * Kish's design effect of weights, one for each answer: n × Σw² / (Σw)². Answers divided by it is the effective number.
 * Null where there is no weight. Source: Kish 1965.
 */
export function kishDeff(weights: readonly number[]): number | null {
  const sum = weights.reduce((so, weight) => so + weight, 0);
  const squares = weights.reduce((so, weight) => so + weight * weight, 0);
  return sum === 0 ? null : (weights.length * squares) / (sum * sum);
}
