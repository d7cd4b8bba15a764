import type { FeedColumnRow, FeedRow } from '@plumbline/analytics/compliance';
import { clauseInWords, dateInWords, times } from '@plumbline/analytics/wording';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';

export type Kept = FeedColumnRow['kept'];

/** One column that rules read, in words. */
export interface ColumnLine {
  readonly kind: FactKindName;
  readonly column: string;
  readonly label: string;
  readonly kept: Kept;
  /** "As far back as the supervision log", "From 1 March 2026", "Not recorded here". */
  readonly state: string;
  /** "Filled in 12 of 4,534". */
  readonly filled: string;
  /** Nobody seems to record it, and nobody has said so: what rules ask of it counts as not done. */
  readonly isDoubtful: boolean;
  /** What cannot be said without it, each with its place in the policy. */
  readonly asked: readonly string[];
}

export function columnLines({ kind, current, columns }: FeedRow): readonly ColumnLine[] {
  return columns.map(({ column, kept, filled, rules }) => ({
    kind,
    column,
    label: kindOf(kind).columns[column]?.label ?? column,
    kept,
    state: keptInWords(kind, kept),
    filled: filledInWords(filled, current),
    isDoubtful: kept === 'as-kind' && current > 0 && filled === 0,
    asked: rules.map(({ clause, says }) => `${says.replace(/\.$/, '')} (${clauseInWords(clause)})`),
  }));
}

/** From when a column is recorded. */
export function keptInWords(kind: FactKindName, kept: Kept): string {
  if (kept === 'nobody') return 'Not recorded here';
  return kept === 'as-kind' ? `As far back as the ${titleOf(kind)}` : `From ${dateInWords(kept)}`;
}

function titleOf(kind: FactKindName): string {
  return kindOf(kind).title.toLowerCase();
}

function filledInWords(filled: number, current: number): string {
  if (current === 0) return 'Nothing held yet';
  if (filled === 0) return `Empty in all ${current.toLocaleString('en-GB')}`;
  return `Filled in ${filled.toLocaleString('en-GB')} of ${current.toLocaleString('en-GB')}`;
}

/** The closed lines' title, with how many differ from their kind and how many look as if nobody recorded them. */
export function columnsInWords(lines: readonly ColumnLine[]): string {
  const doubtful = lines.filter((line) => line.isDoubtful).length;
  const all = `${lines.length === 1 ? 'One column' : `${lines.length} columns`} that your policy reads`;
  const shorter = lines.filter((line) => line.kept !== 'as-kind').length;
  const number = (count: number) => (count === 1 ? 'one' : String(count));
  const parts = [
    ...(shorter > 0 ? [`${number(shorter)} not recorded as far back`] : []),
    ...(doubtful > 0 ? [`${number(doubtful)} never filled in`] : []),
  ];
  return [all, ...parts].join(', ');
}

/** What it means to change from when a column is recorded, said before it is saved. */
export function keptMoveWords(line: ColumnLine, after: Kept): string {
  if (line.kept === after) return '';
  const rules = `What ${line.asked.length === 1 ? 'one rule asks' : `rules ask ${times(line.asked.length)}`} of “${line.label}”`;
  if (after === 'nobody') return `${rules} becomes “not known” and leaves every figure.`;
  if (after === 'as-kind')
    return `${rules} is asked as far back as the ${titleOf(line.kind)}. Where it is empty, it counts as not done.`;
  return `${rules} is asked from ${dateInWords(after)}. Before that day it is “not known” and outside every figure.`;
}
