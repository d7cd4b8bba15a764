/** What an audit tool and its questions are called on pages. */
import {
  auditKind,
  AUDIT_KIND_NAMES,
  type AnswerKind,
  type AuditedKind,
  type AuditKind,
  type AuditKindFacts,
  type AuditQuestion,
  type AuditTool,
} from '@plumbline/domain/audits';
import { areasOf } from './edit-tool.ts';

export const ABOUT_WORDS: Readonly<Record<AuditedKind, string>> = {
  person: 'Supervision files',
  child: 'Case supervision of children',
  action: 'Closed actions',
};

export const ANSWER_WORDS: Readonly<Record<AnswerKind, string>> = {
  grade: 'One of the four grades',
  'yes-no': 'Yes or no',
  words: 'In words',
};

const ANSWER_SHORT: Readonly<Record<AnswerKind, string>> = { grade: 'Graded', 'yes-no': 'Yes or no', words: 'In words' };

export interface KindGroup {
  readonly by: AuditKindFacts['by'];
  readonly title: string;
  readonly kinds: readonly AuditKind[];
}

/** Kinds of audit by who does them, as they are chosen from. */
export const KIND_GROUPS: readonly KindGroup[] = (
  [
    ['sample', 'Samples, graded by somebody outside the line'],
    ['own-line', 'Managers’ own checks of their own people'],
  ] as const
).map(([by, title]) => ({ by, title, kinds: AUDIT_KIND_NAMES.filter((kind) => auditKind(kind).by === by) }));

/** The title that a tool begins with: its kind, with what it is about where it could be about more than one. */
export function usualTitle(kind: AuditKind, about: AuditedKind): string {
  const { title, about: choices } = auditKind(kind);
  if (choices.length < 2) return title;
  return `${title}: ${about === 'child' ? 'case supervision' : 'supervision files'}`;
}

/** "Dip sample, case supervision of children". */
export function kindWords(kind: AuditKind, about: AuditedKind): string {
  const { title, about: choices } = auditKind(kind);
  return choices.length < 2 ? title : `${title}, ${ABOUT_WORDS[about].toLowerCase()}`;
}

/** The answers that a question of this kind of audit can have. */
export function answerChoices(kind: AuditKind, now: AnswerKind): AnswerKind[] {
  const all: AnswerKind[] = ['grade', 'yes-no', 'words'];
  return all.filter((choice) => choice !== 'grade' || auditKind(kind).isGraded || now === 'grade');
}

export function originWords({ origin }: AuditQuestion): string {
  switch (origin.kind) {
    case 'policy':
      return `Policy, ${clauseWords(origin.clause)}`;
    case 'shipped':
      return 'Comes with Plumbline';
    case 'own':
      return 'Your own';
  }
}

/** A clause within a sentence: "section 11", not "Section 11". */
function clauseWords(clause: string): string {
  return /^[A-Z][a-z]/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}

/** One quiet line under a question: where it comes from and how it is answered. */
export function describedAs(question: AuditQuestion): string[] {
  return [originWords(question), ANSWER_SHORT[question.answeredBy]];
}

/** "12 questions in 5 areas". */
export function sizeWords(tool: AuditTool): string {
  const areas = areasOf(tool).length;
  return `${countOf(tool.questions.length, 'question')} in ${countOf(areas, 'area')}`;
}

export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** "about 34 minutes". */
export function minutesWords(minutes: number): string {
  return `about ${countOf(minutes, 'minute')}`;
}
