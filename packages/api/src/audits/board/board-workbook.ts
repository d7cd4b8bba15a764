import { harmless } from '@plumbline/analytics/prepare';
import ExcelJS from 'exceljs';
import { aboutBoard, boardSections, type BoardSection } from './board-sections.ts';
import type { BoardView } from './view-board.ts';

/** The board as a workbook: what it is about, its sentences, and a sheet for each table. */
export async function boardWorkbook(view: BoardView, council: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sections = boardSections(view);
  addSheet(book, 'About', ['What', 'Value'], aboutBoard(view, council));
  addSheet(
    book,
    'In short',
    ['Part', 'In words', 'Sheet', 'What the sheet shows'],
    sections.map(({ title, sentence, sheet, table }) => [title, sentence, table === null ? '' : sheet, table?.caption ?? '']),
  );
  for (const { sheet, table } of sections) if (table !== null) addSheet(book, sheet, columnsOf(table), rowsOf(table));
  return Buffer.from(await book.xlsx.writeBuffer());
}

type Table = NonNullable<BoardSection['table']>;

const hasNotes = (table: Table): boolean => table.rows.some(({ note }) => note !== null);

function columnsOf(table: Table): string[] {
  return [...table.columns, ...(hasNotes(table) ? ['Note'] : [])];
}

/** A row that may not be shown has empty cells, and says so at its end. */
function rowsOf(table: Table): string[][] {
  const width = table.columns.length - 1;
  return table.rows.map(({ header, cells, note }) => {
    const shown = note === null ? cells : Array.from({ length: width }, () => '');
    return [header, ...shown, ...(note === null ? [] : [note])];
  });
}

function addSheet(book: ExcelJS.Workbook, name: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const [header = '', ...rest] of rows) {
    const cells = rest.map(figureOf);
    const row = sheet.addRow([harmless(header), ...cells.map(({ value }) => value)]);
    for (const [i, { format }] of cells.entries()) if (format !== null) row.getCell(i + 2).numFmt = format;
    row.alignment = { vertical: 'top', wrapText: true };
  }
  sheet.columns.forEach((column, i) => (column.width = widthOf([columns, ...rows].map((row) => row[i] ?? ''))));
}

/** As wide as what stands in it, within bounds; longer texts wrap. */
function widthOf(texts: readonly string[]): number {
  return Math.min(70, Math.max(12, ...texts.map((text) => text.length + 2)));
}

interface Figure {
  readonly value: string | number | null;
  readonly format: string | null;
}

/** "26", "73%", "+9" and "−3" as the numbers they are, so that they can be reckoned with; anything else stays a text, made harmless. */
export function figureOf(text: string): Figure {
  if (text === '') return { value: null, format: null };
  const [, sign = '', digits = '', percent = ''] = /^([+−]?)(\d+(?:\.\d+)?)(%?)$/u.exec(text) ?? [];
  if (digits === '') return { value: harmless(text), format: null };
  const size = Number(digits) * (sign === '−' ? -1 : 1);
  if (percent !== '') return { value: size / 100, format: '0%' };
  return { value: size, format: sign === '' ? null : '+0;−0;0' };
}
