/** What moved between two periods, question by question. The interval leads; a p value, scanned over all questions, follows. */
import { benjaminiHochberg } from '../statistics/index.ts';
import { shareChange, type ShareChange } from '../surveys/change.ts';
import type { QuestionTally } from './tabulate-questions.ts';

/** Fewest answers in either period. */
export const FEWEST_TO_COMPARE = 10;

/** Of what is picked out of the scan, on average no more than this share is picked out by chance. */
export const SCAN_LEVEL = 0.05;

export interface QuestionChange {
  readonly question: string;
  readonly before: QuestionTally;
  readonly after: QuestionTally;
  /** Good or better, or yes: fractions of 1, with Newcombe's interval of the difference. */
  readonly change: ShareChange;
  /** The p value after all questions were scanned together (Benjamini and Hochberg). */
  readonly scanned: number;
  /** Better or worse where the whole interval lies on one side of nothing and the scan picks it out; else unsure. */
  readonly direction: 'better' | 'worse' | 'unsure';
}

export interface QuestionComparison {
  /** In the order of the later period's questions. */
  readonly changes: readonly QuestionChange[];
  readonly apart: readonly { readonly question: string; readonly why: 'not-asked' | 'asked-otherwise' | 'too-few' }[];
}

/**
 * Questions of two periods, joined by their ids. Compared are those that were answered in the same way at least ten times in both;
 * the others are named with the reason. Both sides must come from random samples, as `tabulateQuestions` makes them.
 */
export function compareQuestions(before: readonly QuestionTally[], after: readonly QuestionTally[]): QuestionComparison {
  const earlier = new Map(before.map((tally) => [tally.question, tally]));
  const apart: { question: string; why: 'not-asked' | 'asked-otherwise' | 'too-few' }[] = [];
  const pairs = after.flatMap((tally) => {
    const partner = earlier.get(tally.question);
    const why = partner === undefined ? 'not-asked' : whyApart(partner, tally);
    if (partner !== undefined && why === null) return [{ before: partner, after: tally, change: changeOf(partner, tally) }];
    apart.push({ question: tally.question, why: why ?? 'not-asked' });
    return [];
  });
  const scanned = benjaminiHochberg(pairs.map(({ change }) => change.p));
  const changes = pairs.map((pair, i) => {
    const p = scanned[i] ?? 1;
    return { question: pair.after.question, ...pair, scanned: p, direction: directionOf(pair.change, p) };
  });
  return { changes, apart };
}

function whyApart(before: QuestionTally, after: QuestionTally): 'asked-otherwise' | 'too-few' | null {
  if (before.answered < FEWEST_TO_COMPARE || after.answered < FEWEST_TO_COMPARE) return 'too-few';
  return before.answeredBy !== after.answeredBy || after.answeredBy === 'both' ? 'asked-otherwise' : null;
}

function changeOf(before: QuestionTally, after: QuestionTally): ShareChange {
  return shareChange({ x: before.good, n: before.answered }, { x: after.good, n: after.answered });
}

function directionOf({ low, high }: ShareChange, scanned: number): QuestionChange['direction'] {
  if (scanned > SCAN_LEVEL) return 'unsure';
  return low > 0 ? 'better' : high < 0 ? 'worse' : 'unsure';
}
