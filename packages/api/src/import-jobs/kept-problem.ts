import type { ImportProblemRow } from '@plumbline/analytics/compliance';
import { importProblemWords, type ImportProblem } from '@plumbline/analytics/wording';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

/** What only comes to light beside what is recorded already. */
export interface KeptProblem {
  readonly kind: 'overlaps-recorded';
  readonly severity: 'error';
  readonly row: number | null;
  readonly column: null;
}

export function overlapsKnown(row: number | null): KeptProblem {
  return { kind: 'overlaps-recorded', severity: 'error', row, column: null };
}

/** A kept problem as a row of the list, in words. */
export function problemRow(kind: FactKindName, problem: ImportProblem | KeptProblem): ImportProblemRow {
  const place = { line: problem.row, kind: problem.kind, isBlocking: problem.severity === 'error' };
  if (!('params' in problem)) return { ...place, column: null, value: null, says: OVERLAPS };
  const column =
    problem.heading ?? (problem.column === null ? null : (kindOf(kind).columns[problem.column]?.label ?? problem.column));
  const { what, mend } = importProblemWords(problem, kind);
  return { ...place, column, value: problem.value ?? null, says: `${what} ${mend}` };
}

const OVERLAPS = 'This row overlaps with another entry that holds on some of the same days. Correct the dates of one of them.';
