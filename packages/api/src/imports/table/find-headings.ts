import type { Cell, HeadingScore, RawTable, TableRow } from './table.ts';

/** How many of the first rows may stand above the headings (titles and dates that systems print there). */
const LOOKED_AT = 20;

/** The row that holds the headings: the first filled one, unless a later one knows more of them and the first none. */
export async function findHeadings(raw: RawTable, score: HeadingScore): Promise<TableRow | null> {
  const rows: TableRow[] = [];
  for await (const batch of raw.batches()) {
    rows.push(...batch.rows.filter((row) => !isEmptyRow(row.cells)).slice(0, LOOKED_AT - rows.length));
    if (rows.length >= LOOKED_AT) break;
  }
  const first = rows[0];
  if (first === undefined) return null;
  if (score(first.cells.map(headingOf)) > 0) return first;
  let best = first;
  let most = 1;
  for (const row of rows) {
    const known = score(row.cells.map(headingOf));
    if (known > most) {
      best = row;
      most = known;
    }
  }
  return best;
}

/** Whether nothing stands in any cell. */
export function isEmptyRow(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));
}

/** A cell of the heading row as a heading. */
export function headingOf(cell: Cell): string {
  if (cell === null || typeof cell === 'object') return '';
  const text = String(cell).replace(/\s+/g, ' ').trim();
  // Kept, shown and searched for from here on: nothing may stand in it that a page would obey or the database refuse.
  return text.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}]/gu, '�');
}

/** Headings that can be told apart: a second "Date" becomes "Date (2)", an empty one is named by its place. */
export function namedHeadings(cells: readonly Cell[]): string[] {
  const texts = cells.map(headingOf);
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  const taken = new Set(texts);
  const seen = new Set<string>();
  return texts.map((text, index) => {
    const base = (text === '' ? `Column ${index + 1}` : text).slice(0, 190).toWellFormed();
    let name = base;
    for (let count = 2; seen.has(name) || (name !== text && taken.has(name)); count += 1) name = `${base} (${count})`;
    seen.add(name);
    return name;
  });
}
