/** What was answered to each question of random samples, by its id: it stays the same from one version of a tool to the next. */
import type { Interval } from '../statistics/index.ts';
import { GOOD, type AuditedRow } from './rows.ts';
import { drawnShare, type GradeCounts } from './tabulate-grades.ts';

export interface QuestionTally {
  readonly question: string;
  /** Answers that count: the base of the share. Without "does not apply". */
  readonly answered: number;
  readonly notApplicable: number;
  readonly counts: GradeCounts;
  readonly yes: number;
  readonly no: number;
  /** `both`: graded in one version and answered by yes or no in another, so that the two cannot be put together. */
  readonly answeredBy: 'grade' | 'yes-no' | 'both' | 'nothing';
  /** Good or better, or yes. */
  readonly good: number;
  /** The same as a fraction of 1, with its 95% interval; null where nothing counts or it was asked both ways. */
  readonly share: number | null;
  readonly interval: Interval | null;
}

/** An answer that counts in the base. */
export type CountedAnswer = Exclude<AuditedRow['answers'][string], 'not-applicable'>;

/** Places in a row of counts: four grades, then these. */
const YES = 4;
const NO = 5;
const NOT_APPLICABLE = 6;
const WIDTH = 7;

/**
 * Answers to each question in random samples, in the order of the ids. Wilson intervals; where `population`, the size of the list
 * drawn from, is given, they take it into account. Audits that were picked are left out altogether.
 */
export function tabulateQuestions(rows: readonly AuditedRow[], population?: number): QuestionTally[] {
  const tables = new Map<string, Int32Array>();
  for (const { basis, answers } of rows) {
    if (basis !== 'random') continue;
    for (const question in answers) {
      const place = placeOf(answers[question]);
      let own = tables.get(question);
      if (own === undefined) tables.set(question, (own = new Int32Array(WIDTH)));
      own[place] = (own[place] ?? 0) + 1;
    }
  }
  return [...tables]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([question, counts]) => questionTally(question, counts, population));
}

function placeOf(answer: AuditedRow['answers'][string] | undefined): number {
  if (typeof answer === 'number') return answer - 1;
  return answer === 'yes' ? YES : answer === 'no' ? NO : NOT_APPLICABLE;
}

function questionTally(question: string, row: Int32Array, population?: number): QuestionTally {
  const at = (place: number): number => row[place] ?? 0;
  const counts: GradeCounts = [at(0), at(1), at(2), at(3)];
  const graded = counts[0] + counts[1] + counts[2] + counts[3];
  const said = at(YES) + at(NO);
  const good = counts.reduce((sum, given, i) => (i + 1 >= GOOD ? sum + given : sum), at(YES));
  const answeredBy = graded > 0 ? (said > 0 ? 'both' : 'grade') : said > 0 ? 'yes-no' : 'nothing';
  const { share, interval } =
    answeredBy === 'both' ? { share: null, interval: null } : drawnShare(good, graded + said, population);
  return {
    question,
    answered: graded + said,
    notApplicable: at(NOT_APPLICABLE),
    counts,
    yes: at(YES),
    no: at(NO),
    answeredBy,
    good,
    share,
    interval,
  };
}

/** Fewer answers than this give a question no place among the weakest or the strongest. */
export const FEWEST_TO_RANK = 5;

/**
 * The weakest first and the strongest first, each so many and none in both. Where shares are alike the one with more answers
 * comes first. Questions and areas with fewer than five answers have no place.
 */
export function weakestAndStrongest<Ranked extends { readonly share: number | null; readonly answered: number }>(
  ranked: readonly Ranked[],
  most: number,
): { readonly weakest: readonly Ranked[]; readonly strongest: readonly Ranked[] } {
  const own = ranked.filter(({ share, answered }) => share !== null && answered >= FEWEST_TO_RANK);
  const inOrder = (sign: 1 | -1): Ranked[] =>
    own.toSorted((a, b) => sign * ((a.share ?? 0) - (b.share ?? 0)) || b.answered - a.answered);
  const weakest = inOrder(1).slice(0, Math.min(most, Math.ceil(own.length / 2)));
  const strongest = inOrder(-1).filter((one) => !weakest.includes(one));
  return { weakest, strongest: strongest.slice(0, most) };
}
