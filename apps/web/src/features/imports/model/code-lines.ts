import type { CodeRow, ImportView } from '@plumbline/analytics/compliance';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

export interface CodeLine {
  readonly id: string;
  readonly column: string;
  readonly theirs: string;
  /** How often this file uses it, or, where it does not say, how often it was seen so far. */
  readonly count: number;
  readonly ours: string | null;
}

/** The codes to match: what this file leaves unmatched first, then what is matched already. */
export function codeLines(view: Pick<ImportView, 'kind' | 'unmapped'>, known: readonly CodeRow[]): readonly CodeLine[] {
  const ofKind = known.filter((row) => row.kind === view.kind);
  const open = view.unmapped.map(({ column, theirs, count }) => ({
    id: idOf(column, theirs),
    column,
    theirs,
    count,
    ours: ofKind.find((row) => row.column === column && row.theirs === theirs)?.ours ?? null,
  }));
  const ids = new Set(open.map((line) => line.id));
  const matched = ofKind
    .map((row) => ({
      id: idOf(row.column, row.theirs),
      column: row.column,
      theirs: row.theirs,
      count: row.timesSeen,
      ours: row.ours,
    }))
    .filter((line) => !ids.has(line.id));
  return [...open.toSorted((one, other) => other.count - one.count), ...matched];
}

function idOf(column: string, theirs: string): string {
  return `${column}\n${theirs}`;
}

/** What a code may mean, in words. */
export function codeOptions(kind: FactKindName, column: string): readonly { readonly value: string; readonly label: string }[] {
  return Object.entries(kindOf(kind).columns[column]?.options ?? {}).map(([value, label]) => ({
    value,
    label: value === 'unmapped' ? 'None of these: keep as “not mapped”' : label,
  }));
}

export function columnLabel(kind: FactKindName, column: string): string {
  return kindOf(kind).columns[column]?.label ?? column;
}
