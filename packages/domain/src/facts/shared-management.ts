import type { AnyFact, FactOf } from './registry.ts';

/** Why a post's second line manager cannot be: the mark is missing, there is no first, or both are one person. */
export type SharedManagementFault = 'second-manager-unmarked' | 'second-manager-alone' | 'second-manager-same';

/** What is wrong with how the management of a post is shared; null where nothing is. For facts of the kind `post`. */
export function sharedManagementFault(values: AnyFact): SharedManagementFault | null {
  const { lineManager, secondLineManager, isManagedByJobShare } = values;
  if (typeof secondLineManager !== 'string') return null;
  if (typeof lineManager !== 'string') return 'second-manager-alone';
  if (lineManager === secondLineManager) return 'second-manager-same';
  return isManagedByJobShare === true ? null : 'second-manager-unmarked';
}

/** Everybody to whom a post answers, first the one named first. */
export function lineManagersOf(values: AnyFact | FactOf<'post'>): string[] {
  return [values['lineManager'], values['secondLineManager']].filter((ref) => typeof ref === 'string');
}
