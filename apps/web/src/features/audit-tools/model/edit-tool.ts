import { areaInWords } from '@plumbline/analytics/wording';
/** What can be done to an audit tool: each gives a new one, and changes nothing of the old. */
import type { AnswerKind, AuditQuestion, AuditTool, Grade } from '@plumbline/domain/audits';

export type ToolEdit = (tool: AuditTool) => AuditTool;

/** As many questions as the server keeps. */
export const MOST_QUESTIONS = 80;

/** The questions of one area, in their order. */
export interface AreaGroup {
  readonly title: string;
  /** How the first question of it names the area: what a question that is put here is given. */
  readonly area: string;
  readonly questions: readonly AuditQuestion[];
}

/** Questions by area, areas in the order in which they first occur. */
export function areasOf({ questions }: Pick<AuditTool, 'questions'>): AreaGroup[] {
  const groups = Map.groupBy(questions, ({ area }) => areaInWords(area));
  return [...groups].map(([title, own]) => ({ title, area: own[0]?.area ?? '', questions: own }));
}

/** The tool with the questions of each area side by side; the same tool where they are already. */
export function grouped(tool: AuditTool): AuditTool {
  return withOrder(tool, areasOf(tool));
}

function withOrder(tool: AuditTool, groups: readonly AreaGroup[]): AuditTool {
  const questions = groups.flatMap((group) => group.questions);
  return questions.every((question, at) => question === tool.questions[at]) ? tool : { ...tool, questions };
}

/** The number of a question as pages count: through all areas, from 1. Null where it is not there. */
export function numberOf(tool: AuditTool, id: string): number | null {
  const at = areasOf(tool)
    .flatMap(({ questions }) => questions)
    .findIndex((question) => question.id === id);
  return at === -1 ? null : at + 1;
}

/** Puts a question in after another one of its area, else at the end of its area. Refused where there are as many as can be kept. */
export function withQuestion(tool: AuditTool, question: AuditQuestion, after: string | null): AuditTool {
  if (tool.questions.length >= MOST_QUESTIONS) return tool;
  const { questions } = tool;
  const before = questions.findIndex(({ id, area }) => id === after && areaInWords(area) === areaInWords(question.area));
  const place = before === -1 ? questions.length : before + 1;
  return grouped({ ...tool, questions: [...questions.slice(0, place), question, ...questions.slice(place)] });
}

export function withoutQuestion(tool: AuditTool, id: string): AuditTool {
  const questions = tool.questions.filter((question) => question.id !== id);
  return questions.length === tool.questions.length ? tool : { ...tool, questions };
}

export function withChanged(tool: AuditTool, id: string, change: (question: AuditQuestion) => AuditQuestion): AuditTool {
  return { ...tool, questions: tool.questions.map((question) => (question.id === id ? change(question) : question)) };
}

/** Puts a question into another area, at its end. */
export function withArea(tool: AuditTool, id: string, area: string): AuditTool {
  const question = tool.questions.find((one) => one.id === id);
  if (question === undefined || question.area === area) return tool;
  return grouped({ ...tool, questions: [...tool.questions.filter((one) => one !== question), { ...question, area }] });
}

/** Moves a question one place up (-1) or down (1) within its area, and no further than its ends. */
export function withMoved(tool: AuditTool, id: string, step: -1 | 1): AuditTool {
  const groups = areasOf(tool).map((group) => ({ ...group, questions: moved(group.questions, (one) => one.id === id, step) }));
  return withOrder(tool, groups);
}

/** Moves a whole area one place up (-1) or down (1). */
export function withAreaMoved(tool: AuditTool, title: string, step: -1 | 1): AuditTool {
  return withOrder(
    tool,
    moved(areasOf(tool), (group) => group.title === title, step),
  );
}

function moved<T>(list: readonly T[], isIt: (one: T) => boolean, step: -1 | 1): readonly T[] {
  const from = list.findIndex(isIt);
  const to = from + step;
  const one = list[from];
  const other = list[to];
  if (one === undefined || other === undefined) return list;
  return list.map((kept, at) => (at === from ? other : at === to ? one : kept));
}

/** A question of the council's own. `mark` makes its id like no other, whoever else adds one at the same time. */
export function ownQuestion(asks: string, area: string, answeredBy: AnswerKind, mark: string): AuditQuestion {
  return { id: `own_${mark}`, area, asks, answeredBy, describes: null, isLimiting: false, origin: { kind: 'own' } };
}

/** The same question answered otherwise: what can only be said of grades goes, and words limit nothing. */
export function answeredBy(question: AuditQuestion, kind: AnswerKind): AuditQuestion {
  return {
    ...question,
    answeredBy: kind,
    describes: kind === 'grade' ? question.describes : null,
    isLimiting: kind === 'words' ? false : question.isLimiting,
  };
}

type Descriptions = Readonly<Record<Grade, string>>;

export const NO_DESCRIPTIONS: Descriptions = { 1: '', 2: '', 3: '', 4: '' };

export function withDescription(before: Descriptions | null, grade: Grade, text: string): Descriptions {
  return { ...(before ?? NO_DESCRIPTIONS), [grade]: text };
}

/** Text as the database keeps it: what is pasted may hold signs that it does not. */
export function keepable(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '');
}
