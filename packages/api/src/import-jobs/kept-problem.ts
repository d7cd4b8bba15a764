import type { ImportProblemRow } from '@plumbline/analytics/compliance';
import { importProblemWords, keyInWords, type ImportProblem } from '@plumbline/analytics/wording';
import type { OverlapProblem } from '@plumbline/database';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

/** What only comes to light beside what is recorded already. */
export interface KeptProblem {
  readonly kind: 'overlaps-recorded';
  readonly severity: 'error';
  readonly row: number | null;
  readonly column: null;
  /** The key of the other entry. */
  readonly other: string;
}

export function overlapsKnown({ row, other }: OverlapProblem): KeptProblem {
  return { kind: 'overlaps-recorded', severity: 'error', row, column: null, other };
}

/** A kept problem as a row of the list, in words. */
export function problemRow(kind: FactKindName, problem: ImportProblem | KeptProblem): ImportProblemRow {
  const place = { line: problem.row, kind: problem.kind, isBlocking: problem.severity === 'error' };
  if (!('params' in problem)) return { ...place, column: null, value: null, says: overlapInWords(kind, problem) };
  const column =
    problem.heading ?? (problem.column === null ? null : (kindOf(kind).columns[problem.column]?.label ?? problem.column));
  const { what, mend } = importProblemWords(problem, kind);
  return { ...place, column, value: problem.value ?? null, says: `${what} ${mend}` };
}

function overlapInWords(kind: FactKindName, { other }: KeptProblem): string {
  return `It holds on some of the same days as another entry: ${keyInWords(kind, other)}. Correct the dates of one of them.`;
}
