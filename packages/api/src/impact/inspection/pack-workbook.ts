import { harmless } from '@plumbline/analytics/prepare';
import ExcelJS from 'exceljs';
import type { PackView } from './pack-view.ts';
import { aboutPack, partStanding, standingOf } from './pack-words.ts';

type Cell = string | number | null;

const FIGURE_COLUMNS = [
  'Part',
  'Figure',
  'Value',
  'Unit',
  'Numerator',
  'Denominator',
  'Not counted: away',
  'Not known',
  'Policy version',
  'Code',
];

/** The pack as a workbook: what it is, every figure with its code, what is not held, and a sheet for each table. */
export async function packWorkbook(view: PackView): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const standing = standingOf(view);
  const { parts } = view.pack;
  const sheet = (name: string, columns: readonly string[], rows: readonly (readonly Cell[])[]) =>
    addSheet(book, { name, columns, rows, foot: standing });
  sheet('About', ['What', 'Value'], [...(standing === null ? [] : [['Standing', standing]]), ...aboutPack(view)]);
  sheet(
    'Figures',
    FIGURE_COLUMNS,
    parts.flatMap(({ title, figures }) =>
      figures.map((one) => [
        title,
        one.title,
        one.value,
        one.unit,
        one.numerator,
        one.denominator,
        one.excluded.away,
        one.excluded.notKnown,
        one.policyVersion,
        one.code,
      ]),
    ),
  );
  sheet(
    'Parts',
    ['Part', 'Held', 'In words'],
    parts.map((part) => [part.title, partStanding(part) ?? 'Held', part.note ?? '']),
  );
  for (const [i, { title, table }] of parts.entries()) if (table !== null) sheet(sheetName(i, title), table.columns, table.rows);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** Names of sheets have at most 31 signs, and not all signs. */
function sheetName(place: number, title: string): string {
  return `${place + 1} ${title.replaceAll(/[\\/?*[\]:']/gu, '')}`.slice(0, 31).trim();
}

interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly foot: string | null;
}

function addSheet(book: ExcelJS.Workbook, { name, columns, rows, foot }: Sheet): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  // Printed on each page.
  if (foot !== null) sheet.headerFooter = { oddHeader: `&C${foot}`, oddFooter: `&C${foot}` };
  sheet.addRow([...columns]).font = { bold: true };
  for (const row of rows) {
    const added = sheet.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
    added.alignment = { vertical: 'top', wrapText: true };
  }
  sheet.columns.forEach((column, i) => {
    const lengths = [columns, ...rows].map((row) => String(row[i] ?? '').length + 2);
    column.width = Math.min(70, Math.max(12, ...lengths));
  });
}
