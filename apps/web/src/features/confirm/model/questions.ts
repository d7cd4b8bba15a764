import type { ConfirmationQuestion } from '@plumbline/analytics/compliance';
import { answerInWords, clauseInWords, dateInWords, relativeToToday } from '@plumbline/analytics/wording';
import type { LocalDate } from '@plumbline/domain/calendar';

/** A question with everything that the page says of it. */
export interface QuestionModel {
  readonly rule: string;
  readonly asks: string;
  /** The rule in our words, with its place in the policy. */
  readonly says: string;
  /** "Asked since 3 June 2025.", "Ash Ember answered “Yes” on 3 June 2026." */
  readonly history: string;
  /** "Asked again on 3 June 2027, in 7 months." Empty while it waits. */
  readonly again: string;
}

export interface QuestionLists {
  readonly waiting: readonly QuestionModel[];
  readonly answered: readonly QuestionModel[];
}

/** What waits, in the policy's order, and what has been answered, the first to be asked again first. */
export function questionLists(questions: readonly ConfirmationQuestion[], today: LocalDate): QuestionLists {
  const answered = questions
    .filter((question) => question.waitsSince === null)
    .toSorted((a, b) => ((a.askedAgainOn ?? '9999') < (b.askedAgainOn ?? '9999') ? -1 : 1));
  return {
    waiting: questions.filter((question) => question.waitsSince !== null).map((question) => modelOf(question, today)),
    answered: answered.map((question) => modelOf(question, today)),
  };
}

function modelOf(question: ConfirmationQuestion, today: LocalDate): QuestionModel {
  const { rule, clause, says, asks, strength, waitsSince, last, askedAgainOn } = question;
  const isOnlyAllowed = strength === 'recommended' || strength === 'may';
  const before =
    last === null ? 'Not answered before.' : `${last.by} answered “${answerInWords(last.answer)}” on ${dateInWords(last.on)}.`;
  return {
    rule,
    asks,
    says: `${says} (${rule}, ${clauseInWords(clause)}${isOnlyAllowed ? ', recommended only' : ''})`,
    history: waitsSince === null ? before : `Asked since ${dateInWords(waitsSince)}. ${before}`,
    again: askedAgainOn === null ? '' : `Asked again on ${dateInWords(askedAgainOn)}, ${relativeToToday(askedAgainOn, today)}.`,
  };
}

/** "Save 3 answers", "Save 1 answer". */
export function saveLabel(count: number): string {
  return count === 1 ? 'Save 1 answer' : `Save ${count} answers`;
}
