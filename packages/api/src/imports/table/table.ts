import type { ImportProblem } from '@plumbline/analytics/wording';
import type { Day } from '@plumbline/domain/calendar';

/**
 * One cell as the file gives it. CSV has text only; a workbook also has numbers, yes/no, real dates, formulas and errors.
 * Null is an empty cell.
 */
export type Cell =
  | null
  | string
  | number
  | boolean
  | { readonly type: 'date'; readonly day: Day; readonly minuteOfDay: number }
  | { readonly type: 'formula'; readonly text: string }
  | { readonly type: 'error'; readonly text: string };

export interface TableRow {
  /** As a spreadsheet numbers it: 1 is the first line of the file. */
  readonly row: number;
  readonly cells: readonly Cell[];
}

/** Some rows of a file, read in one go. */
export interface TableBatch {
  readonly rows: readonly TableRow[];
  readonly problems: readonly ImportProblem[];
  /** How much of the file has been read, 0 to 1. */
  readonly progress: number;
}

/** What a format reader makes of a file before headings are looked for. `batches` may be called again to start over. */
export interface RawTable {
  readonly format: 'csv' | 'xlsx';
  readonly problems: readonly ImportProblem[];
  /** Whether each row should have a cell for every heading (text files), or may leave out empty ones (workbooks). */
  readonly hasEvenRows: boolean;
  batches(): AsyncGenerator<RawBatch>;
}

export interface RawBatch extends TableBatch {
  /** The row that the file ends in without a line end, where it does: the first suspect of a file cut short. */
  readonly unendedRow: number | null;
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** The headings as written, trimmed; a second "Date" becomes "Date (2)", an empty one "Column 4". */
  readonly headings: readonly string[];
  readonly headingRow: number;
  /** Warnings about the file as a whole. */
  readonly problems: readonly ImportProblem[];
  /** The rows below the headings, empty ones left out. May be called again to start over. */
  batches(): AsyncGenerator<TableBatch>;
}

export type Opened<T> =
  | { readonly ok: true; readonly table: T }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] };

/** Says how many cells of a row are headings that the reader looks for. */
export type HeadingScore = (cells: readonly string[]) => number;
