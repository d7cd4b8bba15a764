import type { FactOf } from '../facts/index.ts';
import type { Rule, RuleOf } from './rule-kinds.ts';

type Column = keyof FactOf<'confirmation'> & string;

/**
 * What a rule that somebody has to confirm may be about, with the columns of a confirmation that say which one it was: all that
 * it needs, and what it may say besides. What is about the policy as a whole is about nobody.
 */
const SUBJECT_COLUMNS = {
  person: { needs: ['person'], may: [] },
  session: { needs: ['session'], may: [] },
  record: { needs: ['record'], may: [] },
  discussion: { needs: ['child', 'discussedOn'], may: ['session'] },
  child: { needs: ['child'], may: [] },
  event: { needs: ['event'], may: [] },
  pack: { needs: [], may: [] },
} as const satisfies Readonly<Record<string, { needs: readonly Column[]; may: readonly Column[] }>>;

/** Whom or what a confirmation can be about. */
export type ConfirmedOf = keyof typeof SUBJECT_COLUMNS;

/** A rule that nothing but somebody's answer shows. */
export type ConfirmedRule = RuleOf<'evidence'> & { readonly of: ConfirmedOf; readonly field?: undefined };

/** Whether a rule is answered by somebody's confirmation, and can be. */
export function isConfirmed(rule: Rule): rule is ConfirmedRule {
  return rule.kind === 'evidence' && rule.field === undefined && rule.of !== undefined && Object.hasOwn(SUBJECT_COLUMNS, rule.of);
}

/** The columns of a confirmation that say whom or what it is about, for rules about one kind of thing. */
export function confirmedColumns(of: ConfirmedOf): { readonly needs: readonly Column[]; readonly may: readonly Column[] } {
  return SUBJECT_COLUMNS[of];
}

/** Every column that says whom or what a confirmation is about. */
const ALL_SUBJECTS: readonly Column[] = ['person', 'child', 'session', 'discussedOn', 'record', 'event'];

/** Owners who may answer about themselves: the question is theirs. */
const ASKED_OF_THEMSELVES: readonly unknown[] = ['supervisee', 'worker'];

/** What is wrong with a confirmation beside the policy, and in which column. */
export type ConfirmationFault =
  | { readonly kind: 'confirmation-rule-unknown'; readonly column: 'rule' }
  /** The rule is there, and other records show whether it is kept. */
  | { readonly kind: 'confirmation-not-asked'; readonly column: 'rule' }
  | { readonly kind: 'confirmation-subject-missing'; readonly column: Column; readonly of: ConfirmedOf }
  | { readonly kind: 'confirmation-subject-other'; readonly column: Column; readonly of: ConfirmedOf }
  | { readonly kind: 'confirmation-about-oneself'; readonly column: 'confirmedBy' };

/** Everything about a confirmation that does not fit the rules that a policy asks somebody to confirm. */
export function confirmationFaults(
  rules: readonly Rule[],
  fact: Readonly<Partial<Record<Column, unknown>>>,
): ConfirmationFault[] {
  const rule = rules.find(({ id }) => id === fact.rule);
  if (rule === undefined) return [{ kind: 'confirmation-rule-unknown', column: 'rule' }];
  if (!isConfirmed(rule)) return [{ kind: 'confirmation-not-asked', column: 'rule' }];
  const { needs, may } = confirmedColumns(rule.of);
  const isGiven = (column: Column): boolean => fact[column] !== null && fact[column] !== undefined;
  const missing = needs.filter((column) => !isGiven(column));
  const other = ALL_SUBJECTS.filter((column) => isGiven(column) && !needs.includes(column) && !may.includes(column));
  const isAboutOneself =
    isGiven('person') && fact.person === fact.confirmedBy && !ASKED_OF_THEMSELVES.includes(rule.owes ?? 'supervisor');
  return [
    ...missing.map((column) => ({ kind: 'confirmation-subject-missing', column, of: rule.of }) as const),
    ...other.map((column) => ({ kind: 'confirmation-subject-other', column, of: rule.of }) as const),
    ...(isAboutOneself ? [{ kind: 'confirmation-about-oneself', column: 'confirmedBy' } as const] : []),
  ];
}
