import type { QuestionTally } from './tabulate-questions.ts';

/** What is known of a question: its area, and what it asks. */
export interface AskedQuestion {
  readonly area: string;
  readonly asks: string;
}

export type AskedQuestions = ReadonlyMap<string, AskedQuestion>;

/** The answers to all questions of one area. */
export interface AreaTally {
  readonly area: string;
  readonly questions: readonly QuestionTally[];
  readonly answered: number;
  readonly good: number;
  /** Good or better, or yes, as a fraction of 1. Null where nothing was answered. */
  readonly share: number | null;
}

/**
 * Questions put together by their area, in the order in which the areas first occur among the questions. There is no interval: the
 * answers about one file hang together, and one worked out as if they did not would be too narrow. A question that is not
 * known, or was asked both ways, is in no area.
 */
export function tallyAreas(tallies: readonly QuestionTally[], questions: AskedQuestions): AreaTally[] {
  const order = [...new Set([...questions.values()].map(({ area }) => area))];
  const known = tallies.filter(({ question, answeredBy }) => questions.has(question) && answeredBy !== 'both');
  return [...Map.groupBy(known, ({ question }) => questions.get(question)?.area ?? '')]
    .map(([area, own]) => {
      const answered = own.reduce((sum, tally) => sum + tally.answered, 0);
      const good = own.reduce((sum, tally) => sum + tally.good, 0);
      return { area, questions: own, answered, good, share: answered === 0 ? null : good / answered };
    })
    .sort((a, b) => order.indexOf(a.area) - order.indexOf(b.area));
}
