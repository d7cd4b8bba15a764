import { chiSquare, cramersV, type Table } from './contingency.ts';
import { fisher } from './fisher.ts';

export interface TableComparison {
  readonly method: 'chi-square' | 'exact';
  readonly p: number;
  /** 0 (no link) to 1. */
  readonly cramersV: number;
}

/**
 * Whether the rows of a table differ: chi-square without Yates, or Fisher's exact test where any expected count is under five and the
 * exact test can be worked out. Null where fewer than two rows or columns hold anything. Source: the rules on figures, table
 * before and after.
 */
export function compareTable(table: Table): TableComparison | null {
  const square = chiSquare(table);
  if (square === null) return null;
  const exact = square.smallestExpected < 5 ? fisher(table) : null;
  return { method: exact === null ? 'chi-square' : 'exact', p: exact?.p ?? square.p, cramersV: cramersV(table) ?? 0 };
}
