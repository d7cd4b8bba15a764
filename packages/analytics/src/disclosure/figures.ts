/** Turns counts into the figures that may be shown, by the rules of rounding. */
import type { CountedQuestion } from './count.ts';
import type { AnswerDetail, ShownAnswer, ShownTable } from './release.ts';

/** Ids of the three sides, from negative to positive. */
export const SIDES = ['negative', 'neutral', 'positive'] as const;
export type Side = (typeof SIDES)[number];

/** Replies below which a group with nobody on one side of the scale is too much alike. */
const ENOUGH_FOR_ONE_SIDE = 20;

/** The share that "most" stands for. */
export const MOST_PERCENT = 90;

/** On which side of the scale a score from 1 to 5 stands. */
export function sideOf(score: number): Side {
  if (score < 3) return 'negative';
  return score > 3 ? 'positive' : 'neutral';
}

/** Whether a question's answers stand on a scale, all of them. */
export function hasSides(question: Pick<CountedQuestion, 'answers' | 'kind'>): boolean {
  return question.kind === 'one' && question.answers.length > 0 && question.answers.every(({ score }) => score !== null);
}

/** Sum over some atoms. */
export function sumOver(counts: ArrayLike<number>, atoms: readonly number[]): number {
  let sum = 0;
  for (const atom of atoms) sum += counts[atom] ?? 0;
  return sum;
}

/** Counts of each answer over some atoms. */
export function answersOver(question: CountedQuestion, atoms: readonly number[]): number[] {
  return question.counts.map((row) => sumOver(row, atoms));
}

/** The figures of one question for one group. */
export function shownTable(
  question: CountedQuestion,
  atoms: readonly number[],
  detail: AnswerDetail,
  population: number | null,
): ShownTable {
  const n = sumOver(question.replies, atoms);
  const counts = answersOver(question, atoms);
  const asAsked = question.answers.map(({ id }, i) => ({ id, count: counts[i] ?? 0 }));
  const listed = detail === 'as-asked' ? asAsked : SIDES.map((id) => ({ id, count: sideCount(question, counts, id) }));
  const answers = listed.map(({ id, count }): ShownAnswer => ({ id, count, percent: percentOf(count, n) }));
  return {
    state: 'shown',
    detail,
    n,
    population,
    answers,
    mean: meanOf(question, atoms, counts, n, detail),
    net: netOf(question, counts, n),
  };
}

/** Whole per cent; of nobody 0. */
export function percentOf(count: number, n: number): number {
  return n === 0 ? 0 : Math.round((100 * count) / n);
}

/** To one decimal: two would give back the exact sum. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Taken together, the mean would give back some of what taking together hid. */
function meanOf(
  question: CountedQuestion,
  atoms: readonly number[],
  counts: readonly number[],
  n: number,
  detail: AnswerDetail,
): number | null {
  if (n === 0 || detail === 'in-three') return null;
  if (question.values !== null) return oneDecimal(sumOver(question.values.sums, atoms) / n);
  if (!hasSides(question)) return null;
  const sum = question.answers.reduce((total, { score }, i) => total + (score ?? 0) * (counts[i] ?? 0), 0);
  return oneDecimal(sum / n);
}

function netOf(question: CountedQuestion, counts: readonly number[], n: number): number | null {
  if (n === 0 || !hasSides(question)) return null;
  const difference = sideCount(question, counts, 'positive') - sideCount(question, counts, 'negative');
  return Math.round((100 * difference) / n) + 0;
}

function sideCount(question: Pick<CountedQuestion, 'answers'>, counts: readonly number[], side: Side): number {
  return question.answers.reduce(
    (sum, { score }, i) => sum + (score !== null && sideOf(score) === side ? (counts[i] ?? 0) : 0),
    0,
  );
}

/**
 * Whether replies are too much alike to be shown as numbers: all in one answer, or fewer than twenty of them with nobody on one
 * side of the scale. Of several choices: an answer that everybody or (of fewer than twenty) an equal list that all chose.
 */
export function isUniform(question: CountedQuestion, atoms: readonly number[]): boolean {
  const n = sumOver(question.replies, atoms);
  if (n === 0) return false;
  if (question.values !== null && question.counts.length === 0) {
    const sum = sumOver(question.values.sums, atoms);
    return sumOver(question.values.squares, atoms) - (sum * sum) / n < 1e-6;
  }
  const counts = answersOver(question, atoms);
  if (question.kind === 'several') return counts.every((count) => count === 0 || count === n);
  if (counts.some((count) => count === n)) return true;
  if (!hasSides(question) || n >= ENOUGH_FOR_ONE_SIDE) return false;
  return sideCount(question, counts, 'negative') === 0 || sideCount(question, counts, 'positive') === 0;
}

/** The answers that together hold at least 90 % of the replies: the one that all gave, or the sides that are not empty. */
export function mostAnswers(question: CountedQuestion, atoms: readonly number[]): string[] {
  const n = sumOver(question.replies, atoms);
  const counts = answersOver(question, atoms);
  const single = question.answers.filter((_, i) => 100 * (counts[i] ?? 0) >= MOST_PERCENT * n);
  if (single.length > 0) return single.map(({ id }) => id);
  return SIDES.filter((side) => sideCount(question, counts, side) > 0);
}
