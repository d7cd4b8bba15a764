import type { ImportProblemRow } from '@plumbline/analytics/compliance';
import { csvCell } from '@plumbline/analytics/prepare';

/** The problems as a file for whoever mends the extract. A cell that a spreadsheet would run is written as text. */
export function problemsAsCsv(rows: readonly ImportProblemRow[]): string {
  const lines = rows.map((row) =>
    [row.line === null ? '' : String(row.line), row.column ?? '', row.value ?? '', row.says].map(csvCell).join(','),
  );
  return ['Row,Column,Value,Problem', ...lines].join('\r\n');
}

/** The problems that mention a text in their column, value or sentence. */
export function matchingProblems(
  rows: readonly ImportProblemRow[],
  filter: { readonly text: string; readonly column: string | null },
): readonly ImportProblemRow[] {
  const text = filter.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.column === null || row.column === filter.column) &&
      (text === '' || `${row.line ?? ''} ${row.column ?? ''} ${row.value ?? ''} ${row.says}`.toLowerCase().includes(text)),
  );
}

/** A problem's sentence without the row and column that stand beside it in a table. */
export function withoutPlace(says: string): string {
  return says.replace(/^(?:Row [\d,]+|The file|Column “[^”]*”)(?:, column “[^”]*”)?: /, '');
}
