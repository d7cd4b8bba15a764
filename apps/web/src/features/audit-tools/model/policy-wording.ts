import { problemOf } from '../../../app/api/problem.ts';

/** How a question stands to the words of the policy in force. */
export type PolicyWording =
  | { readonly kind: 'same' }
  | { readonly kind: 'reworded'; readonly policyAsks: string }
  /** The policy in force has the rule or its question no more. */
  | { readonly kind: 'gone' };

interface AskedRule {
  readonly data: { readonly auditQuestion: string | null } | undefined;
  readonly error: unknown;
}

/** Compares the words of a question with those of its rule, as it came from the server; null while nothing is known of it. */
export function policyWording(asks: string, { data, error }: AskedRule): PolicyWording | null {
  if (data === undefined) return error !== null && problemOf(error) === 'not-found' ? { kind: 'gone' } : null;
  const { auditQuestion } = data;
  if (auditQuestion === null) return { kind: 'gone' };
  return auditQuestion.trim() === asks.trim() ? { kind: 'same' } : { kind: 'reworded', policyAsks: auditQuestion };
}
