import { INADEQUATE, OUTSTANDING, type Grade } from './grades.ts';

/** Why a completed audit gets a second grade. Agreement is reckoned from `random` alone: the others were picked by their grade. */
export type SecondGradeBasis = 'random' | 'extreme' | 'new-auditor';

/** So many of an auditor's first audits are all graded a second time. */
export const FIRST_AUDITS = 5;

/** The basis on which a completed audit gets a second grade; null where it gets none. `earlier`: completed by its auditor before it. */
export function secondGradeBasis(completed: {
  readonly isForSecondGrade: boolean;
  readonly overall: Grade | null;
  readonly earlier: number;
}): SecondGradeBasis | null {
  if (completed.overall === null) return null;
  if (completed.isForSecondGrade) return 'random';
  if (completed.overall === INADEQUATE || completed.overall === OUTSTANDING) return 'extreme';
  return completed.earlier < FIRST_AUDITS ? 'new-auditor' : null;
}
