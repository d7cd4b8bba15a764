import type { FactKindName } from '@plumbline/domain/facts';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { knownFromSets, planImport, sourceOfBytes, type CodeMapping, type ImportPlan } from '../index.ts';
import { delimited } from './encode.ts';

type Kind = Extract<FactKindName, 'rival-event' | 'context-figure'>;

const EVENT_HEADINGS = ['Event number', 'Description', 'Type', 'Start date', 'End date', 'Team', 'New limits'];
const EVENTS: readonly (readonly string[])[] = [
  ['E1', 'Teams merged, two areas', 'Re-organisation', '02/03/2026', '', '', 'yes'],
  ['E2', 'Reflective supervision course', 'training', '13/05/2026', '14 May 2026', 'ONE', 'no'],
  ['E3', 'Focused visit', 'OFSTED', '01/06/2026', '', '', ''],
];
const FIGURE_HEADINGS = ['Indicator', 'Team', 'Period', 'Value'];
const FIGURES: readonly (readonly string[])[] = [
  ['caseload', '', 'May 2026', '17.4'],
  ['Average caseload', 'ONE', '31/05/2026', '18'],
  ['Vacant posts (%)', 'ONE', 'May-26', '100'],
  ['leavers', '', '04/2026', '0'],
];

/** What the council has said once of its own words. */
const CODES: readonly CodeMapping[] = [{ kind: 'rival-event', column: 'kind', theirs: 'OFSTED', ours: 'inspection' }];
const KNOWN = knownFromSets({ team: new Set(['ONE']) });

const csv = (rows: readonly (readonly string[])[]): Uint8Array => Buffer.from(delimited(rows, ','));
const read = async (kind: Kind, bytes: Uint8Array, codes = CODES): Promise<ImportPlan> =>
  await planImport(sourceOfBytes(bytes), kind, { today: '2026-06-01', known: KNOWN, codes });

test('events are read by the headings that councils use, the words for their kind once they are mapped', async () => {
  const file = csv([EVENT_HEADINGS, ...EVENTS]);
  const before = await read('rival-event', file, []);
  expect([before.state, before.unmappedColumns]).toEqual(['needs-codes', []]);
  expect(before.unmappedCodes).toEqual([{ column: 'kind', theirs: 'OFSTED', count: 1, row: 4 }]);
  const plan = await read('rival-event', file);
  expect([plan.state, plan.problems]).toEqual(['ready', []]);
  expect(plan.facts.map(({ values }) => Object.values(values))).toEqual([
    ['E1', 'Teams merged, two areas', 'reorganisation', '2026-03-02', null, null, true],
    ['E2', 'Reflective supervision course', 'training', '2026-05-13', '2026-05-14', 'ONE', false],
    ['E3', 'Focused visit', 'inspection', '2026-06-01', null, null, null],
  ]);
});

describe('monthly figures', () => {
  test('are kept by the first day of their month, however the month is written', async () => {
    const plan = await read('context-figure', csv([FIGURE_HEADINGS, ...FIGURES]));
    expect([plan.state, plan.problems, plan.unmappedColumns]).toEqual(['ready', [], []]);
    expect(plan.facts.map(({ values }) => Object.values(values))).toEqual([
      ['caseload', null, '2026-05-01', 17.4],
      ['caseload', 'ONE', '2026-05-01', 18],
      ['vacancies', 'ONE', '2026-05-01', 100],
      ['leavers', null, '2026-04-01', 0],
    ]);
  });

  test('of a workbook are read from the days that spreadsheets make of months', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Context');
    sheet.addRow(FIGURE_HEADINGS);
    sheet.addRow(['caseload', null, new Date(Date.UTC(2026, 4, 17)), 17.25]);
    sheet.addRow(['caseload', null, '2026-04', 16]);
    const plan = await read('context-figure', new Uint8Array(await book.xlsx.writeBuffer()));
    expect([plan.state, plan.problems]).toEqual(['ready', []]);
    expect(plan.facts.map(({ values }) => [values['month'], values['value']])).toEqual([
      ['2026-05-01', 17.25],
      ['2026-04-01', 16],
    ]);
  });

  test('of one measure, team and month are one entry on whatever day; the whole council is none of its teams', async () => {
    const rows = [
      ['caseload', '', '01/05/2026', '17.4'],
      ['caseload', '', '31/05/2026', '17.4'],
      ['caseload', 'ONE', '31/05/2026', '12'],
    ];
    expect(await read('context-figure', csv([FIGURE_HEADINGS, ...rows]))).toMatchObject({
      state: 'ready',
      counts: { facts: 2, repeated: 1 },
    });
    const other = await read('context-figure', csv([FIGURE_HEADINGS, rows[0] ?? [], ['caseload', '', 'May 2026', '18']]));
    expect(other.problems).toMatchObject([{ kind: 'same-key', row: 3, params: { otherRow: 2, columns: '“Figure”' } }]);
  });
});

/** One thing wrong with the second row of a file, and what is said of it. */
interface Fault {
  readonly name: string;
  readonly kind: Kind;
  readonly cells: Readonly<Record<number, string>>;
  readonly says: { readonly kind: string; readonly column: string };
}

const FAULTS: readonly Fault[] = [
  { name: '31 February', kind: 'rival-event', cells: { 3: '31/02/2026' }, says: { kind: 'date-impossible', column: 'on' } },
  { name: 'tomorrow', kind: 'rival-event', cells: { 3: '02/06/2026' }, says: { kind: 'in-the-future', column: 'on' } },
  {
    name: 'an end before the start',
    kind: 'rival-event',
    cells: { 4: '01/03/2026' },
    says: { kind: 'end-before-start', column: 'to' },
  },
  { name: 'nothing said', kind: 'rival-event', cells: { 1: '' }, says: { kind: 'value-missing', column: 'title' } },
  { name: 'a long story', kind: 'rival-event', cells: { 1: 'x'.repeat(201) }, says: { kind: 'too-long', column: 'title' } },
  { name: 'no kind', kind: 'rival-event', cells: { 2: '' }, says: { kind: 'value-missing', column: 'kind' } },
  { name: 'an unknown team', kind: 'rival-event', cells: { 5: 'TWO' }, says: { kind: 'reference-unknown', column: 'team' } },
  { name: 'perhaps', kind: 'rival-event', cells: { 6: 'perhaps' }, says: { kind: 'yes-no-unreadable', column: 'isNewStart' } },
  { name: 'a formula', kind: 'rival-event', cells: { 0: '=A1' }, says: { kind: 'formula', column: 'event' } },
  { name: 'a month ahead', kind: 'context-figure', cells: { 2: 'July 2026' }, says: { kind: 'in-the-future', column: 'month' } },
  { name: 'no month', kind: 'context-figure', cells: { 2: '' }, says: { kind: 'value-missing', column: 'month' } },
  { name: 'a quarter', kind: 'context-figure', cells: { 2: 'Q1 2026' }, says: { kind: 'date-unreadable', column: 'month' } },
  {
    name: 'the thirteenth month',
    kind: 'context-figure',
    cells: { 2: '2026-13' },
    says: { kind: 'date-unreadable', column: 'month' },
  },
  { name: 'a sign', kind: 'context-figure', cells: { 3: '17%' }, says: { kind: 'number-unreadable', column: 'value' } },
  {
    name: 'less than nothing',
    kind: 'context-figure',
    cells: { 3: '-1' },
    says: { kind: 'number-out-of-bounds', column: 'value' },
  },
  { name: 'too much', kind: 'context-figure', cells: { 3: '100001' }, says: { kind: 'number-out-of-bounds', column: 'value' } },
  {
    name: 'more than the whole',
    kind: 'context-figure',
    cells: { 0: 'agency', 3: '100.1' },
    says: { kind: 'number-out-of-bounds', column: 'value' },
  },
  { name: 'an unknown team', kind: 'context-figure', cells: { 1: 'TWO' }, says: { kind: 'reference-unknown', column: 'team' } },
];

const GOOD: Readonly<Record<Kind, readonly (readonly string[])[]>> = {
  'rival-event': [EVENT_HEADINGS, EVENTS[0] ?? [], (EVENTS[0] ?? []).with(0, 'E8'), (EVENTS[0] ?? []).with(0, 'E9')],
  'context-figure': [FIGURE_HEADINGS, ...FIGURES.slice(0, 3)],
};

describe('a bad row', () => {
  test.each(FAULTS)('$kind: $name', async ({ kind, cells, says }) => {
    const rows = GOOD[kind].map((row, index) => (index === 2 ? row.map((text, at) => cells[at] ?? text) : row));
    const plan = await read(kind, csv(rows));
    expect(plan.problems).toMatchObject([{ severity: 'error', row: 3, ...says }]);
    expect(plan.state).toBe('has-problems');
    expect((await read(kind, csv(GOOD[kind]))).state).toBe('ready');
  });
});
