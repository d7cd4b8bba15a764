import type { Direction } from '@plumbline/domain/policy/diff';

/** How another council's cell stands against ours; `silent` where one of the two doesn't say. */
export type Mark = Direction | 'silent' | 'ours';

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
  /** Ours first, then the others in the order asked for. */
  readonly cells: readonly CompareCell[];
}

export interface CompareTopic {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CompareRow[];
}

/** A council whose policy comes with the product. */
export interface ComparablePolicy {
  readonly id: string;
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
  readonly topics: readonly CompareTopic[];
}

/** The mark of a cell as sign and word, so that nothing rests on colour. */
export const MARKS: Readonly<Record<Mark, { readonly sign: string; readonly word: string }>> = {
  ours: { sign: '', word: '' },
  stricter: { sign: '↑', word: 'stricter' },
  looser: { sign: '↓', word: 'looser' },
  equal: { sign: '=', word: 'equal' },
  unclear: { sign: '≠', word: 'differs' },
  silent: { sign: '—', word: 'doesn’t say' },
};

/** "stricter"; for a row about which only the other one speaks "ours doesn’t say". */
export function markInWords({ mark, says, isApproximate }: CompareCell): string {
  if (mark === 'silent' && says !== null) return 'ours doesn’t say';
  if (mark === 'unclear' && isApproximate) return 'about the same';
  return MARKS[mark].word;
}

/** A row as one sentence: the twin of its line in the matrix. */
export function rowSentences(row: CompareRow, nameOf: (policy: string) => string): string[] {
  return row.cells.map((cell) => {
    const says = cell.says === null ? 'doesn’t say' : cell.says;
    const clause = cell.clause === null ? '' : ` (${cell.clause})`;
    const mark = cell.mark === 'ours' || cell.says === null ? '' : `: ${markInWords(cell)}`;
    return `${nameOf(cell.policy)}, ${says}${clause}${mark}`;
  });
}
