import type { HeadingScore } from '../table/table.ts';
import { CsvRecords } from './csv-records.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/**
 * Which character separates the cells, judged by the beginning of the file: the one under which most headings are known,
 * then the one that gives the most rows of the same number of cells.
 */
export function sniffDelimiter(beginning: string, score: HeadingScore): Delimiter {
  const stated = /^sep=([,;|\t])\r?\n/i.exec(beginning)?.[1];
  if (stated !== undefined) return stated as Delimiter;
  let best: Delimiter = ',';
  let bestMark = -1;
  for (const delimiter of DELIMITERS) {
    const mark = markOf(
      new CsvRecords(delimiter).write(beginning.endsWith('\n') ? beginning : `${beginning}\n`).slice(0, 50),
      score,
    );
    if (mark > bestMark) {
      best = delimiter;
      bestMark = mark;
    }
  }
  return best;
}

function markOf(records: readonly { readonly cells: readonly string[] }[], score: HeadingScore): number {
  const known = Math.max(0, ...records.slice(0, 20).map((record) => score(record.cells)));
  const width = records.reduce((widest, record) => Math.max(widest, record.cells.length), 0);
  if (width < 2) return known;
  const even = records.filter((record) => record.cells.length === width).length / records.length;
  return known * 1000 + even * 100 + Math.min(width, 99);
}

/** Whether a file begins with the line by which a spreadsheet states its separator. */
export function statesDelimiter(firstCells: readonly string[]): boolean {
  return /^sep=.?$/i.test(firstCells.join(''));
}
