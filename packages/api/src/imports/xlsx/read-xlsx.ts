import { setImmediate as pause } from 'node:timers/promises';
import type { ImportProblem } from '@plumbline/analytics/wording';
import type { ByteSource } from '../file/byte-source.ts';
import { recogniseArchive } from '../file/recognise-file.ts';
import type { ImportLimits } from '../limits.ts';
import { problem } from '../problems.ts';
import { textOfCell } from '../table/cell-text.ts';
import type { Cell, HeadingScore, Opened, RawBatch, RawTable } from '../table/table.ts';
import { SheetRows } from './sheet-rows.ts';
import { readWorkbook, type Sheet, type Workbook } from './workbook-parts.ts';
import { XmlError, XmlScanner } from './xml-scanner.ts';
import { ArchiveError, listEntries, readEntry, type Allowance } from './zip-archive.ts';

const MEGABYTE = 1024 * 1024;

/** Opens a workbook and chooses the sheet with the most known headings, the first one where none stands out. */
export async function openXlsx(source: ByteSource, limits: ImportLimits, score: HeadingScore): Promise<Opened<RawTable>> {
  try {
    return await open(source, limits, score);
  } catch (error) {
    return { ok: false, problems: [problemOf(error, limits)] };
  }
}

/** A workbook that cannot be read as a problem; anything else that goes wrong is a bug and goes on. */
function problemOf(error: unknown, limits: ImportLimits): ImportProblem {
  if (error instanceof ArchiveError && error.reason === 'too-big')
    return problem('too-much-inside', { megabytes: limits.unpackedMegabytes });
  if (error instanceof ArchiveError || error instanceof XmlError) return problem('file-damaged', {});
  throw error;
}

async function open(source: ByteSource, limits: ImportLimits, score: HeadingScore): Promise<Opened<RawTable>> {
  const entries = await listEntries(source);
  const format = recogniseArchive(entries.map((entry) => entry.name));
  if (format.is === 'other') return refused(problem('file-not-a-table', { looksLike: format.looksLike }));
  if (entries.some((entry) => entry.isEncrypted)) return refused(problem('file-encrypted', {}));
  const allowance: Allowance = { bytes: limits.unpackedMegabytes * MEGABYTE };
  const book = await readWorkbook(source, entries, allowance);
  if (book.sheets.length > limits.sheets) return refused(problem('too-many-sheets', { limit: limits.sheets }));
  const chosen = await chooseSheet(source, book, limits, score);
  if (chosen === null) return refused(problem('file-empty', {}));
  const table: RawTable = {
    format: 'xlsx',
    problems:
      chosen.left.length === 0 ? [] : [problem('sheets-not-read', { read: chosen.sheet.name, left: chosen.left.join(', ') })],
    hasEvenRows: false,
    batches: () => batchesOf(source, book, chosen.sheet, limits),
  };
  return { ok: true, table };
}

function refused(item: ImportProblem): Opened<RawTable> {
  return { ok: false, problems: [item] };
}

async function chooseSheet(
  source: ByteSource,
  book: Workbook,
  limits: ImportLimits,
  score: HeadingScore,
): Promise<{ sheet: Sheet; left: string[] } | null> {
  const filled: { sheet: Sheet; known: number }[] = [];
  for (const sheet of book.sheets) {
    if (sheet.isHidden) continue;
    const rows = await firstRows(source, book, sheet, limits);
    if (rows.length === 0) continue;
    filled.push({ sheet, known: Math.max(...rows.map((cells) => score(cells.map(textOfCell)))) });
  }
  const [first] = filled.toSorted((a, b) => b.known - a.known);
  if (first === undefined) return null;
  return { sheet: first.sheet, left: filled.filter((item) => item !== first).map((item) => item.sheet.name) };
}

async function firstRows(source: ByteSource, book: Workbook, sheet: Sheet, limits: ImportLimits): Promise<(readonly Cell[])[]> {
  const rows: (readonly Cell[])[] = [];
  for await (const batch of sheetBatches(source, book, sheet, { bytes: limits.unpackedMegabytes * MEGABYTE })) {
    rows.push(...batch.rows.slice(0, 20).map((row) => row.cells));
    if (rows.length >= 20) break;
  }
  return rows.slice(0, 20);
}

async function* batchesOf(source: ByteSource, book: Workbook, sheet: Sheet, limits: ImportLimits): AsyncGenerator<RawBatch> {
  try {
    yield* sheetBatches(source, book, sheet, { bytes: limits.unpackedMegabytes * MEGABYTE });
  } catch (error) {
    yield { rows: [], problems: [problemOf(error, limits)], progress: 1, unendedRow: null };
  }
}

async function* sheetBatches(source: ByteSource, book: Workbook, sheet: Sheet, allowance: Allowance): AsyncGenerator<RawBatch> {
  const rows = new SheetRows(book);
  const scanner = new XmlScanner(rows);
  for await (const { text, progress } of readEntry(source, sheet.entry, allowance)) {
    scanner.write(text);
    const done = rows.take();
    if (done.length > 0) yield { rows: done, problems: [], progress, unendedRow: null };
    await pause();
  }
  scanner.end();
  const merged = rows.merged.slice(0, 5).join(', ');
  yield {
    rows: rows.take(),
    problems: merged === '' ? [] : [problem('cells-merged', { range: merged })],
    progress: 1,
    unendedRow: null,
  };
}
