import { readFile } from 'node:fs/promises';
import type { FactKindName } from '@plumbline/domain/facts';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { knownFromSets, planImport, sourceOfBytes, type CodeMapping, type ImportOptions, type ImportPlan } from '../index.ts';
import { delimited } from './encode.ts';

type Cell = string | number | Date | { readonly formula: string; readonly result: string };

const RESULT_HEADINGS = [
  'Audit number',
  'Type of audit',
  'Staff ID',
  'Case ID',
  'Team',
  'Auditor',
  'Date of audit',
  'Selection',
  'Overall judgement',
  'Moderated grade',
  'Final grade',
  'Feedback given',
];
const RESULTS: readonly (readonly string[])[] = [
  ['AUD-1', 'Supervision file', 'S1', '', 'ONE', 'S9', '12/05/2026', 'random', 'RI', 'Good', 'Requires Improvement', 'yes'],
  ['AUD-2', 'case-supervision', '', 'C1', '', 'S9', '13/05/2026', 'targeted', '1', '', '', 'no'],
  ['AUD-3', 'Dip sample', 'S2', '', '', 'S9', '14/05/2026', 'Drawn at random', 'ri', 'OUTSTANDING', '', ''],
  ['AUD-4', 'Conversation with staff', 'S2', '', '', 'S9', '15/05/2026', 'own-line', '', '', '', ''],
];
const ANSWER_HEADINGS = ['Audit number', 'Rule', 'Section', 'Judgement', 'Date'];
const ANSWERS: readonly (readonly string[])[] = [
  ['AUD-1', 'WIR-3.3f', 'Agreement', 'RI', '12/05/2026'],
  ['AUD-1', 'WIR-4.1', 'Agreement', 'Yes', ''],
  ['AUD-2', '7', 'Reflection', 'not applicable', ''],
];

/** What the council has said once of its own grade words. */
const CODES: readonly CodeMapping[] = [
  { kind: 'audit-result', column: 'overall', theirs: 'RI', ours: 'requires-improvement' },
  { kind: 'audit-result', column: 'overall', theirs: '1', ours: 'inadequate' },
  { kind: 'audit-answer', column: 'answer', theirs: 'ri', ours: 'requires-improvement' },
];

const KNOWN = knownFromSets({
  person: new Set(['S1', 'S2', 'S9']),
  child: new Set(['C1']),
  team: new Set(['ONE']),
  'audit-result': new Set(['AUD-1', 'AUD-2', 'AUD-3', 'AUD-4']),
});

async function read(kind: FactKindName, bytes: Uint8Array, more: Partial<ImportOptions> = {}): Promise<ImportPlan> {
  return await planImport(sourceOfBytes(bytes), kind, { today: '2026-06-01', known: KNOWN, ...more });
}

const csv = (rows: readonly (readonly string[])[]): Uint8Array => Buffer.from(delimited(rows, ','));

async function workbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Audits');
  for (const row of rows) sheet.addRow(row.map((cell) => (cell === '' ? null : cell)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The results as a workbook holds them: days as dates, and a grade of one figure as a number. */
const asCells = (row: readonly string[]): Cell[] =>
  row.map((text) => {
    const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
    if (year !== undefined) return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return text === '1' ? 1 : text;
  });

const FILES = [
  { format: 'CSV', results: () => csv([RESULT_HEADINGS, ...RESULTS]) },
  { format: 'workbook', results: () => workbook([RESULT_HEADINGS, ...RESULTS.map(asCells)]) },
] as const;

describe.each(FILES)('audits completed elsewhere, in a $format', ({ results }) => {
  test('headings are understood, and grade words of the council are listed once each with a count', async () => {
    const plan = await read('audit-result', await results());
    expect(plan.unmappedColumns).toEqual([]);
    expect(plan.problems).toEqual([]);
    // “Requires Improvement”, “Good” and “OUTSTANDING” are our own words in another case.
    expect(plan.unmappedCodes).toEqual([
      { column: 'overall', theirs: 'RI', count: 2, row: 2 },
      { column: 'overall', theirs: '1', count: 1, row: 3 },
    ]);
    expect(plan.state).toBe('needs-codes');
  });

  test('once they are mapped the file is ready, and says what was drawn, picked and done in the own line', async () => {
    const plan = await read('audit-result', await results(), { codes: CODES });
    expect(plan.state).toBe('ready');
    const common = { child: null, team: null, auditor: 'S9', secondGrade: null, agreedGrade: null, isFedBack: null };
    expect(plan.facts.map((fact) => fact.values)).toEqual([
      {
        ...common,
        audit: 'AUD-1',
        kind: 'supervision-file',
        person: 'S1',
        team: 'ONE',
        on: '2026-05-12',
        basis: 'random',
        overall: 'requires-improvement',
        secondGrade: 'good',
        agreedGrade: 'requires-improvement',
        isFedBack: true,
      },
      {
        ...common,
        audit: 'AUD-2',
        kind: 'case-supervision',
        person: null,
        child: 'C1',
        on: '2026-05-13',
        basis: 'targeted',
        overall: 'inadequate',
        isFedBack: false,
      },
      {
        ...common,
        audit: 'AUD-3',
        kind: 'dip-sample',
        person: 'S2',
        on: '2026-05-14',
        basis: 'random',
        overall: 'requires-improvement',
        secondGrade: 'outstanding',
      },
      {
        ...common,
        audit: 'AUD-4',
        kind: 'staff-conversation',
        person: 'S2',
        on: '2026-05-15',
        basis: 'own-line',
        overall: null,
      },
    ]);
  });
});

describe('answers of audits completed elsewhere', () => {
  test('are read by the number of their question once the words of the council are mapped', async () => {
    const file = csv([ANSWER_HEADINGS, ...ANSWERS]);
    const unmapped = (await read('audit-answer', file)).unmappedCodes;
    expect(unmapped.map(({ column, theirs }) => [column, theirs])).toEqual([['answer', 'RI']]);
    const plan = await read('audit-answer', file, { codes: CODES });
    expect([plan.state, plan.unmappedColumns]).toEqual(['ready', []]);
    expect(plan.facts.map(({ values }) => Object.values(values))).toEqual([
      ['AUD-1', 'WIR-3.3f', 'Agreement', 'requires-improvement', '2026-05-12'],
      ['AUD-1', 'WIR-4.1', 'Agreement', 'yes', null],
      ['AUD-2', '7', 'Reflection', 'not-applicable', null],
    ]);
  });

  test('of one question of one audit are one entry: the same row twice is counted, another answer refused', async () => {
    const [first = []] = ANSWERS;
    const twice = await read('audit-answer', csv([ANSWER_HEADINGS, first, first]), { codes: CODES });
    expect(twice).toMatchObject({ state: 'ready', counts: { facts: 1, repeated: 1 } });
    const other = await read('audit-answer', csv([ANSWER_HEADINGS, first, first.with(3, 'good')]), { codes: CODES });
    expect(other.problems).toMatchObject([{ kind: 'same-key', row: 3, params: { otherRow: 2, columns: '“Answer”' } }]);
  });

  test('know a question by at most 80 characters: its number, not its wording', async () => {
    const asked = (question: string) => read('audit-answer', csv([ANSWER_HEADINGS, ['AUD-1', question, '', 'good', '']]));
    expect((await asked('Q'.repeat(80))).state).toBe('ready');
    expect((await asked('Q'.repeat(81))).problems).toMatchObject([
      { kind: 'too-long', row: 2, column: 'question', params: { length: 81, limit: 80 } },
    ]);
  });
});

test('the files that the guide shows are ready once RI is mapped', async () => {
  const guide = await readFile(new URL('../../../../../docs/import/audit-results.md', import.meta.url), 'utf8');
  const [results = '', answers = ''] = guide.matchAll(/```csv\n([^`]+)```/g).map(([, text = '']) => text);
  const known = knownFromSets({
    person: new Set(['S1042', 'S1043', 'S1007', 'S1011']),
    child: new Set(['C20417']),
    team: new Set(['ASMT-N']),
    'audit-result': new Set(['AUD-2026-014']),
  });
  const codes: CodeMapping[] = [
    ...CODES,
    { kind: 'audit-result', column: 'agreedGrade', theirs: 'RI', ours: 'requires-improvement' },
  ];
  const of = async (kind: FactKindName, text: string): Promise<ImportPlan> =>
    await read(kind, Buffer.from(text), { codes, known });
  expect(await of('audit-result', results)).toMatchObject({ state: 'ready', problems: [], counts: { facts: 3 } });
  expect(await of('audit-answer', answers)).toMatchObject({ state: 'ready', problems: [], counts: { facts: 3 } });
});

/** One thing wrong with the second row of a file, and what is said of it. */
interface Fault {
  readonly name: string;
  readonly kind: 'audit-result' | 'audit-answer';
  readonly cells: Readonly<Record<number, string>>;
  readonly says: { readonly kind: string; readonly column: string | null };
}

const FAULTS: readonly Fault[] = [
  { name: '31 February', kind: 'audit-result', cells: { 6: '31/02/2026' }, says: { kind: 'date-impossible', column: 'on' } },
  { name: 'tomorrow', kind: 'audit-result', cells: { 6: '02/06/2026' }, says: { kind: 'in-the-future', column: 'on' } },
  { name: 'a formula', kind: 'audit-result', cells: { 8: '=VLOOKUP(A2,B:C,2)' }, says: { kind: 'formula', column: 'overall' } },
  { name: 'neither person nor case', kind: 'audit-result', cells: { 2: '' }, says: { kind: 'needs-one-of', column: null } },
  { name: 'no grade', kind: 'audit-result', cells: { 8: '' }, says: { kind: 'value-missing', column: 'overall' } },
  { name: 'no basis', kind: 'audit-result', cells: { 7: '' }, says: { kind: 'value-missing', column: 'basis' } },
  {
    name: 'an unknown auditor',
    kind: 'audit-result',
    cells: { 5: 'S777' },
    says: { kind: 'reference-unknown', column: 'auditor' },
  },
  {
    name: 'a name for a case',
    kind: 'audit-result',
    cells: { 3: 'Rowan Ashdown' },
    says: { kind: 'name-not-number', column: 'child' },
  },
  { name: 'an unknown audit', kind: 'audit-answer', cells: { 0: 'AUD-9' }, says: { kind: 'reference-unknown', column: 'audit' } },
  {
    name: '31 February',
    kind: 'audit-answer',
    cells: { 4: '31/02/2026' },
    says: { kind: 'date-impossible', column: 'answeredOn' },
  },
  { name: 'a formula', kind: 'audit-answer', cells: { 1: '=A2' }, says: { kind: 'formula', column: 'question' } },
  { name: 'no answer', kind: 'audit-answer', cells: { 3: '' }, says: { kind: 'value-missing', column: 'answer' } },
];

const GOOD = {
  'audit-result': [RESULT_HEADINGS, RESULTS[0] ?? [], (RESULTS[0] ?? []).with(0, 'AUD-5'), (RESULTS[0] ?? []).with(0, 'AUD-6')],
  'audit-answer': [ANSWER_HEADINGS, ANSWERS[0] ?? [], (ANSWERS[0] ?? []).with(1, 'Q2'), (ANSWERS[0] ?? []).with(1, 'Q3')],
} as const;

describe('a bad row', () => {
  test.each(FAULTS)('$kind: $name', async ({ kind, cells, says }) => {
    const rows = GOOD[kind].map((row, index) => (index === 2 ? row.map((text, at) => cells[at] ?? text) : row));
    const plan = await read(kind, csv(rows), { codes: CODES });
    expect(plan.problems).toMatchObject([{ severity: 'error', row: 3, ...says }]);
    expect(plan.state).toBe('has-problems');
    expect((await read(kind, csv(GOOD[kind]), { codes: CODES })).state).toBe('ready');
  });

  test('of a workbook with a formula is refused whatever the formula came to', async () => {
    const rows: (readonly Cell[])[] = [RESULT_HEADINGS, ...RESULTS.map(asCells)];
    rows[1] = rows[1]?.with(8, { formula: 'IF(TRUE,"Good","RI")', result: 'Good' }) ?? [];
    const plan = await read('audit-result', await workbook(rows), { codes: CODES });
    expect(plan.problems).toMatchObject([{ kind: 'formula', row: 2, column: 'overall' }]);
    expect(plan.state).toBe('has-problems');
  });
});
