import type { ImportProblemKind, UnreadableFile } from './import-problem-kinds.ts';
import { rowsWords, type Sentence } from './import-problem-words.ts';

const LOOKS_LIKE: Readonly<Record<UnreadableFile, string>> = {
  pdf: 'a PDF document',
  word: 'a Word document',
  picture: 'a picture',
  'web-page': 'a web page, whatever its name ends in',
  zip: 'a zip folder',
  'open-document': 'an OpenDocument file',
  'old-excel': 'an Excel 97–2003 workbook (.xls)',
  'binary-excel': 'a binary Excel workbook (.xlsb)',
  json: 'JSON data',
  xml: 'XML data',
  outlook: 'an e-mail message',
  binary: 'a program, a recording or something else that is not text',
};

const SAVE_AS = 'Open it in your spreadsheet and save it as an Excel workbook (.xlsx) or as CSV UTF-8.';
const SAVE_AS_UTF8 = 'Save it again as an Excel workbook (.xlsx) or as CSV UTF-8.';
const RUN_AGAIN = 'Run the export again and bring in the whole file.';

/** Problems of the file as a whole. */
export const FILE_SENTENCES = {
  'file-empty': () => ['There is nothing in it.', 'Check that the export ran, then bring it in again.'],
  'file-too-large': (p) => [
    `It is ${p.megabytes} MB; at most ${p.limit} MB can be read.`,
    'Leave out columns that are not needed, or export fewer years.',
  ],
  'file-not-a-table': (p) => [
    `It looks like ${LOOKS_LIKE[p.looksLike]}, not a table.`,
    p.looksLike === 'zip' ? 'Unpack it and bring in the file inside.' : SAVE_AS,
  ],
  'file-encrypted': () => ['It is protected with a password.', 'Save a copy without the password and bring that in.'],
  'file-damaged': () => ['It is damaged or only part of it arrived.', RUN_AGAIN],
  'encoding-unsupported': (p) => [`Its letters are written in a way that cannot be read safely (${p.encoding}).`, SAVE_AS_UTF8],
  'encoding-mixed': (p) => [
    `It mixes two ways of writing letters; the first that does not fit is on line ${p.line}.`,
    SAVE_AS_UTF8,
  ],
  'encoding-guessed': (p) => [
    `Its letters were read as ${p.encoding}.`,
    'Check that names with accents and apostrophes look right in the preview.',
  ],
  'too-many-rows': (p) => [
    `It has more than ${p.limit.toLocaleString('en-GB')} rows.`,
    'Export fewer years, or ask for the limit to be raised.',
  ],
  'too-many-columns': (p) => [`It has more than ${p.limit} columns.`, 'Leave out the columns that are not needed.'],
  'too-many-sheets': (p) => [
    `The workbook has more than ${p.limit} sheets.`,
    'Save the one sheet that is needed as a workbook of its own.',
  ],
  'too-much-inside': (p) => [
    `Unpacked it would take more than ${p.megabytes} MB.`,
    'Save only the rows and columns that hold data as a new workbook.',
  ],
  'sheets-not-read': (p) => [
    `Only the sheet “${p.read}” is read; left out: ${p.left}.`,
    'Move the right sheet to the front if this is the wrong one.',
  ],
  'cells-merged': (p) => [
    `Cells ${p.range} are merged, so all but the first read as empty.`,
    'Unmerge them and fill in every cell.',
  ],
  'heading-missing': () => ['No row of headings was found.', 'Put the headings in the first row; the template shows them.'],
  'column-missing': (_p, _cell, label) => [
    `No column for “${label}” was found, and it is needed.`,
    'Choose which heading holds it, or add the column.',
  ],
  'column-twice': (p, _cell, label) => [
    `More than one heading is set to “${label}”: ${p.headings}.`,
    'Choose one and leave the others out.',
  ],
  'heading-guessed': (_p, _cell, label) => [
    `The heading was taken to mean “${label}” because it is spelt almost the same.`,
    'Choose another column if that is wrong.',
  ],
  'rows-missing': () => ['There are headings but no rows below them.', 'Check that the export ran, then bring it in again.'],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };

/** Problems of a row, and of a cell before it is read as a value. */
export const ROW_SENTENCES = {
  'quote-not-closed': () => [
    'A quotation mark opens here and is never closed, so the rest of the file cannot be told apart. Part of the file may be missing.',
    RUN_AGAIN,
  ],
  'quote-misplaced': () => [
    'A quotation mark stands in the middle of a cell.',
    'Write it twice inside the cell, or take it out.',
  ],
  'file-cut-short': (p) => [
    `The last row stops after ${p.cells} of ${p.expected} cells, so the file looks cut short.`,
    RUN_AGAIN,
  ],
  'row-too-short': (p) => [
    `It has ${p.cells} cells where the headings have ${p.expected}.`,
    'Check for a missing separator, and save the file again from a spreadsheet.',
  ],
  'row-too-long': (p) => [
    `It has ${p.cells} cells where the headings have ${p.expected}.`,
    'Put cells that contain the separator in quotation marks, or give every column a heading.',
  ],
  'value-missing': (_p, _cell, label) => [`“${label}” is empty, and it is needed.`, 'Fill it in.'],
  formula: () => ['It holds a formula.', 'Copy the cells and paste them as values.'],
  'formula-text': (_p, cell) => [
    `${cell} looks like a formula.`,
    'If it is one, paste the value instead; if it is text, leave it.',
  ],
  'error-cell': (_p, cell) => [
    `${cell} is a spreadsheet error, not a value.`,
    'Mend the formula it came from and paste the value.',
  ],
  'hash-marks': () => [
    'The column was too narrow when the file was saved, so the value was lost.',
    'Widen the column in the spreadsheet and save it again.',
  ],
  'control-character': (p) => [`There is a character in it that cannot be seen (${p.code}).`, 'Type the cell again.'],
  'character-lost': (_p, cell) => [`A letter in ${cell} was lost on the way here and shows as “�”.`, SAVE_AS_UTF8],
  'character-garbled': (p, cell) => [`Letters in ${cell} are garbled; it should probably read “${p.meant}”.`, SAVE_AS_UTF8],
  'too-long': (p) => [
    `It has ${p.length.toLocaleString('en-GB')} characters; at most ${p.limit} fit here.`,
    'Shorten it, or check that the right column was chosen.',
  ],
  'word-for-nothing': (p, cell) => [
    `${rowsWords(p.count)} with ${cell} here: read as empty.`,
    'Nothing to do if that is what it means.',
  ],
  'code-unknown': (_p, cell, label) => [
    `${cell} is not one of the values of “${label}”, and there are too many such values to map one by one.`,
    'Check that the right heading was chosen for this column.',
  ],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };
