import { CsvRecords } from '../../imports/csv/csv-records.ts';
import type { CSV_COLUMNS } from './pack-csv.ts';

/** What verifying needs; the other columns may be gone. */
const NEEDED = [
  'Code',
  'Counts',
  'Numerator',
  'Denominator',
  'Policy version',
  'As of',
  'Known at',
] as const satisfies readonly (typeof CSV_COLUMNS)[number][];

/** The rows of a pack's CSV file by their headings; null where a heading that is needed is missing. A spreadsheet may have saved it. */
export function readPackCsv(text: string): readonly Readonly<Record<string, string>>[] | null {
  const reader = new CsvRecords(text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',');
  const records = reader.write(text.replace(/^\uFEFF/u, ''));
  const last = reader.end();
  const [head, ...rows] = [...records, ...(last === null ? [] : [last])].map(({ cells }) => cells);
  if (head === undefined || NEEDED.some((name) => !head.includes(name))) return null;
  return rows
    .filter((cells) => cells.some((cell) => cell !== ''))
    .map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}
