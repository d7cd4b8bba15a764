import { openFonts, type Fonts, type Weight } from './pdf-fonts.ts';
import type { StructureElement } from './pdf-structure.ts';
import { wrapText } from './wrap-text.ts';

/** In points, as everything here. */
const MARGIN = 48;
const FOOT = 30;
const INK = '#172023';
const LINE = '#a3aeae';

/** Leading, as a multiple of the size. */
const LEADING = 1.35;

export interface Words {
  readonly weight: Weight;
  readonly size: number;
}

/** What writes on the pages of one document: where it stands, and how wide and long the page is. */
export interface Pen {
  readonly doc: PDFKit.PDFDocument;
  readonly fonts: Fonts;
  readonly left: number;
  readonly width: number;
  /** Where the next thing begins. */
  y: number;
  /** Makes a new page where less than this height is left; whether it did. */
  ensure(height: number): boolean;
}

/** Begins a document's first page. */
export function openPen(doc: PDFKit.PDFDocument): Pen {
  const fonts = openFonts(doc);
  doc.addPage();
  const bottom = doc.page.height - MARGIN - FOOT;
  const pen: Pen = {
    doc,
    fonts,
    left: MARGIN,
    width: doc.page.width - 2 * MARGIN,
    y: MARGIN,
    ensure(height) {
      if (pen.y + height <= bottom || pen.y === MARGIN) return false;
      doc.addPage();
      pen.y = MARGIN;
      return true;
    },
  };
  return pen;
}

/** A text as lines of a width. */
export function linesOf({ fonts }: Pen, text: string, width: number, { weight, size }: Words): string[] {
  return wrapText(text, width, (part) => fonts.widthOf(part, weight, size));
}

/** How high lines are. */
export function heightOf(lines: readonly string[], { size }: Words): number {
  return lines.length * size * LEADING;
}

/** Writes lines as the content of an element of the document's structure, or, without one, as mere furniture of the page. */
export function writeLines(
  pen: Pen,
  lines: readonly string[],
  at: { readonly x: number; readonly y: number } & Words,
  element: StructureElement | null,
): void {
  const { doc } = pen;
  const content = element === null ? null : doc.markStructureContent(String(element.dictionary.data['S']));
  if (content === null) doc.markContent('Artifact', { type: 'Pagination' });
  for (const [i, line] of lines.entries()) writeLine(pen, line, { ...at, y: at.y + i * at.size * LEADING });
  doc.endMarkedContent();
  if (element !== null && content !== null) element.add(content);
}

function writeLine(
  { doc, fonts }: Pen,
  line: string,
  { x, y, weight, size }: { readonly x: number; readonly y: number } & Words,
): void {
  let place = x;
  for (const { font, text, actual } of fonts.runsOf(line, weight)) {
    doc.font(font).fontSize(size).fillColor(INK);
    if (actual !== null) doc.markContent('Span', { actual });
    doc.text(text, place, y, { lineBreak: false });
    if (actual !== null) doc.endMarkedContent();
    place += doc.widthOfString(text);
  }
}

/** A line across the table, which nobody needs read out. */
export function drawRule({ doc, left, width }: Pen, y: number, weight: number): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(left, y)
    .lineTo(left + width, y)
    .lineWidth(weight)
    .stroke(LINE);
  doc.endMarkedContent();
}

/** The title and the number of the page at the foot of each, once all are made. */
export function writeFeet(pen: Pen, title: string): void {
  const { doc, left, width } = pen;
  const { start, count } = doc.bufferedPageRange();
  const words: Words = { weight: 'regular', size: 9 };
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    const y = doc.page.height - MARGIN - 4;
    const number = `Page ${page + 1} of ${count}`;
    const numberWidth = pen.fonts.widthOf(number, words.weight, words.size);
    const [shortTitle = ''] = linesOf(pen, title, width - numberWidth - 24, words);
    writeLines(pen, [shortTitle], { x: left, y, ...words }, null);
    writeLines(pen, [number], { x: left + width - numberWidth, y, ...words }, null);
  }
}
