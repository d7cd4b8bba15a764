import { harmless } from '@plumbline/analytics/prepare';
import ExcelJS from 'exceljs';
import type { OpenedSample } from './open-sample.ts';
import { aboutSample, NOT_IN_IT } from './sample-words.ts';

/** A sample as a workbook: what it is, and one sheet for each part with everybody's rows under each other. */
export async function sampleWorkbook(opened: OpenedSample): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addSheet(book, 'About', ['What', 'Value'], [...aboutSample(opened), ['Not in it', NOT_IN_IT]]);
  for (const kind of ['person', 'child'] as const) {
    const files = opened.files.filter((file) => file.kind === kind);
    const who = kind === 'person' ? 'Member of staff' : 'Child';
    for (const [i, { title, columns }] of (files[0]?.parts ?? []).entries()) {
      const rows = files.flatMap(({ label, parts }) => (parts[i]?.rows ?? []).map(({ cells }) => [label, ...cells]));
      if (rows.length > 0) addSheet(book, sheetName(kind, title), [who, ...columns], rows);
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Names of sheets have at most 31 signs. Two lists of one name are told apart by whom they are about. */
function sheetName(kind: 'person' | 'child', title: string): string {
  return `${kind === 'person' ? 'Staff' : 'Children'} ${title.toLowerCase()}`.slice(0, 31).trim();
}

function addSheet(book: ExcelJS.Workbook, name: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map(harmless)).alignment = { vertical: 'top', wrapText: true };
  sheet.columns.forEach((column, i) => {
    const lengths = [columns, ...rows].map((row) => (row[i] ?? '').length + 2);
    column.width = Math.min(60, Math.max(12, ...lengths));
  });
}
