import type { Direction } from '@plumbline/domain/policy/diff';

/** How a policy's cell stands against the one that all are told against, the `base`; `silent` where one of the two doesn't say. */
export type Mark = Direction | 'silent' | 'base';

/** What one policy says about a row, in its own unit. */
export interface CompareCell {
  readonly policy: string;
  /** Null where the policy doesn't say. */
  readonly says: string | null;
  readonly clause: string | null;
  readonly rule: string | null;
  readonly mark: Mark;
  /** The order rests on about how long a month or a working week is. */
  readonly isApproximate: boolean;
}

export interface CompareRow {
  readonly id: string;
  readonly title: string;
  /** The one that all are told against first, then the others in the order asked for. */
  readonly cells: readonly CompareCell[];
}

export interface CompareTopic {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** A policy that can be laid beside others: ours, another council's, the national employer standard, or another version of ours. */
export interface ComparablePolicy {
  readonly id: string;
  readonly kind: 'ours' | 'council' | 'standard' | 'version';
  readonly council: string;
  readonly title: string;
  readonly version: string;
}

/** The page on which policies stand side by side. */
export interface CompareView {
  readonly ours: ComparablePolicy;
  /** Everybody whom one may compare with, and those who are compared. */
  readonly others: readonly ComparablePolicy[];
  readonly compared: readonly ComparablePolicy[];
  /** The one that the others are told against: ours, unless another one is chosen. */
  readonly base: ComparablePolicy;
  readonly topics: readonly CompareTopic[];
}

/** The mark of a cell as sign and word, so that nothing rests on colour. */
export const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly word: string }>> = {
  base: { sign: '', word: '' },
  stricter: { sign: '↑', word: 'stricter' },
  looser: { sign: '↓', word: 'looser' },
  equal: { sign: '=', word: 'equal' },
  unclear: { sign: '≠', word: 'differs' },
  silent: { sign: '—', word: 'doesn’t say' },
};

/** How the one that all are told against is called in a mark. */
export function baseInWords({ kind, council }: Pick<ComparablePolicy, 'kind' | 'council'>): string {
  return kind === 'ours' ? 'ours' : kind === 'standard' ? 'the standard' : council;
}

/** "stricter"; for a row about which only the other one speaks "ours doesn’t say", or whoever the base is. */
export function markInWords({ mark, says, isApproximate }: CompareCell, base = 'ours'): string {
  if (mark === 'silent' && says !== null) return `${base} doesn’t say`;
  if (mark === 'unclear' && isApproximate) return 'about the same';
  return MARKS[mark].word;
}

/** A row as one sentence: the twin of its line in the matrix. */
export function rowSentences(row: CompareRow, nameOf: (policy: string) => string, base = 'ours'): string[] {
  return row.cells.map((cell) => {
    const says = cell.says === null ? 'doesn’t say' : cell.says;
    const clause = cell.clause === null ? '' : ` (${cell.clause})`;
    const mark = cell.mark === 'base' || cell.says === null ? '' : `: ${markInWords(cell, base)}`;
    return `${nameOf(cell.policy)}, ${says}${clause}${mark}`;
  });
}
