import { areaInWords } from '@plumbline/analytics/wording';
import { INADEQUATE, type AuditAnswer, type AuditQuestion, type AuditReturn, type AuditTool } from '@plumbline/domain/audits';
import { answerTo } from './file-edits.ts';

/** How a question stands in the list: answered, open, or answered without what has to be said of it. */
export type QuestionMark = 'answered' | 'open' | 'needs-note';

/** The lowest grade, and no, say nothing to anybody without what was seen. */
export function needsNote({ value }: AuditAnswer): boolean {
  return value === INADEQUATE || value === 'no';
}

export function markOf({ id, answeredBy }: AuditQuestion, made: AuditReturn): QuestionMark {
  const answer = answerTo(made, id);
  const hasNote = answer.note.trim() !== '';
  if (answeredBy === 'words') return hasNote || answer.value === 'not-applicable' ? 'answered' : 'open';
  if (answer.value === null) return 'open';
  return needsNote(answer) && !hasNote ? 'needs-note' : 'answered';
}

export interface AreaOfQuestions {
  /** In words. */
  readonly area: string;
  readonly questions: readonly { readonly question: AuditQuestion; readonly number: number }[];
}

/** Questions under their areas, areas in the order in which they first come, each question with its number in the tool. */
export function byArea({ questions }: AuditTool): AreaOfQuestions[] {
  const numbered = questions.map((question, at) => ({ question, number: at + 1 }));
  return [...Map.groupBy(numbered, ({ question }) => areaInWords(question.area))].map(([area, of]) => ({ area, questions: of }));
}

/** What stands after the last question. */
export const WHOLE = 'whole';

/** The places of an audit in the order of the page: questions by area, then the whole. */
export function placesOf(tool: AuditTool): string[] {
  return [...byArea(tool).flatMap(({ questions }) => questions.map(({ question }) => question.id)), WHOLE];
}

/** The place before or after another; itself at either end. */
export function neighbour(tool: AuditTool, place: string, step: 1 | -1): string {
  const places = placesOf(tool);
  return places[places.indexOf(place) + step] ?? place;
}
