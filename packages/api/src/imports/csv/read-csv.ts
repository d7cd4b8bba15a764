import { setImmediate as pause } from 'node:timers/promises';
import type { ImportProblem } from '@plumbline/analytics/wording';
import type { ByteSource } from '../file/byte-source.ts';
import { decodeText } from '../file/decode-text.ts';
import { surveyText, type TextSurvey } from '../file/survey-text.ts';
import type { ImportLimits } from '../limits.ts';
import { problem } from '../problems.ts';
import type { HeadingScore, Opened, RawBatch, RawTable } from '../table/table.ts';
import { CsvRecords, type CsvRecord } from './csv-records.ts';
import { sniffDelimiter, statesDelimiter, type Delimiter } from './sniff-delimiter.ts';

type TextFile = Extract<TextSurvey, { is: 'text' }>;

/** How much of the beginning is looked at to find the separator. */
const BEGINNING = 64 * 1024;

/** Opens a delimited text file: its encoding decided by every byte, its separator by its beginning. */
export async function openCsv(source: ByteSource, limits: ImportLimits, score: HeadingScore): Promise<Opened<RawTable>> {
  const survey = await surveyText(source);
  if (survey.is !== 'text') return { ok: false, problems: [refusalOf(survey)] };
  const beginning = await beginningOf(source, survey);
  if (beginning.trim() === '') return { ok: false, problems: [problem('file-empty', {})] };
  const delimiter = sniffDelimiter(beginning, score);
  const table: RawTable = {
    format: 'csv',
    problems: survey.isGuess ? [problem('encoding-guessed', { encoding: 'Windows-1252' })] : [],
    hasEvenRows: true,
    batches: () => batchesOf(source, survey, delimiter, limits),
  };
  return { ok: true, table };
}

function refusalOf(survey: Exclude<TextSurvey, TextFile>) {
  switch (survey.is) {
    case 'unsupported':
      return problem('encoding-unsupported', { encoding: survey.encoding });
    case 'mixed':
      return problem('encoding-mixed', { line: survey.line });
    case 'binary':
      return problem('file-not-a-table', { looksLike: 'binary' });
    case 'cut-short':
      return problem('file-damaged', {});
  }
}

async function beginningOf(source: ByteSource, survey: TextFile): Promise<string> {
  let text = '';
  for await (const chunk of decodeText(source, survey.encoding, survey.startsAt)) {
    text += chunk.text;
    if (text.length >= BEGINNING) break;
  }
  if (text.length <= BEGINNING) return text;
  const cut = text.slice(0, BEGINNING);
  return cut.slice(0, cut.lastIndexOf('\n') + 1) || cut;
}

async function* batchesOf(
  source: ByteSource,
  survey: TextFile,
  delimiter: Delimiter,
  limits: ImportLimits,
): AsyncGenerator<RawBatch> {
  const records = new CsvRecords(delimiter);
  for await (const { text, progress } of decodeText(source, survey.encoding, survey.startsAt)) {
    const done = records.write(text);
    if (done.length > 0) yield batchOf(done, progress, null);
    const { row, length } = records.pending;
    if (length > limits.rowLength) {
      const swallowed =
        records.openQuoteRow === null ? problem('too-long', { length, limit: limits.rowLength }, { row }) : notClosed(row);
      yield { rows: [], problems: [swallowed], progress: 1, unendedRow: null };
      return;
    }
    // Give other requests their turn: a large file is many chunks, each some milliseconds.
    await pause();
  }
  const open = records.openQuoteRow;
  if (open !== null) {
    yield { rows: [], problems: [notClosed(open)], progress: 1, unendedRow: null };
    return;
  }
  const last = records.end();
  if (last !== null) yield batchOf([last], 1, last.row);
}

function notClosed(row: number): ImportProblem {
  return problem('quote-not-closed', {}, { row });
}

function batchOf(records: readonly CsvRecord[], progress: number, unendedRow: number | null): RawBatch {
  const rows = records.filter((record) => !(record.row === 1 && statesDelimiter(record.cells)));
  const problems = rows
    .filter((record) => record.isMisquoted)
    .map((record) => problem('quote-misplaced', {}, { row: record.row }));
  return { rows, problems, progress, unendedRow };
}
