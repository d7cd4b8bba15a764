import type { ConfirmedOf } from '@plumbline/domain/policy';

/**
 * Everything that can be wrong with an imported file, and the values that a sentence about it needs. Problems are plain
 * data: they are stored, counted and put in words in one place ({@link importProblemSentence}).
 */
type None = Readonly<Record<never, never>>;

export interface ImportProblemParams {
  // The file as a whole.
  'file-empty': None;
  'file-too-large': { readonly megabytes: number; readonly limit: number };
  'file-not-a-table': { readonly looksLike: UnreadableFile };
  'file-encrypted': None;
  'file-damaged': None;
  'encoding-unsupported': { readonly encoding: string };
  'encoding-mixed': { readonly line: number };
  'encoding-guessed': { readonly encoding: string };
  'too-many-rows': { readonly limit: number };
  'too-many-columns': { readonly limit: number };
  'too-many-sheets': { readonly limit: number };
  'too-much-inside': { readonly megabytes: number };
  'sheets-not-read': { readonly read: string; readonly left: string };
  'cells-merged': { readonly range: string };
  'heading-missing': None;
  'column-missing': None;
  'column-twice': { readonly headings: string };
  'heading-guessed': None;
  'rows-missing': None;
  // A row.
  'quote-not-closed': None;
  'quote-misplaced': None;
  'file-cut-short': { readonly cells: number; readonly expected: number };
  'row-too-short': { readonly cells: number; readonly expected: number };
  'row-too-long': { readonly cells: number; readonly expected: number };
  // A cell.
  'value-missing': None;
  formula: None;
  'formula-text': None;
  'error-cell': None;
  'hash-marks': None;
  'control-character': { readonly code: string };
  'character-lost': None;
  'character-garbled': { readonly meant: string };
  'too-long': { readonly length: number; readonly limit: number };
  'word-for-nothing': { readonly count: number };
  'code-unknown': None;
  'date-unreadable': None;
  'date-impossible': { readonly lastDay: number; readonly month: number; readonly year: number };
  'date-month-first': None;
  'date-two-digit-year': None;
  'date-serial': None;
  'date-too-early': { readonly earliest: string; readonly isSpreadsheetZero: boolean };
  'date-too-late': { readonly latest: string };
  'time-unreadable': None;
  'time-missing': { readonly count: number };
  'time-skipped': { readonly taken: string };
  'yes-no-unreadable': None;
  'number-unreadable': None;
  'number-not-whole': None;
  'number-out-of-bounds': { readonly min: number; readonly max: number };
  'number-shortened': None;
  'turned-into-date': None;
  'list-separator': None;
  'name-not-number': { readonly of: 'child' | 'family' | 'contact' | 'person' | 'supervision' };
  // A row as a fact, and facts beside one another. Other rows are named by their number.
  'end-before-start': { readonly from: string; readonly to: string };
  'needs-one-of': { readonly columns: string };
  'only-one-of': { readonly columns: string };
  'same-key': { readonly otherRow: number; readonly columns: string };
  overlap: { readonly otherRow: number; readonly from: string; readonly to: string | null; readonly isOneDay: boolean };
  'same-post-twice': { readonly otherRow: number; readonly post: string; readonly from: string };
  'post-shared': { readonly otherRow: number; readonly post: string; readonly from: string };
  'two-line-managers': {
    readonly otherRow: number;
    readonly post: string;
    readonly from: string;
    readonly managers: string;
    /** How many people hold the post: 1 where one person is listed twice. */
    readonly holders: 1 | 2;
  };
  'second-manager-unmarked': None;
  'second-manager-alone': None;
  'second-manager-same': None;
  'own-line-manager': None;
  'line-cycle': { readonly people: string; readonly on: string };
  'own-supervisor': None;
  'two-main-workers': { readonly otherRow: number; readonly from: string };
  'reference-unknown': { readonly refersTo: string; readonly count: number };
  'in-the-future': { readonly today: string };
  'held-in-the-future': { readonly today: string };
  'block-too-long': { readonly minutes: number };
  'before-event': { readonly event: string; readonly on: string };
  'before-case-opened': { readonly openedOn: string };
  'confirmation-rule-unknown': None;
  'confirmation-not-asked': None;
  'confirmation-subject-missing': { readonly of: ConfirmedOf };
  'confirmation-subject-other': { readonly of: ConfirmedOf };
  'confirmation-about-oneself': None;
}

/** What a file that is not a table turns out to be. */
export type UnreadableFile =
  | 'pdf'
  | 'word'
  | 'picture'
  | 'web-page'
  | 'zip'
  | 'open-document'
  | 'old-excel'
  | 'binary-excel'
  | 'json'
  | 'xml'
  | 'outlook'
  | 'binary';

export type ImportProblemKind = keyof ImportProblemParams;

/** One thing wrong with a file. An error keeps its row out and the import from being applied; a warning does neither. */
export type ImportProblem = {
  [Kind in ImportProblemKind]: {
    readonly kind: Kind;
    readonly severity: 'error' | 'warning';
    /** The row as a spreadsheet numbers it, 1 being the first line of the file; null for the file as a whole. */
    readonly row: number | null;
    /** The name of our column; null for a whole row or file. */
    readonly column: string | null;
    /** What the file calls that column. */
    readonly heading?: string;
    /** What the cell holds, cut to a readable length; left out where it may be somebody's name. */
    readonly value?: string;
    readonly params: ImportProblemParams[Kind];
  };
}[ImportProblemKind];
