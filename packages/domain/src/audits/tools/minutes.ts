import { auditKind } from '../kinds.ts';
import type { AnswerKind, AuditTool } from '../tool.ts';

/** Our own working figures: to look for the answer in the file, decide, and write down what was seen. */
const MINUTES_TO_ANSWER: Readonly<Record<AnswerKind, number>> = { grade: 2, 'yes-no': 1, words: 3 };

/** For strengths, what to improve, and the overall grade with its reason. */
const MINUTES_TO_CONCLUDE = 10;
const MINUTES_TO_END = 3;

/** About how many minutes one audit with this tool takes, once the file is open. */
export function minutesForTool(tool: AuditTool): number {
  const answering = tool.questions.reduce((sum, { answeredBy }) => sum + MINUTES_TO_ANSWER[answeredBy], 0);
  return answering + (auditKind(tool.kind).isGraded ? MINUTES_TO_CONCLUDE : MINUTES_TO_END);
}
