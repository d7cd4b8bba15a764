/** What changed between the version published last and now, as it is read before the next is published. */
import { GRADE_WORDS, type AuditTool } from '@plumbline/domain/audits';
import { numberOf } from './edit-tool.ts';
import type { ToolChanges } from './outputs.ts';
import { ANSWER_WORDS } from './tool-words.ts';

export interface ChangeLine {
  readonly key: string;
  readonly what: string;
  /** Both null where nothing is told apart. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ChangeGroup {
  readonly title: string;
  /** What it means for comparing; null where there is nothing to say. */
  readonly says: string | null;
  readonly changes: readonly ChangeLine[];
}

/** Groups of changes in the order of how much they change, without those that are empty. */
export function changeGroups(changes: ToolChanges, tool: AuditTool): ChangeGroup[] {
  const groups: readonly ChangeGroup[] = [
    {
      title: 'Added',
      says: 'There is nothing earlier to compare their answers with.',
      changes: changes.added.map(({ id, asks }) => line(id, asks)),
    },
    { title: 'Taken out', says: null, changes: changes.removed.map(({ id, asks }) => line(id, asks)) },
    {
      title: 'Reworded',
      says: 'Answers are compared with those before only as far as the question still asks the same.',
      changes: changes.reworded.map(({ id, before, after }) => ({ key: id, what: placeOf(tool, id), before, after })),
    },
    {
      title: 'Answered otherwise',
      says: 'Answers cannot simply be compared with those before.',
      changes: changes.answering.map(({ id, part }) => line(`${id} ${part}`, answeringWords(tool, id, part))),
    },
    {
      title: 'What grades look like',
      says: null,
      changes: changes.descriptions.map(({ question, grade, before, after }) => ({
        key: `${question ?? ''} ${grade}`,
        what: `“${GRADE_WORDS[grade]}”, ${question === null ? 'overall' : placeOf(tool, question).toLowerCase()}`,
        before,
        after,
      })),
    },
  ];
  return groups.filter((group) => group.changes.length > 0);
}

function line(key: string, what: string): ChangeLine {
  return { key, what: what.trim() === '' ? 'A question without words' : what, before: null, after: null };
}

function placeOf(tool: AuditTool, id: string): string {
  const number = numberOf(tool, id);
  return number === null ? 'A question' : `Question ${number}`;
}

function answeringWords(tool: AuditTool, id: string, part: 'answeredBy' | 'isLimiting'): string {
  const question = tool.questions.find((one) => one.id === id);
  if (question === undefined) return 'A question';
  const asks = `${placeOf(tool, id)}, “${question.asks}”:`;
  if (part === 'answeredBy') return `${asks} now answered ${ANSWERED[question.answeredBy]}.`;
  return `${asks} ${question.isLimiting ? 'now limits the overall grade.' : 'no longer limits the overall grade.'}`;
}

const ANSWERED = {
  grade: `with ${ANSWER_WORDS.grade.toLowerCase()}`,
  'yes-no': `with ${ANSWER_WORDS['yes-no'].toLowerCase()}`,
  words: ANSWER_WORDS.words.toLowerCase(),
} as const;
