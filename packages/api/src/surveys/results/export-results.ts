import { harmless } from '@plumbline/analytics/prepare';
import { csvOf, resultTables, type PublishedRound, type RowTable } from '@plumbline/analytics/survey-results';
import { findRound } from '@plumbline/database';
import ExcelJS from 'exceljs';
import type { Caller } from '../../access/caller.ts';
import { refuse } from '../../problems.ts';
import { publishedRound } from './round-view.ts';

export interface ExportedResults {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** Published tables as a file; nothing that is not on the page, and never a row for a person. */
export async function exportResults(caller: Caller, roundId: string, format: 'csv' | 'xlsx'): Promise<ExportedResults> {
  const published = await caller.read(async (tx) => {
    const round = (await findRound(tx, roundId)) ?? refuse('not-found');
    return (await publishedRound(tx, round)) ?? refuse('not-found');
  });
  const name = `survey-results-${published.round.closesOn}`;
  const tables = resultTables(published.release, published.words);
  if (format === 'csv') {
    const [answers] = tables;
    const text = answers === undefined ? '' : csvOf(answers);
    // The mark by which Excel knows UTF-8.
    return { fileName: `${name}.csv`, contentType: 'text/csv; charset=utf-8', bytes: Buffer.from(`\uFEFF${text}`, 'utf8') };
  }
  const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { fileName: `${name}.xlsx`, contentType, bytes: await workbookOf(published, tables) };
}

async function workbookOf({ round, release }: PublishedRound, tables: readonly RowTable[]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  addSheet(book, {
    name: 'About',
    columns: ['What', 'Value'],
    rows: [
      ['Survey round', round.title],
      ['Closed on', round.closesOn],
      ['Published set', release.sequence],
      ['Content hash (SHA-256)', release.contentHash],
      ['Groups not shown', 'too few replies to protect people'],
    ],
  });
  for (const table of tables) addSheet(book, table);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, { name, columns, rows }: RowTable): void {
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...columns]);
  sheet.getRow(1).font = { bold: true };
  for (const row of rows) sheet.addRow(row.map((cell) => (typeof cell === 'string' ? harmless(cell) : cell)));
  sheet.columns.forEach((column, i) => (column.width = Math.min(60, Math.max(12, (columns[i] ?? '').length + 4))));
}
