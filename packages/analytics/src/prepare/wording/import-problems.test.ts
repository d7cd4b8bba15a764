import { expect, test } from 'vitest';
import type { ImportProblem, ImportProblemKind, ImportProblemParams } from './import-problem-kinds.ts';
import { importProblemSentence, importProblemWords } from './import-problems.ts';

/** One of each kind; a new kind does not compile until it stands here. */
const EXAMPLES: { readonly [Kind in ImportProblemKind]: ImportProblemParams[Kind] } = {
  'file-empty': {},
  'file-too-large': { megabytes: 300, limit: 200 },
  'file-not-a-table': { looksLike: 'pdf' },
  'file-encrypted': {},
  'file-damaged': {},
  'encoding-unsupported': { encoding: 'UTF-32' },
  'encoding-mixed': { line: 7 },
  'encoding-guessed': { encoding: 'Windows-1252' },
  'too-many-rows': { limit: 500_000 },
  'too-many-columns': { limit: 256 },
  'too-many-sheets': { limit: 64 },
  'too-much-inside': { megabytes: 600 },
  'sheets-not-read': { read: 'Data', left: 'Notes' },
  'cells-merged': { range: 'A2:A3' },
  'heading-missing': {},
  'column-missing': {},
  'column-twice': { headings: '“A”, “B”' },
  'heading-guessed': {},
  'rows-missing': {},
  'quote-not-closed': {},
  'quote-misplaced': {},
  'file-cut-short': { cells: 3, expected: 9 },
  'row-too-short': { cells: 3, expected: 9 },
  'row-too-long': { cells: 10, expected: 9 },
  'value-missing': {},
  formula: {},
  'formula-text': {},
  'error-cell': {},
  'hash-marks': {},
  'control-character': { code: 'U+0000' },
  'character-lost': {},
  'character-garbled': { meant: 'Zoë' },
  'too-long': { length: 1200, limit: 500 },
  'word-for-nothing': { count: 1200 },
  'code-unknown': {},
  'date-unreadable': {},
  'date-impossible': { lastDay: 28, month: 2, year: 2026 },
  'date-month-first': {},
  'date-two-digit-year': {},
  'date-serial': {},
  'date-too-early': { earliest: '1950-01-01', isSpreadsheetZero: true },
  'date-too-late': { latest: '2031-11-21' },
  'time-unreadable': {},
  'time-missing': { count: 1 },
  'time-skipped': { taken: '02:30' },
  'yes-no-unreadable': {},
  'number-unreadable': {},
  'number-not-whole': {},
  'number-out-of-bounds': { min: 1, max: 480 },
  'number-shortened': {},
  'turned-into-date': {},
  'list-separator': {},
  'name-not-number': { of: 'child' },
  'end-before-start': { from: '2026-05-12', to: '2026-05-11' },
  'needs-one-of': { columns: '“A” and “B”' },
  'only-one-of': { columns: '“A” and “B”' },
  'same-key': { otherRow: 3, columns: '“To”' },
  overlap: { otherRow: 3, from: '2026-05-12', to: null, isOneDay: false },
  'same-post-twice': { otherRow: 3, post: 'P1', from: '2026-05-12' },
  'post-shared': { otherRow: 3, post: 'P1', from: '2026-05-12' },
  'two-line-managers': { otherRow: 3, post: 'P1', from: '2026-05-12', managers: 'S1 and S2', holders: 2 },
  'own-line-manager': {},
  'line-cycle': { people: 'A → B → A', on: '2026-05-12' },
  'second-manager-unmarked': {},
  'second-manager-alone': {},
  'second-manager-same': {},
  'own-supervisor': {},
  'two-main-workers': { otherRow: 3, from: '2026-05-12' },
  'reference-unknown': { refersTo: 'People', count: 2 },
  'in-the-future': { today: '2026-11-21' },
  'held-in-the-future': { today: '2026-11-21' },
  'block-too-long': { minutes: 60 },
  'before-event': { event: 'the discussion', on: '2026-05-12' },
  'before-case-opened': { openedOn: '2026-05-12' },
  'confirmation-rule-unknown': {},
  'confirmation-not-asked': {},
  'confirmation-subject-missing': { of: 'discussion' },
  'confirmation-subject-other': { of: 'pack' },
  'confirmation-about-oneself': {},
};

const KINDS = Object.keys(EXAMPLES) as ImportProblemKind[];

function example(kind: ImportProblemKind, place: Partial<ImportProblem> = {}): ImportProblem {
  return {
    kind,
    severity: 'error',
    row: 7,
    column: 'from',
    value: '31/02/2026',
    params: EXAMPLES[kind],
    ...place,
  } as ImportProblem;
}

test.each(KINDS)('%s is said in full sentences: where, what, how to mend', (kind) => {
  for (const place of [{}, { row: null, column: null }, { heading: 'Start date' }]) {
    const words = importProblemWords(example(kind, place), 'absence');
    expect(words.where).toMatch(/^(?:The file|Row 7(?:, column “.+”)?)$/);
    expect(words.what).toMatch(/^[\p{Lu}“\d].*[.]$/u);
    expect(words.mend).toMatch(/^\p{Lu}.*[.]$/u);
    expect(`${words.what} ${words.mend}`).not.toMatch(/undefined|null|NaN|\[object|!/);
  }
});

test('a sentence reads like one from a colleague', () => {
  expect(importProblemSentence(example('date-impossible', { heading: 'First day' }), 'absence')).toBe(
    'Row 7, column “First day”: “31/02/2026” does not exist: February 2026 has 28 days. Correct the date.',
  );
  expect(importProblemSentence(example('formula'), 'absence')).toBe(
    'Row 7, column “From”: It holds a formula. Copy the cells and paste them as values.',
  );
  expect(importProblemSentence(example('column-missing', { row: null }), 'absence')).toBe(
    'Column “From”: No column for “From” was found, and it is needed. Choose which heading holds it, or add the column.',
  );
});
