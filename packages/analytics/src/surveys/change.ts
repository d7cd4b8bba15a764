/** What changed between two rounds in the answers to one question. The interval leads; a p value follows it. */
import {
  benjaminiHochberg,
  compareTable,
  mannWhitneyOfCounts,
  newcombe,
  type Interval,
  type RankComparison,
  type TableComparison,
} from '../statistics/index.ts';
import type { ComparableQuestion } from './lineage.ts';

/** Fewest replies, and people, in either round. Source: the rules on surveys, differencing, point 6. */
export const FEWEST_FOR_TREND = 10;

/** A group's answers in one round: counts by the question's answers, of `base` replies. */
export interface RoundCounts {
  readonly base: number;
  /** People in the group; null where it goes by a route and nobody knows. */
  readonly population: number | null;
  readonly counts: readonly number[];
}

/** How a share moved: fractions of 1, after less before. */
export interface ShareChange extends Interval {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Chi-square without Yates, or Fisher where any expected count is under five; 1 where nothing could differ. */
  readonly p: number;
}

export interface QuestionChange {
  readonly kind: 'change';
  /** Answers on the good side of the scale, reversed questions turned round; null where the answers stand on no scale. */
  readonly favourable: ShareChange | null;
  /** Answer by answer, with p values for a scan over them. */
  readonly answers: readonly (ShareChange & { readonly id: string; readonly scanned: number })[];
  /** The answers as a whole, from low to high as asked; null where they stand on no scale. */
  readonly ranks: RankComparison | null;
  /** The two rounds as rows of one table; null where several could be chosen. */
  readonly table: TableComparison | null;
}

export type Change = QuestionChange | { readonly kind: 'too-few' };

/** Whether a group can be compared: ten replies, and ten people where they are known, in both rounds. */
export function isComparable(before: RoundCounts, after: RoundCounts): boolean {
  return [before, after].every(
    ({ base, population }) => base >= FEWEST_FOR_TREND && (population === null || population >= FEWEST_FOR_TREND),
  );
}

/** The first of a group, its parent and so on that can be compared; null where not even the last can. */
export function firstComparable<Level extends { readonly before: RoundCounts; readonly after: RoundCounts }>(
  levels: readonly Level[],
): Level | null {
  return levels.find(({ before, after }) => isComparable(before, after)) ?? null;
}

/** What changed in a question that both rounds asked alike; see `joinQuestions`. Too few: its parent is to be shown. */
export function changeOf(question: ComparableQuestion, before: RoundCounts, after: RoundCounts): Change {
  if (!isComparable(before, after)) return { kind: 'too-few' };
  const single = question.answers.map(({ id }, i) => ({
    id,
    ...shareChange({ x: before.counts[i] ?? 0, n: before.base }, { x: after.counts[i] ?? 0, n: after.base }),
  }));
  const scanned = benjaminiHochberg(single.map(({ p }) => p));
  return {
    kind: 'change',
    favourable: favourableChange(question, before, after),
    answers: single.map((change, i) => ({ ...change, scanned: scanned[i] ?? 1 })),
    ranks: ranksOf(question, before, after),
    table: question.kind === 'several' ? null : compareTable([before.counts, after.counts]),
  };
}

/** A share of two rounds side by side. Both must have replies. */
export function shareChange(
  before: { readonly x: number; readonly n: number },
  after: { readonly x: number; readonly n: number },
): ShareChange {
  const difference = newcombe(before, after);
  if (difference === null) throw new RangeError('A round without replies cannot be compared.');
  const compared = compareTable([
    [before.x, before.n - before.x],
    [after.x, after.n - after.x],
  ]);
  return {
    before: before.x / before.n,
    after: after.x / after.n,
    difference: difference.estimate,
    low: difference.low,
    high: difference.high,
    p: compared?.p ?? 1,
  };
}

/** Which side of the scale an answer lies on, reversed questions turned round; null where it has no score. */
export function sideOf(score: number | null, isReversed: boolean): 'negative' | 'neutral' | 'positive' | null {
  if (score === null) return null;
  const turned = isReversed ? 6 - score : score;
  return turned < 3 ? 'negative' : turned > 3 ? 'positive' : 'neutral';
}

function favourableChange(question: ComparableQuestion, before: RoundCounts, after: RoundCounts): ShareChange | null {
  const sides = question.answers.map(({ score }) => sideOf(score, question.isReversed));
  if (question.kind === 'several' || !sides.includes('positive')) return null;
  const of = (counts: readonly number[]): number =>
    counts.reduce((sum, count, i) => (sides[i] === 'positive' ? sum + count : sum), 0);
  return shareChange({ x: of(before.counts), n: before.base }, { x: of(after.counts), n: after.base });
}

/** Scored answers by their scores, bands of numbers in their order. */
function ranksOf(question: ComparableQuestion, before: RoundCounts, after: RoundCounts): RankComparison | null {
  if (question.kind === 'several') return null;
  if (question.kind === 'number') return mannWhitneyOfCounts(before.counts, after.counts);
  const byScore = (counts: readonly number[]): number[] =>
    [1, 2, 3, 4, 5].map((point) =>
      question.answers.reduce((sum, { score }, i) => (score === point ? sum + (counts[i] ?? 0) : sum), 0),
    );
  return question.answers.some(({ score }) => score !== null)
    ? mannWhitneyOfCounts(byScore(before.counts), byScore(after.counts))
    : null;
}
