import { GRADES } from '../grades.ts';
import { auditKind } from '../kinds.ts';
import type { AuditQuestion, AuditTool } from '../tool.ts';

/** With more questions than this, the last ones are answered with less care than the first. */
export const LONG_TOOL_QUESTIONS = 40;

/** A question with more words than this has to be read twice. */
export const LONG_QUESTION_WORDS = 30;

export const TOOL_FINDING_KINDS = [
  'no-title',
  'no-questions',
  'wrong-about',
  'no-overall',
  'no-words',
  'same-question',
  'grade-not-asked',
  'long',
  'no-limiting',
  'asks-two-things',
  'many-words',
] as const;
export type ToolFindingKind = (typeof TOOL_FINDING_KINDS)[number];

/** Something about a tool that its author should know. `must`: mended before it is published. `may`: it may well be meant so. */
export interface ToolFinding {
  readonly kind: ToolFindingKind;
  readonly weight: 'must' | 'may';
  /** The id of the question that it is about; null where it is about the whole. */
  readonly question: string | null;
}

export interface ToolCheck {
  /** Whether nothing is left that must be mended. */
  readonly canPublish: boolean;
  readonly findings: readonly ToolFinding[];
}

/**
 * Everything to be said of a tool: of the whole first, then of its questions in their order. Whether names stand in it is not looked at:
 * a tool is about nobody.
 */
export function checkTool(tool: AuditTool): ToolCheck {
  const findings = [...wholeFindings(tool), ...tool.questions.flatMap((question, at) => questionFindings(tool, question, at))];
  return { canPublish: findings.every(({ weight }) => weight === 'may'), findings };
}

function wholeFindings({ title, kind, about, questions, overall }: AuditTool): ToolFinding[] {
  const { about: choices, isGraded } = auditKind(kind);
  return [
    ...found('no-title', 'must', isBlank(title)),
    ...found('wrong-about', 'must', !choices.includes(about)),
    ...found('no-questions', 'must', questions.length === 0),
    ...found('no-overall', 'must', isGraded && GRADES.some((grade) => isBlank(overall[grade]))),
    ...found('long', 'may', questions.length > LONG_TOOL_QUESTIONS),
    ...found('no-limiting', 'may', isGraded && questions.length > 0 && !questions.some(({ isLimiting }) => isLimiting)),
  ];
}

function questionFindings({ kind, questions }: AuditTool, question: AuditQuestion, at: number): ToolFinding[] {
  const { id, asks, answeredBy } = question;
  if (isBlank(asks)) return found('no-words', 'must', true, id);
  const isRepeated = questions.slice(0, at).some((earlier) => sameWords(earlier.asks) === sameWords(asks));
  return [
    ...found('same-question', 'must', isRepeated, id),
    ...found('grade-not-asked', 'must', answeredBy === 'grade' && !auditKind(kind).isGraded, id),
    ...found('asks-two-things', 'may', asksTwoThings(asks), id),
    ...found('many-words', 'may', asks.trim().split(/\s+/).length > LONG_QUESTION_WORDS, id),
  ];
}

function found(
  kind: ToolFindingKind,
  weight: ToolFinding['weight'],
  isSo: boolean,
  question: string | null = null,
): ToolFinding[] {
  return isSo ? [{ kind, weight, question }] : [];
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** The words alone: a question is the same with other signs, spaces or capitals. */
function sameWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A second verb or question word after "and" or "or": what joins two nouns is mostly one idea. */
const SECOND_ASKING =
  /\b(?:and|or) (?:is|are|was|were|does|do|did|has|have|had|can|could|would|will|should|who|what|why|how|when|where|which)\b/i;

function asksTwoThings(asks: string): boolean {
  return SECOND_ASKING.test(asks) || /\?.*\?/s.test(asks);
}
