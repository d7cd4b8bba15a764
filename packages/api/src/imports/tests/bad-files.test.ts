import { importProblemSentence, type ImportProblemKind } from '@plumbline/analytics/wording';
import { expect, test } from 'vitest';
import { planImport, sourceOfBytes, type ImportPlan } from '../index.ts';
import { delimited, encode, TEST_ENCODINGS, type TestEncoding } from './encode.ts';

const TODAY = '2026-11-21';
const HEADINGS = [
  'Supervision reference',
  "Supervisee's staff number",
  "Supervisor's staff number",
  'Kind',
  'Status',
  'Planned start',
  'Started at',
  'Minutes',
  'Longest stretch in minutes',
  'Reason',
];
const GOOD = (n: number): string[] => [
  `SUP-${n}`,
  'S1',
  'S2',
  'One-to-one supervision',
  'held',
  '12/05/2026 10:00',
  '12/05/2026 10:05',
  '60',
  '60',
  'Zoë’s café',
];

/** A good file of three rows with one thing wrong in the second: what is changed, and what must be said of it. */
interface Fault {
  readonly name: string;
  readonly kind: ImportProblemKind;
  readonly change: (row: string[]) => string[];
  /** The column that must be named, or null for the row. */
  readonly column: string | null;
}

const cell =
  (index: number, value: string) =>
  (row: string[]): string[] =>
    row.with(index, value);

const CELL_FAULTS: readonly Fault[] = [
  { name: '31 February', kind: 'date-impossible', change: cell(6, '31/02/2026 10:00'), column: 'startedAt' },
  { name: 'the year 1899', kind: 'date-too-early', change: cell(5, '30/12/1899'), column: 'plannedStartAt' },
  { name: 'the year 2099', kind: 'date-too-late', change: cell(5, '01/01/2099 09:00'), column: 'plannedStartAt' },
  { name: 'month first', kind: 'date-month-first', change: cell(5, '05/13/2026 09:00'), column: 'plannedStartAt' },
  { name: 'a serial number', kind: 'date-serial', change: cell(5, '46154'), column: 'plannedStartAt' },
  { name: 'no date', kind: 'date-unreadable', change: cell(5, 'next week'), column: 'plannedStartAt' },
  { name: 'no time of day', kind: 'time-unreadable', change: cell(6, '12/05/2026 25:00'), column: 'startedAt' },
  { name: 'an empty cell', kind: 'value-missing', change: cell(1, '  '), column: 'supervisee' },
  { name: 'a word for a number', kind: 'number-unreadable', change: cell(7, 'an hour'), column: 'minutes' },
  { name: 'half a minute', kind: 'number-not-whole', change: cell(7, '60.5'), column: 'minutes' },
  { name: 'too many minutes', kind: 'number-out-of-bounds', change: cell(7, '6000'), column: 'minutes' },
  { name: 'a block longer than the whole', kind: 'block-too-long', change: cell(8, '90'), column: 'longestBlockMinutes' },
  { name: 'a formula', kind: 'formula', change: cell(1, '=VLOOKUP(A2,B:C,2)'), column: 'supervisee' },
  { name: 'a spreadsheet error', kind: 'error-cell', change: cell(1, '#N/A'), column: 'supervisee' },
  { name: 'a column too narrow', kind: 'hash-marks', change: cell(5, '##########'), column: 'plannedStartAt' },
  { name: 'a null', kind: 'control-character', change: cell(1, 'S\u00001'), column: 'supervisee' },
  { name: 'a bell', kind: 'control-character', change: cell(9, 'ring\u0007'), column: 'reason' },
  { name: 'a rounded number', kind: 'number-shortened', change: cell(0, '1.23457E+15'), column: 'session' },
  { name: 'a name for a number', kind: 'name-not-number', change: cell(1, 'Rowan Ashdown'), column: 'supervisee' },
  { name: 'too long a text', kind: 'too-long', change: cell(9, 'word '.repeat(120)), column: 'reason' },
  { name: 'too long a reference', kind: 'too-long', change: cell(0, 'S1'.repeat(40)), column: 'session' },
  { name: 'themselves', kind: 'own-supervisor', change: cell(2, 'S1'), column: 'supervisor' },
  { name: 'a start in the future', kind: 'in-the-future', change: cell(6, '12/05/2027 10:00'), column: 'startedAt' },
  {
    name: 'held in the future',
    kind: 'held-in-the-future',
    change: (row) => row.with(5, '12/05/2027 10:00').with(6, ''),
    column: 'plannedStartAt',
  },
  {
    name: 'the same reference, other values',
    kind: 'same-key',
    change: (row) => row.with(0, 'SUP-1').with(7, '61'),
    column: null,
  },
  { name: 'a cell too few', kind: 'row-too-short', change: (row) => row.slice(0, 9), column: null },
  { name: 'a cell too many', kind: 'row-too-long', change: (row) => [...row, 'stray'], column: null },
];

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const;

/** Every fault with every separator in every encoding. */
const CASES = CELL_FAULTS.flatMap((fault) =>
  (Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[]).flatMap((delimiter) =>
    TEST_ENCODINGS.map((encoding) => ({ ...fault, delimiter, encoding, label: `${fault.name}, ${delimiter}, ${encoding}` })),
  ),
);

async function plan(rows: readonly (readonly string[])[], delimiter: string, encoding: TestEncoding): Promise<ImportPlan> {
  return planImport(sourceOfBytes(encode(delimited(rows, delimiter), encoding)), 'session', { today: TODAY });
}

test('there are more than 200 bad files', () => {
  expect(CASES.length).toBeGreaterThanOrEqual(200);
});

test.each(
  TEST_ENCODINGS.flatMap((encoding) => Object.entries(DELIMITERS).map(([name, delimiter]) => ({ encoding, name, delimiter }))),
)('a good file is ready: $name, $encoding', async ({ encoding, delimiter }) => {
  const result = await plan([HEADINGS, GOOD(1), GOOD(2), GOOD(3)], delimiter, encoding);
  expect(result.problems.map((p) => p.kind)).toEqual(encoding === 'windows-1252' ? ['encoding-guessed'] : []);
  expect(result.state).toBe('ready');
  expect(result.facts.map((fact) => fact.values['reason'])).toEqual(['Zoë’s café', 'Zoë’s café', 'Zoë’s café']);
});

test.each(CASES)('$label', async ({ kind, change, column, delimiter, encoding }) => {
  const result = await plan([HEADINGS, GOOD(1), change(GOOD(2)), GOOD(3)], DELIMITERS[delimiter], encoding);
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  expect(errors).toHaveLength(1);
  expect(errors[0]).toMatchObject({ kind, row: 3, column });
  expect(result.state).toBe('has-problems');
  // The rows around it are read whole.
  expect(result.facts.map((fact) => fact.values['session'])).toEqual(['SUP-1', 'SUP-3']);
  const sentence = importProblemSentence(errors[0]!, 'session');
  expect(sentence).toMatch(column === null ? /^Row 3: / : /^Row 3, column “.+”: /);
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
});

test.each(Object.entries(DELIMITERS))('half a file, cut in the middle of a row: %s', async (_name, delimiter) => {
  const text = delimited([HEADINGS, GOOD(1), GOOD(2), GOOD(3)], delimiter);
  const cut = text.slice(0, text.lastIndexOf('12/05/2026 10:05'));
  const result = await planImport(sourceOfBytes(Buffer.from(cut)), 'session', { today: TODAY });
  expect(result.problems).toMatchObject([{ kind: 'file-cut-short', row: 4, params: { cells: 7, expected: 10 } }]);
  expect(result.facts).toHaveLength(2);
});

test.each(Object.entries(DELIMITERS))('a quotation mark that is never closed: %s', async (_name, delimiter) => {
  const rows = [HEADINGS, GOOD(1), GOOD(2), GOOD(3)].map((row) => row.join(delimiter));
  rows[2] = rows[2]!.replace('S1', '"S1');
  const result = await planImport(sourceOfBytes(Buffer.from(rows.join('\n'))), 'session', { today: TODAY });
  expect(result.problems).toMatchObject([{ kind: 'quote-not-closed', row: 3 }]);
  expect(result.state).toBe('has-problems');
});

test('a name in place of a number is not kept, not even in the list of problems', async () => {
  const result = await plan([HEADINGS, GOOD(1).with(1, 'Rowan Ashdown')], ',', 'utf-8');
  expect(JSON.stringify(result)).not.toContain('Ashdown');
});

test('every problem of a row is told, not the first alone', async () => {
  const result = await plan([HEADINGS, GOOD(1).with(5, '31/02/2026').with(7, 'x').with(1, '')], ',', 'utf-8');
  expect(result.problems.map((p) => p.kind)).toEqual(['value-missing', 'date-impossible', 'number-unreadable']);
});

test('codes that are not known are listed once with a count, and the rest of the file is read', async () => {
  const rows = [HEADINGS, GOOD(1), GOOD(2).with(4, 'DONE'), GOOD(3).with(4, 'Done')];
  const result = await plan(rows, ',', 'utf-8');
  expect(result).toMatchObject({ state: 'needs-codes', unmappedCodes: [{ column: 'status', theirs: 'DONE', count: 2, row: 3 }] });
  expect(result.facts).toHaveLength(1);
  const codes = [{ kind: 'session', column: 'status', theirs: 'done', ours: 'held' } as const];
  const mapped = await planImport(sourceOfBytes(encode(delimited(rows, ','), 'utf-8')), 'session', { today: TODAY, codes });
  expect(mapped).toMatchObject({ state: 'ready', counts: { facts: 3 } });
});

test('the same row twice is one fact, and counted', async () => {
  const result = await plan([HEADINGS, GOOD(1), GOOD(2), GOOD(1)], ',', 'utf-8');
  expect(result).toMatchObject({ state: 'ready', counts: { rows: 3, facts: 2, repeated: 1 } });
});

test('lines above the headings, empty lines and a stray separator at line ends do no harm', async () => {
  const text = `Supervision log\r\nPrinted 20/11/2026\r\n\r\n${delimited([HEADINGS, [...GOOD(1), ''], GOOD(2)], ',')}\r\n,,,,,,,,,\r\n`;
  const result = await planImport(sourceOfBytes(Buffer.from(text)), 'session', { today: TODAY });
  expect(result).toMatchObject({ state: 'ready', counts: { facts: 2 } });
  expect(result.facts[0]?.row).toBe(5);
});
