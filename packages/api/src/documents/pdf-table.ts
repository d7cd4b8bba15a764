import { drawRule, heightOf, linesOf, writeLines, type Pen, type Words } from './pdf-pen.ts';
import { addElement, type StructureElement } from './pdf-structure.ts';

/** A table in words. A row with a note has no cells; the note stands across them. */
export interface PdfTable {
  readonly caption: string;
  /** The first is that of the row headers. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly header: string; readonly cells: readonly string[]; readonly note: string | null }[];
}

const HEAD: Words = { weight: 'bold', size: 9 };
const BODY: Words = { weight: 'regular', size: 9 };
const CAPTION: Words = { weight: 'bold', size: 10 };
const GAP = 10;
const PADDING = 4;

/** The first column has at least this share of the page. */
const LEAST_FIRST = 0.2;

/** Type and extra options of one cell. */
interface Cell {
  readonly text: string;
  readonly words: Words;
  readonly x: number;
  readonly width: number;
  readonly type: 'TH' | 'TD';
  readonly scope: 'Column' | 'Row' | null;
  readonly columns: number;
}

/** Writes a table with its caption. Its head is repeated on every page that it runs over; only the first counts when it is read out. */
export function writeTable(pen: Pen, { caption, columns, rows }: PdfTable, parent: StructureElement): void {
  const { doc } = pen;
  const table = addElement(doc, 'Table', parent);
  const widths = columnWidths(pen, columns, rows);
  const head = columns.map((text, i) => cellAt(widths, i, { text, words: HEAD, type: 'TH', scope: 'Column' }));
  pen.ensure(80);
  writeCaption(pen, caption, table);
  const thead = addElement(doc, 'THead', table);
  writeRow(pen, head, thead);
  drawRule(pen, pen.y, 1);
  const tbody = addElement(doc, 'TBody', table);
  for (const row of rows) {
    const cells = cellsOf(row, widths);
    if (pen.ensure(rowHeight(pen, cells))) {
      writeRow(pen, head, null);
      drawRule(pen, pen.y, 1);
    }
    writeRow(pen, cells, tbody);
    drawRule(pen, pen.y, 0.5);
  }
  table.end();
  pen.y += 14;
}

function cellsOf({ header, cells, note }: PdfTable['rows'][number], widths: readonly number[]): Cell[] {
  const first = cellAt(widths, 0, { text: header, words: BODY, type: 'TH', scope: 'Row' });
  if (note === null)
    return [first, ...cells.map((text, i) => cellAt(widths, i + 1, { text, words: BODY, type: 'TD', scope: null }))];
  return [first, cellAt(widths, 1, { text: note, words: BODY, type: 'TD', scope: null }, widths.length - 1)];
}

function cellAt(
  widths: readonly number[],
  place: number,
  cell: Pick<Cell, 'text' | 'words' | 'type' | 'scope'>,
  columns = 1,
): Cell {
  const sum = (parts: readonly number[]): number => parts.reduce((so, width) => so + width, 0);
  return { ...cell, x: sum(widths.slice(0, place)), width: sum(widths.slice(place, place + columns)) - GAP, columns };
}

function writeCaption(pen: Pen, caption: string, table: StructureElement): void {
  const element = addElement(pen.doc, 'Caption', table);
  const lines = linesOf(pen, caption, pen.width, CAPTION);
  writeLines(pen, lines, { x: pen.left, y: pen.y, ...CAPTION }, element);
  pen.y += heightOf(lines, CAPTION) + 4;
}

function rowHeight(pen: Pen, cells: readonly Cell[]): number {
  const heights = cells.map(({ text, width, words }) => heightOf(linesOf(pen, text, width, words), words));
  return Math.max(...heights) + 2 * PADDING;
}

function writeRow(pen: Pen, cells: readonly Cell[], parent: StructureElement | null): void {
  const row = parent === null ? null : addElement(pen.doc, 'TR', parent);
  for (const cell of cells) {
    const element = row === null ? null : elementOf(pen, cell, row);
    const lines = linesOf(pen, cell.text, cell.width, cell.words);
    writeLines(pen, lines, { x: pen.left + cell.x, y: pen.y + PADDING, ...cell.words }, element);
  }
  pen.y += rowHeight(pen, cells);
}

function elementOf({ doc }: Pen, { type, scope, columns }: Cell, row: StructureElement): StructureElement {
  const element = addElement(doc, type, row, scope === null ? {} : { scope });
  if (columns > 1) element.dictionary.data['A'] = { O: 'Table', ColSpan: columns };
  return element;
}

/** Columns of figures are as wide as what stands in them; the rest belongs to the first, which is never squeezed to nothing. */
function columnWidths(pen: Pen, columns: readonly string[], rows: PdfTable['rows']): number[] {
  const { fonts, width } = pen;
  const figures = columns.slice(1).map((column, i) => {
    const words = column.split(' ').map((word) => fonts.widthOf(word, HEAD.weight, HEAD.size));
    const cells = rows.map(({ cells: own }) => fonts.widthOf(own[i] ?? '', BODY.weight, BODY.size));
    return Math.max(...words, ...cells) + GAP;
  });
  const asked = figures.reduce((sum, one) => sum + one, 0);
  const most = width * (1 - LEAST_FIRST);
  const shrunk = figures.map((one) => (asked > most ? (one * most) / asked : one));
  return [width - Math.min(asked, most), ...shrunk];
}
