/** What an author reads about the questions of an audit before they are published. */
import {
  auditKind,
  LONG_QUESTION_WORDS,
  LONG_TOOL_QUESTIONS,
  minutesForTool,
  type AuditedKind,
  type AuditTool,
  type ToolFinding,
  type ToolFindingKind,
} from '@plumbline/domain/audits';
import { listInWords } from './intervals.ts';

const ABOUT_WORDS: Readonly<Record<AuditedKind, string>> = {
  person: 'supervision files',
  child: 'the case supervision of children',
  action: 'closed actions',
};

/** Findings that are always the same sentences. */
const PLAIN: Readonly<Record<Exclude<ToolFindingKind, 'wrong-about' | 'grade-not-asked' | 'long' | 'many-words'>, string>> = {
  'no-title': 'It has no title yet. Auditors find it by its title.',
  'no-questions': 'There are no questions yet. Begin with those of the policy, or add your own.',
  'no-overall': 'Not every overall grade says what it means. Describe all four, so that auditors grade alike.',
  'no-words': 'This question has no words yet. Write it, or take it out.',
  'same-question': 'This question is asked earlier in the same words. Take one of the two out.',
  'no-limiting':
    'No question limits the overall grade. Mark the one or two without which a file cannot be good, such as decisions with reasons.',
  'asks-two-things':
    'It may ask two things at once. A file that has one and not the other has no grade: make two questions of it.',
};

/** One finding about a tool as a sentence or two: what is so, and how to mend it. */
export function toolFindingWords({ kind }: ToolFinding, tool: AuditTool): string {
  const { title, about } = auditKind(tool.kind);
  switch (kind) {
    case 'wrong-about':
      return `“${title}” is about ${listInWords(about.map((one) => ABOUT_WORDS[one]))}, not about ${ABOUT_WORDS[tool.about]}. Choose again.`;
    case 'grade-not-asked':
      return `It asks for a grade, and “${title}” is not graded. Choose yes or no, or an answer in words.`;
    case 'long':
      return `${tool.questions.length} questions take about ${minutesForTool(tool)} minutes for each audit. With more than ${LONG_TOOL_QUESTIONS}, the last ones get less care than the first.`;
    case 'many-words':
      return `It has more than ${LONG_QUESTION_WORDS} words. Say it more shortly, so that every auditor reads it the same way.`;
    default:
      return PLAIN[kind];
  }
}
