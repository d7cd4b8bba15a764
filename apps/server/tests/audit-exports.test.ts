import ExcelJS from 'exceljs';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

interface Twin {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly string[]; readonly note: string | null }[];
}

let server: TestServer;

beforeAll(async () => {
  server = await startForTests({ hasSurveys: true });
});
afterAll(async () => {
  await server.stop();
});

const address = (form: string, months = '12'): string => `/api/audits/board.${form}?months=${months}`;

async function boardOf(
  client: Client,
): Promise<Record<'grades' | 'themes' | 'actions' | 'coverage', { sentence: string; table: Twin }>> {
  return (await client.query('audits.board', { months: 12 })).data.board;
}

async function workbookOf(client: Client): Promise<ExcelJS.Workbook> {
  const answer = await client.fetch(address('xlsx'));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}

/** The rows of a sheet as words: a share as a percentage, as it stands on the page. */
function rowsOf(book: ExcelJS.Workbook, name: string): string[][] {
  const rows: string[][] = [];
  book.getWorksheet(name)?.eachRow((row) => {
    const words: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => {
      const isShare = typeof cell.value === 'number' && cell.numFmt === '0%';
      words.push(isShare ? `${Math.round(Number(cell.value) * 100)}%` : String(cell.value ?? ''));
    });
    rows.push(words);
  });
  return rows;
}

async function pdfOf(client: Client) {
  const answer = await client.fetch(address('pdf'));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(bytes);
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const items = (await Promise.all(pages.map((page) => page.getTextContent()))).flatMap((content) => content.items);
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join('');
  return { pdf, raw, text: text.replaceAll(/\s+/g, ' '), trees: await Promise.all(pages.map((page) => page.getStructTree())) };
}

describe('the workbook', () => {
  it('has the figures of the page, sheet by sheet', async () => {
    const planner = await as(server, 'principal-social-worker');
    const board = await boardOf(planner);
    const book = await workbookOf(planner);
    for (const [sheet, { table }] of [
      ['Grades by team', board.grades],
      ['Areas of practice', board.themes],
      ['Actions', board.actions],
      ['Teams looked at', board.coverage],
    ] as const) {
      const [head, ...rows] = rowsOf(book, sheet);
      // Which files wait for a second grade is chance: a team of which too few are left has a note in place of its figures.
      const notes = table.rows.flatMap(({ note }) => note ?? []);
      expect(head?.slice(1), sheet).toEqual([...table.columns.slice(1), ...(notes.length > 0 ? ['Note'] : [])]);
      expect(table.rows.length, sheet).toBeGreaterThan(0);
      const filled = (row: readonly string[]): string[] => row.filter((cell) => cell !== '');
      expect(rows.map(filled), sheet).toEqual(
        table.rows.map(({ header, cells, note }) => filled([header, ...(note === null ? cells : [note])])),
      );
    }
  });

  it('begins with what it is about and says every sentence of the page', async () => {
    const planner = await as(server, 'principal-social-worker');
    const book = await workbookOf(planner);
    const about = Object.fromEntries(rowsOf(book, 'About').map(([what = '', value = '']) => [what, value]));
    expect(about).toMatchObject({ Council: 'Marlhaven' });
    expect(about['Period']).toMatch(/^1 \w+ \d{4} to \d+ \w+ \d{4}: 12 whole months/);
    expect(about['Teams']).toContain('Safeguarding North');
    expect(about['Where figures are hidden']).toContain('never a nought');
    const board = await boardOf(planner);
    expect(rowsOf(book, 'In short').map(([, words]) => words)).toEqual(
      expect.arrayContaining([board.grades.sentence, board.themes.sentence, board.actions.sentence]),
    );
  });
});

describe('the document', () => {
  it('can be read by ear: tagged, in British English, titled, its tables with header cells', async () => {
    const { pdf, raw, trees } = await pdfOf(await as(server, 'principal-social-worker'));
    const { info } = await pdf.getMetadata();
    expect(info).toMatchObject({ Language: 'en-GB', Author: 'Marlhaven' });
    expect(info).toHaveProperty('Title', expect.stringMatching(/^What audits found, 1 /));
    expect((await pdf.getMarkInfo())?.Marked).toBe(true);
    const roles = JSON.stringify(trees);
    for (const role of ['H1', 'H2', 'Caption', 'THead', 'TH', 'TD']) expect(roles).toContain(`"role":"${role}"`);
    expect(raw).toMatch(/\/Scope \/Column/);
    expect(raw).toMatch(/\/Scope \/Row/);
  });

  it('has the sentences and tables of the page as text', async () => {
    const planner = await as(server, 'principal-social-worker');
    const { grades, coverage } = await boardOf(planner);
    const { text } = await pdfOf(planner);
    expect(text).toContain(grades.sentence);
    for (const { caption, rows } of [grades.table, coverage.table]) {
      expect(text).toContain(caption);
      for (const { header, cells } of rows) expect(text).toContain([header, ...cells].join(' '));
    }
  });
});

describe('who may have it', () => {
  it('is whoever may see the page', async () => {
    for (const form of ['xlsx', 'pdf']) {
      expect((await new Client(server).fetch(address(form))).status).toBe(401);
      for (const role of ['social-worker', 'newly-qualified-social-worker', 'residential-carer', 'administrator'] as const)
        expect([role, (await (await as(server, role)).fetch(address(form))).status]).toEqual([role, 403]);
    }
  });

  it('holds for a manager what their own page shows: their team, and nothing of others', async () => {
    const manager = await as(server, 'registered-manager');
    const { grades, coverage } = await boardOf(manager);
    const book = await workbookOf(manager);
    expect(coverage.table.rows.map(({ header }) => header)).toEqual(['Larkrise home']);
    expect(rowsOf(book, 'Teams looked at').slice(1)).toEqual(coverage.table.rows.map(({ header, cells }) => [header, ...cells]));
    const { text } = await pdfOf(manager);
    expect(text).toContain(grades.sentence);
    const everything = JSON.stringify(book.worksheets.map(({ name }) => rowsOf(book, name))) + text;
    expect(everything).toContain('Larkrise home');
    for (const other of ['Safeguarding North', 'Front door', 'Each auditor beside']) expect(everything).not.toContain(other);
  });

  it('is only for periods that the board has', async () => {
    const planner = await as(server, 'principal-social-worker');
    for (const months of ['0', '7', 'all', '12.5'])
      expect([months, (await planner.fetch(address('xlsx', months))).status]).toEqual([months, 400]);
    expect((await planner.fetch('/api/audits/board.pdf')).headers.get('content-disposition')).toMatch(
      /^attachment; filename="audits-\d{4}-\d\d-01-to-\d{4}-\d\d-\d\d\.pdf"$/,
    );
  });
});
