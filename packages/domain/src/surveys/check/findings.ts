import type { IndexName, SupervisionRoute } from '../answers.ts';

/**
 * Something about a form that its author should know. `mend`: it would not work, and is put right before publishing. `look`: it may
 * well be meant so. Sentences for people are made in the analytics package.
 */
export type DesignFinding = { readonly level: 'mend' | 'look'; readonly itemId: string | null } & DesignFindingKind;

export type DesignFindingKind =
  | { readonly kind: 'no-items' }
  | { readonly kind: 'same-id' }
  | { readonly kind: 'same-lineage'; readonly other: string }
  | { readonly kind: 'never-asked' }
  /** It hangs on an item that is not there, stands later, or is not asked of the same people. */
  | { readonly kind: 'hangs-on-nothing'; readonly other: string }
  /** It hangs on an answer that the other item does not offer. */
  | { readonly kind: 'hangs-on-no-answer'; readonly other: string; readonly answer: string }
  | { readonly kind: 'same-option'; readonly option: string }
  | { readonly kind: 'bounds' }
  | { readonly kind: 'bands' }
  | { readonly kind: 'most'; readonly options: number }
  | { readonly kind: 'right-missing' }
  | { readonly kind: 'policy-missing' }
  | { readonly kind: 'names-child'; readonly words: string }
  | { readonly kind: 'asks-who'; readonly words: string }
  | { readonly kind: 'double-barrelled'; readonly word: string }
  | { readonly kind: 'leading'; readonly words: string }
  | { readonly kind: 'double-negative' }
  | { readonly kind: 'no-window' }
  | { readonly kind: 'hard-to-read'; readonly age: number }
  | { readonly kind: 'scale-order' }
  | { readonly kind: 'not-scored'; readonly index: IndexName }
  | { readonly kind: 'no-reversed'; readonly index: IndexName }
  | { readonly kind: 'no-warning' }
  | { readonly kind: 'many-texts'; readonly count: number }
  | { readonly kind: 'form-hard-to-read'; readonly age: number }
  | { readonly kind: 'too-long'; readonly route: SupervisionRoute; readonly minutes: number; readonly most: number }
  | { readonly kind: 'pulse-size'; readonly count: number; readonly most: number }
  | { readonly kind: 'pulse-hangs'; readonly other: string };

/** Puts a finding together. */
export function finding(level: 'mend' | 'look', itemId: string | null, what: DesignFindingKind): DesignFinding {
  return { level, itemId, ...what };
}
