import PDFDocument from 'pdfkit';
import { heightOf, linesOf, openPen, writeFeet, writeLines, type Pen, type Words } from './pdf-pen.ts';
import { addElement, type StructureElement } from './pdf-structure.ts';
import { writeTable, type PdfTable } from './pdf-table.ts';

export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: PdfTable };

export interface PdfContent {
  readonly title: string;
  /** Whose document it is: the council. */
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
  readonly blocks: readonly PdfBlock[];
  /** Whether pages lie on their side although no table has many columns: its cells hold much. */
  readonly isWide?: boolean;
}

const HEADINGS: Readonly<Record<1 | 2 | 3, Words>> = {
  1: { weight: 'bold', size: 20 },
  2: { weight: 'bold', size: 14 },
  3: { weight: 'bold', size: 11 },
};
const TEXT: Words = { weight: 'regular', size: 10.5 };

/** Tables with more columns than this are read on a page that lies on its side. */
const MOST_UPRIGHT = 8;

/** Nothing may stand at the end of a page below which its own text begins on the next. */
const BELOW_HEADING = 70;

/**
 * Writes a document that can be read by eye, by ear and by machine: tagged for assistive technology (PDF/UA), in British English, with
 * its title, headings as bookmarks, tables with header cells, its fonts embedded and its text extractable.
 */
export async function writePdf({ title, author, madeAt, blocks, isWide: isAskedWide = false }: PdfContent): Promise<Buffer> {
  const isWide = isAskedWide || blocks.some((block) => block.kind === 'table' && block.table.columns.length > MOST_UPRIGHT);
  const doc = new PDFDocument({
    size: 'A4',
    layout: isWide ? 'landscape' : 'portrait',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // None yet: the library's own would not be embedded.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    // The type declarations know the archive standards alone.
    subset: 'PDF/UA' as 'PDF/A-1',
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Author: author, Creator: 'Plumbline', Producer: 'Plumbline', CreationDate: new Date(madeAt) },
  });
  const pen = openPen(doc);
  const root = addElement(doc, 'Document', null, { title });
  for (const block of blocks) writeBlock(pen, block, root);
  root.end();
  writeFeet(pen, title);
  doc.end();
  return Buffer.concat(await doc.toArray());
}

function writeBlock(pen: Pen, block: PdfBlock, root: StructureElement): void {
  switch (block.kind) {
    case 'heading':
      return writeHeading(pen, block.level, block.text, root);
    case 'paragraph':
      return writeText(pen, block.text, root);
    case 'list':
      return writeList(pen, block.items, root);
    case 'table':
      return writeTable(pen, block.table, root);
  }
}

function writeHeading(pen: Pen, level: 1 | 2 | 3, text: string, root: StructureElement): void {
  const words = HEADINGS[level];
  const lines = linesOf(pen, text, pen.width, words);
  const isNewPage = pen.ensure(heightOf(lines, words) + BELOW_HEADING);
  if (level > 1 && !isNewPage) pen.y += 10;
  const element = addElement(pen.doc, `H${level}`, root);
  if (level === 2) pen.doc.outline.addItem(text);
  writeLines(pen, lines, { x: pen.left, y: pen.y, ...words }, element);
  element.end();
  pen.y += heightOf(lines, words) + 6;
}

function writeText(pen: Pen, text: string, root: StructureElement): void {
  const lines = linesOf(pen, text, pen.width, TEXT);
  pen.ensure(heightOf(lines, TEXT));
  const element = addElement(pen.doc, 'P', root);
  writeLines(pen, lines, { x: pen.left, y: pen.y, ...TEXT }, element);
  element.end();
  pen.y += heightOf(lines, TEXT) + 8;
}

const INDENT = 14;

function writeList(pen: Pen, items: readonly string[], root: StructureElement): void {
  const list = addElement(pen.doc, 'L', root);
  for (const item of items) {
    const lines = linesOf(pen, item, pen.width - INDENT, TEXT);
    pen.ensure(heightOf(lines, TEXT));
    const entry = addElement(pen.doc, 'LI', list);
    writeLines(pen, ['•'], { x: pen.left + 2, y: pen.y, ...TEXT }, addElement(pen.doc, 'Lbl', entry));
    writeLines(pen, lines, { x: pen.left + INDENT, y: pen.y, ...TEXT }, addElement(pen.doc, 'LBody', entry));
    pen.y += heightOf(lines, TEXT) + 4;
  }
  list.end();
  pen.y += 4;
}
