import type { LocalDate } from '../calendar/index.ts';
import { INADEQUATE, LIMITED_TO, type Grade } from './grades.ts';
import { AUDIT_KINDS } from './kinds.ts';
import type { AuditQuestion, AuditTool } from './tool.ts';

/** What an auditor answered to one question: a grade, yes or no, or that it does not apply here. Null while it is open. */
export type AnswerValue = Grade | 'yes' | 'no' | 'not-applicable' | null;

export interface AuditAnswer {
  readonly value: AnswerValue;
  /** What was seen: for a question answered in words, the answer itself. */
  readonly note: string;
}

/** The talk in which whoever's practice it was heard what was found. */
export interface FeedbackTalk {
  readonly on: LocalDate;
  /** What they said of it. */
  readonly said: string;
}

/** What an auditor wrote about what was drawn. Saved as it grows; complete only when nothing of `completionProblems` is left. */
export interface AuditReturn {
  readonly format: 1;
  readonly answers: Readonly<Record<string, AuditAnswer>>;
  /** What was done well; at least one. */
  readonly strengths: readonly string[];
  readonly toImprove: readonly string[];
  readonly overall: Grade | null;
  /** What the overall grade rests on. */
  readonly overallBecause: string;
  /** Why a limiting question does not limit it here. */
  readonly limitBecause: string;
  /** Where the record lies, where that is another store. */
  readonly recordReference: string;
}

/** An audit before anything was written. */
export function emptyReturn(): AuditReturn {
  return {
    format: 1,
    answers: {},
    strengths: [],
    toImprove: [],
    overall: null,
    overallBecause: '',
    limitBecause: '',
    recordReference: '',
  };
}

/** What is missing before an audit can be completed; the id of a question where it is one. */
export type CompletionProblem =
  | { readonly kind: 'unanswered'; readonly question: string }
  /** The lowest grade, or no, says nothing to anybody without what was seen. */
  | { readonly kind: 'no-evidence'; readonly question: string }
  | { readonly kind: 'no-strength' }
  | { readonly kind: 'no-overall' }
  | { readonly kind: 'overall-without-reason' }
  | { readonly kind: 'above-limit'; readonly limit: Grade; readonly questions: readonly string[] };

/** The answer to a question; an id that is the name of something every object has finds nothing. */
function answerOf({ answers }: AuditReturn, id: string): AuditAnswer | undefined {
  return Object.hasOwn(answers, id) ? answers[id] : undefined;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** Questions whose answer limits the overall grade. */
export function limitingAnswers(tool: AuditTool, made: AuditReturn): AuditQuestion[] {
  return tool.questions.filter(({ id, isLimiting }) => {
    const value = answerOf(made, id)?.value;
    return isLimiting && (value === INADEQUATE || value === 'no');
  });
}

/** Everything that stands in the way of completing an audit, in the order of the page. */
export function completionProblems(tool: AuditTool, made: AuditReturn): CompletionProblem[] {
  const problems: CompletionProblem[] = tool.questions.flatMap((question) =>
    answerProblems(question, answerOf(made, question.id)),
  );
  if (!made.strengths.some((text) => !isBlank(text))) problems.push({ kind: 'no-strength' });
  if (!AUDIT_KINDS[tool.kind].isGraded) return problems;
  if (made.overall === null) return [...problems, { kind: 'no-overall' }];
  if (isBlank(made.overallBecause)) problems.push({ kind: 'overall-without-reason' });
  const limiting = limitingAnswers(tool, made);
  if (limiting.length > 0 && made.overall > LIMITED_TO && isBlank(made.limitBecause))
    problems.push({ kind: 'above-limit', limit: LIMITED_TO, questions: limiting.map(({ id }) => id) });
  return problems;
}

function answerProblems({ id, answeredBy }: AuditQuestion, answer: AuditAnswer | undefined): CompletionProblem[] {
  if (answeredBy === 'words') {
    const isAnswered = answer?.value === 'not-applicable' || (answer !== undefined && !isBlank(answer.note));
    return isAnswered ? [] : [{ kind: 'unanswered', question: id }];
  }
  if (answer === undefined || answer.value === null) return [{ kind: 'unanswered', question: id }];
  const needsEvidence = answer.value === INADEQUATE || answer.value === 'no';
  return needsEvidence && isBlank(answer.note) ? [{ kind: 'no-evidence', question: id }] : [];
}

/** How many questions are answered, of how many. */
export function progressOf(tool: AuditTool, made: AuditReturn): { readonly answered: number; readonly of: number } {
  const open = tool.questions.filter((question) =>
    answerProblems(question, answerOf(made, question.id)).some(({ kind }) => kind === 'unanswered'),
  );
  return { answered: tool.questions.length - open.length, of: tool.questions.length };
}

/** The answers that can be counted: questions of another version and words are left out. */
export function countedAnswers(tool: AuditTool, made: AuditReturn): Readonly<Record<string, Exclude<AnswerValue, null>>> {
  const counted: Record<string, Exclude<AnswerValue, null>> = {};
  for (const { id, answeredBy } of tool.questions) {
    const value = answerOf(made, id)?.value ?? null;
    if (answeredBy !== 'words' && value !== null) counted[id] = value;
  }
  return counted;
}

/** Whether an answer is one that the question can have. */
export function fitsQuestion({ answeredBy }: AuditQuestion, value: AnswerValue): boolean {
  if (value === null || value === 'not-applicable') return true;
  if (answeredBy === 'grade') return typeof value === 'number';
  return answeredBy === 'yes-no' && typeof value === 'string';
}
