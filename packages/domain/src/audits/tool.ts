import type { AuditedKind, AuditKind } from './kinds.ts';
import type { Grade } from './grades.ts';

/** More questions than this nobody answers with care. */
export const MOST_QUESTIONS = 80;

/** Where a question comes from; a question from a policy keeps its rule, clause and version. */
export type QuestionOrigin =
  | { readonly kind: 'policy'; readonly rule: string; readonly clause: string; readonly pack: string }
  | { readonly kind: 'shipped' }
  | { readonly kind: 'own' };

export type AnswerKind = 'grade' | 'yes-no' | 'words';

export interface AuditQuestion {
  /** Stays the same from version to version, so that answers can be compared. */
  readonly id: string;
  readonly area: string;
  readonly asks: string;
  readonly answeredBy: AnswerKind;
  /** What each grade looks like for this question; null where the tool's own descriptions say enough. */
  readonly describes: Readonly<Record<Grade, string>> | null;
  /** Answered with the lowest grade, or with no, it limits the overall grade unless the auditor says why not. */
  readonly isLimiting: boolean;
  readonly origin: QuestionOrigin;
}

/** A rule whose answer is worked out from what is recorded here: shown to the auditor and never graded. */
export interface ComputedRule {
  readonly rule: string;
  readonly clause: string;
  readonly says: string;
}

/** The questions of an audit and what its grades mean. */
export interface AuditTool {
  readonly format: 1;
  readonly title: string;
  readonly kind: AuditKind;
  readonly about: AuditedKind;
  readonly introduction: string;
  readonly questions: readonly AuditQuestion[];
  /** What each overall grade means. The overall grade is a judgement and no average. */
  readonly overall: Readonly<Record<Grade, string>>;
  readonly computed: readonly ComputedRule[];
}
