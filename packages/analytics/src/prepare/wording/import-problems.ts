import { civilOf, parseDay } from '@plumbline/domain/calendar';
import { kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { ImportProblem, ImportProblemKind, ImportProblemParams, UnreadableFile } from './import-problem-kinds.ts';

/** A problem in plain words, in the three parts that pages and the command line set out. */
export interface ImportProblemWords {
  /** "Row 7, column “Start date”", or "The file". */
  readonly where: string;
  /** What is wrong, a full sentence. */
  readonly what: string;
  /** How to mend it, a full sentence. */
  readonly mend: string;
}

/** Where, what and how to mend: one problem of a file of a kind of fact. */
export function importProblemWords(problem: ImportProblem, kind: FactKindName): ImportProblemWords {
  const label = problem.column === null ? null : (kindOf(kind).columns[problem.column]?.label ?? problem.column);
  const cell = problem.value === undefined ? 'this cell' : `“${problem.value}”`;
  const sentence = SENTENCES[problem.kind] as (params: unknown, cell: string, label: string) => readonly [string, string];
  const [what, mend] = sentence(problem.params, cell, label ?? 'this column');
  return { where: whereOf(problem, label), what, mend };
}

/** The whole problem as one line of text. */
export function importProblemSentence(problem: ImportProblem, kind: FactKindName): string {
  const { where, what, mend } = importProblemWords(problem, kind);
  return `${where}: ${what} ${mend}`;
}

function whereOf(problem: ImportProblem, label: string | null): string {
  const column = problem.heading ?? label;
  if (problem.row === null) return column === null ? 'The file' : `Column “${column}”`;
  return column === null ? `Row ${problem.row}` : `Row ${problem.row}, column “${column}”`;
}

/** `12 May 2026` for an ISO date; other text stays as it is. */
function dateWords(text: string): string {
  const day = parseDay(text.slice(0, 10));
  if (day === null) return text;
  const { year, month, day: dayOfMonth } = civilOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1]} ${year}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count.toLocaleString('en-GB')} times`;
}

function rowsWords(count: number): string {
  return count === 1 ? 'One row' : `${count.toLocaleString('en-GB')} rows`;
}

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
  binary: 'something other than text',
};

const SAVE_AS = 'Open it in your spreadsheet and save it as an Excel workbook (.xlsx) or as CSV UTF-8.';
const SAVE_AS_UTF8 = 'Save it again as an Excel workbook (.xlsx) or as CSV UTF-8.';
const RUN_AGAIN = 'Run the export again and upload the whole file.';

type Sentence<Kind extends ImportProblemKind> = (
  params: ImportProblemParams[Kind],
  cell: string,
  label: string,
) => readonly [what: string, mend: string];

const FILE_SENTENCES = {
  'file-empty': () => ['There is nothing in it.', 'Check that the export ran, then upload it again.'],
  'file-too-large': (p) => [
    `It is ${p.megabytes} MB; at most ${p.limit} MB can be read.`,
    'Leave out columns that are not needed, or export fewer years.',
  ],
  'file-not-a-table': (p) => [
    `It looks like ${LOOKS_LIKE[p.looksLike]}, not a table.`,
    p.looksLike === 'zip' ? 'Unpack it and upload the file inside.' : SAVE_AS,
  ],
  'file-encrypted': () => ['It is protected with a password.', 'Save a copy without the password and upload that.'],
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
  'rows-missing': () => ['There are headings but no rows below them.', 'Check that the export ran, then upload it again.'],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };

const ROW_SENTENCES = {
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

const VALUE_SENTENCES = {
  'date-unreadable': (_p, cell) => [`${cell} is not a date that can be read.`, 'Write it like 12/05/2026 or 2026-05-12.'],
  'date-impossible': (p, cell) => [
    `${cell} does not exist: ${MONTHS[p.month - 1]} ${p.year} has ${p.lastDay} days.`,
    'Correct the date.',
  ],
  'date-month-first': (_p, cell) => [
    `${cell} has the month first; dates are read day first, so others in the file may be wrong as well.`,
    'Export the dates as day, month, year or as 2026-05-12.',
  ],
  'date-two-digit-year': (_p, cell) => [
    `The year of ${cell} has two digits and could be meant in two ways.`,
    'Write the year with four digits.',
  ],
  'date-serial': (_p, cell) => [
    `${cell} is a spreadsheet’s number for a date.`,
    'Format the column as a date and save the file again.',
  ],
  'date-too-early': (p, cell) => [
    `${cell} is before ${dateWords(p.earliest)}${p.isSpreadsheetZero ? '; an empty date in a spreadsheet often turns into this' : ''}.`,
    p.isSpreadsheetZero ? 'Leave the cell empty if there is no date.' : 'Correct the year.',
  ],
  'date-too-late': (p, cell) => [
    `${cell} is after ${dateWords(p.latest)}.`,
    'Correct the year, or leave the cell empty if there is no end.',
  ],
  'time-unreadable': (_p, cell) => [`The time of day in ${cell} cannot be read.`, 'Write it like 12/05/2026 14:30.'],
  'time-missing': (p) => [
    `${rowsWords(p.count)} with a date but no time of day: read as midnight at the start of that day.`,
    'Add the time where a limit in hours matters.',
  ],
  'time-skipped': (p, cell) => [
    `${cell} falls in the hour that the clocks skip in spring: read as ${p.taken}.`,
    'Correct the time if that is wrong.',
  ],
  'yes-no-unreadable': (_p, cell) => [`${cell} is neither yes nor no.`, 'Write yes or no.'],
  'number-unreadable': (_p, cell) => [`${cell} is not a number.`, 'Write digits only, with a full stop before any decimals.'],
  'number-not-whole': (_p, cell) => [`${cell} is not a whole number.`, 'Write it without decimals.'],
  'number-out-of-bounds': (p, cell) => [`${cell} is not between ${p.min} and ${p.max}.`, 'Correct the number.'],
  'number-shortened': (_p, cell) => [
    `A spreadsheet has rounded this number: ${cell}.`,
    'Format the column as text in the system it comes from, and export it again.',
  ],
  'turned-into-date': () => [
    'A spreadsheet has turned this reference into a date.',
    'Format the column as text in the system it comes from, and export it again.',
  ],
  'list-separator': (_p, cell) => [`${cell} is separated by commas.`, 'Separate the parts with semicolons.'],
  'name-not-number': (p) =>
    p.of === 'person'
      ? ['This reads like a name; a staff number belongs here.', 'Give the staff number.']
      : [
          `This reads like a name. For a ${p.of} give reference numbers only, never a name.`,
          'Replace it with the reference number and upload the file again; the name was not kept.',
        ],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };

const FACT_SENTENCES = {
  'end-before-start': (p) => [
    `The end, ${dateWords(p.to)}, is before the start, ${dateWords(p.from)}.`,
    'Correct one of the dates.',
  ],
  'needs-one-of': (p) => [`One of these is needed: ${p.columns}.`, 'Fill in one of them.'],
  'only-one-of': (p) => [`Only one of these may be given: ${p.columns}.`, 'Leave one of them empty.'],
  'same-key': (p) => [`It is the same entry as row ${p.otherRow}, but differs in ${p.columns}.`, 'Keep the row that is right.'],
  overlap: (p) => [
    `It holds on the same days as row ${p.otherRow} (from ${dateWords(p.from)}${p.to === null ? '' : ` to ${dateWords(p.to)}`}).`,
    p.isOneDay
      ? 'They share one day: if your end dates are the day on which the next row begins, say so for this file; otherwise end the earlier row the day before.'
      : 'End the earlier row before the later one begins, or take one out.',
  ],
  'same-post-twice': (p) => [
    `The same person holds post ${p.post} twice from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'Keep one of the rows, or end the earlier one.',
  ],
  'post-shared': (p) => [
    `Post ${p.post} is held by two people from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'Nothing to do if they share it; otherwise end one of the rows.',
  ],
  'two-line-managers': (p) => [
    `Post ${p.post} has two line managers from ${dateWords(p.from)} (${p.managers}); see row ${p.otherRow}.`,
    'Mark both rows as managed by a job share, or correct the line manager.',
  ],
  'own-line-manager': () => [
    'The line manager is the same person as the holder of the post.',
    'Give whoever manages this post, or leave it empty.',
  ],
  'line-cycle': (p) => [
    `The management line goes round in a circle on ${dateWords(p.on)}: ${p.people}.`,
    'Correct the line manager of one of them.',
  ],
  'own-supervisor': () => ['The supervisor and the supervisee are the same person.', 'Correct one of the staff numbers.'],
  'two-main-workers': (p) => [
    `The child has two main workers from ${dateWords(p.from)}; see row ${p.otherRow}.`,
    'End the earlier allocation, or mark one as the second worker.',
  ],
  'reference-unknown': (p, cell) => [
    `${cell} is not known under “${p.refersTo}”. It occurs ${times(p.count)}.`,
    `Import “${p.refersTo}” first, or correct the number.`,
  ],
  'in-the-future': (p, cell) => [
    `${cell} is after today, ${dateWords(p.today)}.`,
    'Correct the date, or leave it empty until it has happened.',
  ],
  'held-in-the-future': (p, cell) => [
    `A supervision that was held cannot lie after today, ${dateWords(p.today)}: ${cell}.`,
    'Correct the date, or log it as planned.',
  ],
  'block-too-long': (p, cell) => [
    `The longest stretch, ${cell} minutes, is longer than the whole supervision, ${p.minutes} minutes.`,
    'Correct one of them.',
  ],
  'before-event': (p, cell) => [`${cell} is before ${p.event}, ${dateWords(p.on)}.`, 'Check both dates.'],
  'before-case-opened': (p, cell) => [
    `${cell} is before the child’s case was opened, ${dateWords(p.openedOn)}.`,
    'Check the date and the case reference.',
  ],
} as const satisfies { [Kind in ImportProblemKind]?: Sentence<Kind> };

const SENTENCES: { readonly [Kind in ImportProblemKind]: Sentence<Kind> } = {
  ...FILE_SENTENCES,
  ...ROW_SENTENCES,
  ...VALUE_SENTENCES,
  ...FACT_SENTENCES,
};
