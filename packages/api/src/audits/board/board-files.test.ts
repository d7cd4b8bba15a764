import { auditBoard, type AuditedRow } from '@plumbline/analytics/audits';
import type { Grade } from '@plumbline/domain/audits';
import ExcelJS from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { beforeAll, expect, it } from 'vitest';
import { boardPdf } from './board-pdf.ts';
import { boardWorkbook } from './board-workbook.ts';
import type { BoardView } from './view-board.ts';

function audited(at: number, team: string, overall: Grade): AuditedRow {
  return {
    auditId: 'audit',
    itemId: `item ${at}`,
    kind: 'supervision-file',
    basis: 'random',
    isImported: false,
    person: `P${at}`,
    team,
    service: 'S',
    auditor: 'A1',
    completedOn: '2026-03-10',
    overall,
    second: null,
    agreed: null,
    toolId: 'tool',
    toolNumber: 1,
    answers: {},
  };
}

/** Six of one team, mixed; two of another, both inadequate; six of a third: for somebody who may open none of them. */
const ROWS = [
  ...[3, 3, 2, 4, 3, 2].map((grade, i) => audited(i, 'N', grade as Grade)),
  ...[1, 1].map((grade, i) => audited(10 + i, 'S', grade as Grade)),
  ...[4, 3, 4, 3, 3, 2].map((grade, i) => audited(20 + i, 'W', grade as Grade)),
];

const headcounts = [
  { team: 'N', name: '=North()', headCount: 9 },
  { team: 'S', name: 'South', headCount: 3 },
  { team: 'W', name: 'West', headCount: 8 },
];

const view = (drift: BoardView['drift'], keptBack = 0): BoardView => ({
  months: 3,
  isFixed: false,
  mayPlan: true,
  keptBack,
  board: auditBoard(ROWS, {
    today: '2026-04-15',
    from: '2026-01-01',
    to: '2026-03-31',
    actions: [],
    programme: [],
    questions: new Map(),
    headcounts,
    mayOpen: false,
  }),
  drift,
  teams: headcounts.map(({ team, name }) => ({ code: team, name })),
});

let book: ExcelJS.Workbook;
let text: string;

beforeAll(async () => {
  book = new ExcelJS.Workbook();
  const bytes = await boardWorkbook(view(null), 'An invented council');
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  text = await textOf(await boardPdf(view(null), 'An invented council', 0));
});

async function textOf(bytes: Buffer): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, i) => await (await pdf.getPage(i + 1)).getTextContent()),
  );
  const words = pages.flatMap(({ items }) => items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')));
  return words.join('').replaceAll(/\s+/g, ' ');
}

const row = (sheet: string, header: string): unknown[] => {
  const found: unknown[] = [];
  book.getWorksheet(sheet)?.eachRow((one) => {
    if (one.getCell(1).value !== header) return;
    for (let at = 2; at <= (book.getWorksheet(sheet)?.columnCount ?? 0); at += 1) found.push(one.getCell(at).value);
  });
  return found;
};

it('leaves the cells of a hidden row empty and says why, in both files', () => {
  const note = '2 audits completed, too few to show grades.';
  expect(row('Grades by team', 'South')).toEqual([null, null, null, null, null, null, null, note]);
  expect(text).toContain(`South ${note}`);
});

it('hides another team with it, so that it cannot be worked out from the total', () => {
  const shown = ["'=North()", 'West'].filter((team) => row('Grades by team', team)[0] === 6);
  expect(shown).toHaveLength(1);
  expect(row('Grades by team', 'All').slice(0, 2)).toEqual([14, 0.14]);
});

it('writes numbers as numbers and no name as a formula', () => {
  expect(row('Teams looked at', 'West').slice(0, 3)).toEqual([8, 6, 0.75]);
  expect(row('Teams looked at', "'=North()")[0]).toBe(9);
  expect(book.worksheets.map(({ name }) => name)).not.toContain('Auditors');
});

it('says what waits for a second grade and is in no figure yet, and nothing of it where nothing waits', async () => {
  const about = async (keptBack: number): Promise<string> =>
    await textOf(await boardPdf(view(null, keptBack), 'An invented council', 0));
  expect(await about(2)).toContain('2 completed files wait for their blind second grades');
  expect(text).not.toContain('second grades: ');
  expect(text).not.toContain('wait for their blind');
});

it('names auditors by their names only, and only for whom the board has them', async () => {
  const drift = ['Zoe Hale', 'Amir Lane'].map((name, i) => ({
    auditor: `A${i}`,
    pairs: 14 - i * 10,
    drift: i === 0 ? { estimate: -0.25, interval: { low: -0.5, high: 0 }, without: null } : null,
    who: { id: name, name },
  }));
  const planners = await textOf(await boardPdf(view(drift as unknown as BoardView['drift']), 'An invented council', 0));
  expect(planners).toContain('Amir Lane 4 graded twice, too few to say. Zoe Hale 14 −0.3 −0.5 to 0.0');
  expect(text).not.toContain('Each auditor beside');
});
