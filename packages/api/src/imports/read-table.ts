import type { ImportProblem } from '@plumbline/analytics/wording';
import { openCsv } from './csv/read-csv.ts';
import type { ByteSource } from './file/byte-source.ts';
import { recogniseFile } from './file/recognise-file.ts';
import { USUAL_LIMITS, type ImportLimits } from './limits.ts';
import { problem } from './problems.ts';
import { findHeadings, isEmptyRow, namedHeadings } from './table/find-headings.ts';
import type { HeadingScore, Opened, RawBatch, RawTable, Table, TableBatch, TableRow } from './table/table.ts';
import { openXlsx } from './xlsx/read-xlsx.ts';

const MEGABYTE = 1024 * 1024;

/**
 * Opens a CSV file or a workbook as headings and rows, or says why it cannot be read. Nothing is held in memory but the
 * piece being read. `score` says how many cells of a row are headings that the caller knows.
 */
export async function readTable(
  source: ByteSource,
  { limits = USUAL_LIMITS, score = () => 0 }: { limits?: ImportLimits | undefined; score?: HeadingScore | undefined } = {},
): Promise<Opened<Table>> {
  if (source.size === 0) return refused(problem('file-empty', {}));
  const megabytes = Math.ceil(source.size / MEGABYTE);
  if (megabytes > limits.fileMegabytes) return refused(problem('file-too-large', { megabytes, limit: limits.fileMegabytes }));
  const format = await recogniseFile(source);
  if (format.is === 'encrypted') return refused(problem('file-encrypted', {}));
  if (format.is === 'other') return refused(problem('file-not-a-table', { looksLike: format.looksLike }));
  const opened = format.is === 'xlsx' ? await openXlsx(source, limits, score) : await openCsv(source, limits, score);
  if (!opened.ok) return opened;
  return tableOf(opened.table, limits, score);
}

function refused(item: ImportProblem): Opened<Table> {
  return { ok: false, problems: [item] };
}

async function tableOf(raw: RawTable, limits: ImportLimits, score: HeadingScore): Promise<Opened<Table>> {
  const heading = await findHeadings(raw, score);
  if (heading === null) return refused(await whyNoHeadings(raw));
  const headings = namedHeadings(heading.cells);
  if (headings.length > limits.columns) return refused(problem('too-many-columns', { limit: limits.columns }));
  const table: Table = {
    format: raw.format,
    headings,
    headingRow: heading.row,
    problems: raw.problems,
    batches: () => rowsBelow(raw, heading.row, headings.length, limits),
  };
  return { ok: true, table };
}

/** A quotation mark that swallowed the whole file says more than "no headings". */
async function whyNoHeadings(raw: RawTable): Promise<ImportProblem> {
  for await (const batch of raw.batches()) if (batch.problems[0] !== undefined) return batch.problems[0];
  return problem('heading-missing', {});
}

async function* rowsBelow(raw: RawTable, headingRow: number, width: number, limits: ImportLimits): AsyncGenerator<TableBatch> {
  let count = 0;
  let hasProblems = false;
  for await (const batch of raw.batches()) {
    const below = batch.rows.filter((row) => row.row > headingRow && !isEmptyRow(row.cells));
    count += below.length;
    if (count > limits.rows) {
      yield { rows: [], problems: [problem('too-many-rows', { limit: limits.rows })], progress: 1 };
      return;
    }
    hasProblems ||= batch.problems.length > 0;
    yield checkedBatch(raw, batch, below, width);
  }
  if (count === 0 && !hasProblems) yield { rows: [], problems: [problem('rows-missing', {})], progress: 1 };
}

/** Leaves out rows that are not as wide as the headings: their values may stand in the wrong columns. */
function checkedBatch(raw: RawTable, batch: RawBatch, below: readonly TableRow[], width: number): TableBatch {
  const problems: ImportProblem[] = [...batch.problems];
  const misquoted = new Set(batch.problems.map((item) => item.row));
  const rows: TableRow[] = [];
  for (const row of below) {
    const uneven = misquoted.has(row.row) ? null : unevenProblem(raw, row, width, batch.unendedRow);
    if (uneven !== null) problems.push(uneven);
    else if (!misquoted.has(row.row)) rows.push(row);
  }
  return { rows, problems, progress: batch.progress };
}

function unevenProblem(raw: RawTable, { row, cells }: TableRow, width: number, unendedRow: number | null): ImportProblem | null {
  const params = { cells: cells.length, expected: width };
  if (cells.length > width && !isEmptyRow(cells.slice(width))) return problem('row-too-long', params, { row });
  if (cells.length >= width || !raw.hasEvenRows) return null;
  return row === unendedRow ? problem('file-cut-short', params, { row }) : problem('row-too-short', params, { row });
}
