import { GRADE_WORDS, type AnswerValue, type AuditAnswer } from '@plumbline/domain/audits';

const OTHER_WORDS = { yes: 'Yes', no: 'No', 'not-applicable': 'Does not apply' } as const;

/** An answer in words; a question answered in words has none of its own. */
export function valueInWords(value: AnswerValue): string {
  if (value === null) return 'Not answered';
  return typeof value === 'number' ? GRADE_WORDS[value] : OTHER_WORDS[value];
}

/** An answer with what was seen, for the two sides of a conflict. */
export function answerInWords(answer: AuditAnswer | undefined): string {
  if (answer === undefined) return 'Not answered';
  const { value, note } = answer;
  if (note.trim() === '') return valueInWords(value);
  return value === null ? note : `${valueInWords(value)}. ${note}`;
}
