import type { AnswerValue, AuditAnswer, AuditReturn } from '@plumbline/domain/audits';

const OPEN: AuditAnswer = { value: null, note: '' };

/** The answer to one question; open where nothing was said yet. */
export function answerTo({ answers }: AuditReturn, question: string): AuditAnswer {
  return answers[question] ?? OPEN;
}

export function withValue(made: AuditReturn, question: string, value: AnswerValue): AuditReturn {
  const answer = answerTo(made, question);
  return answer.value === value ? made : { ...made, answers: { ...made.answers, [question]: { ...answer, value } } };
}

export function withNote(made: AuditReturn, question: string, note: string): AuditReturn {
  const answer = answerTo(made, question);
  return answer.note === note ? made : { ...made, answers: { ...made.answers, [question]: { ...answer, note } } };
}

export type Lines = 'strengths' | 'toImprove';

/** The lines to write in: there is always one, for the first is offered before anything is written. */
export function linesOf(made: AuditReturn, field: Lines): readonly string[] {
  return made[field].length === 0 ? [''] : made[field];
}

export function withLine(made: AuditReturn, field: Lines, at: number, text: string): AuditReturn {
  return { ...made, [field]: linesOf(made, field).map((line, i) => (i === at ? text : line)) };
}

export function withMoreLines(made: AuditReturn, field: Lines): AuditReturn {
  return { ...made, [field]: [...linesOf(made, field), ''] };
}

export function withoutLine(made: AuditReturn, field: Lines, at: number): AuditReturn {
  return { ...made, [field]: linesOf(made, field).filter((_, i) => i !== at) };
}
