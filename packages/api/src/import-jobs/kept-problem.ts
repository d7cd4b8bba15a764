import type { ImportProblemRow } from '@plumbline/analytics/compliance';
import { importProblemWords, type ImportProblem } from '@plumbline/analytics/wording';
import type { MergeCounts } from '@plumbline/database';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

/** What only comes to light beside what is recorded already. */
export interface KeptProblem {
  readonly kind: 'overlaps-recorded' | 'ends-too-many';
  readonly severity: 'error';
  readonly row: number | null;
  readonly column: null;
  readonly count: number;
}

export function overlapsKnown(row: number | null): KeptProblem {
  return { kind: 'overlaps-recorded', severity: 'error', row, column: null, count: 1 };
}

const FEW = 20;

/**
 * A file that would end more than it keeps is more often half a file than a great change. Fewer than twenty are let through;
 * on the command line somebody can say that it is the whole.
 */
export function endsTooMany({ ended, unchanged, changed, heldByHand }: MergeCounts): KeptProblem | null {
  const isSuspicious = ended > FEW && ended > unchanged + changed + heldByHand;
  return isSuspicious ? { kind: 'ends-too-many', severity: 'error', row: null, column: null, count: ended } : null;
}

/** A kept problem as a row of the list, in words. */
export function problemRow(kind: FactKindName, problem: ImportProblem | KeptProblem): ImportProblemRow {
  const place = { line: problem.row, kind: problem.kind, isBlocking: problem.severity === 'error' };
  if (!('params' in problem)) return { ...place, column: null, value: null, says: SAYS[problem.kind](problem.count) };
  const column =
    problem.heading ?? (problem.column === null ? null : (kindOf(kind).columns[problem.column]?.label ?? problem.column));
  const { what, mend } = importProblemWords(problem, kind);
  return { ...place, column, value: problem.value ?? null, says: `${what} ${mend}` };
}

const SAYS: Readonly<Record<KeptProblem['kind'], (count: number) => string>> = {
  'overlaps-recorded': () =>
    'This row overlaps with another entry that holds on some of the same days. Correct the dates of one of them.',
  'ends-too-many': (count) =>
    `This file leaves out most of what is recorded and would end ${count} entries. If it is only a part of the list, bring it in again and say so: then it ends nothing. If it is the whole list, bring it in on the command line with “--full”.`,
};
