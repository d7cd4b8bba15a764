/** The table beneath bars: every answer in per cent, good answers with their interval, and the net score. */
import { sideOf } from '../surveys/index.ts';
import { partsOf } from './survey-bar-parts.ts';
import type { BarInput, BarRow } from './survey-bars.ts';
import type { TableTwin } from './survey-table.ts';
import { numberInWords, rangeInWords, shareInWords, shareRangeInWords } from './wording/survey-figures.ts';

/** Whether answers are shown by their sides in any of the rows: then the table has them so for all. */
export function areTakenTogether(inputs: readonly BarInput[]): boolean {
  return inputs.some(({ table }) => table.state === 'shown' && table.detail === 'in-three');
}

export function tableOfBars(title: string, inputs: readonly BarInput[], rows: readonly BarRow[]): TableTwin {
  const isInThree = areTakenTogether(inputs);
  const first = inputs[0];
  const answers = first === undefined ? [] : partsOf({ ...first.question, isReversed: false }, isInThree);
  const ids = answers.map(({ id }) => id);
  return {
    caption: `${title}, % of replies`,
    columns: [
      '',
      'Replies',
      ...answers.map(({ text }) => text),
      'Good answers',
      'Interval',
      'Net score',
      'Interval of the net score',
    ],
    rows: rows.map((row, i) => ({
      key: row.key,
      header: row.label,
      cells: row.state === 'shown' ? cellsOf(row, ids, answerIn(inputs[i], isInThree)) : [],
      note: row.state === 'shown' ? null : row.note,
    })),
  };
}

/** The column that a segment counts in: its answer, or the side on which that stands as it was asked. */
function answerIn(input: BarInput | undefined, isInThree: boolean): (answer: string) => string {
  const scores = new Map(input?.question.answers.map(({ id, score }) => [id, score]));
  return (answer) => (isInThree ? (sideOf(scores.get(answer) ?? null, false) ?? answer) : answer);
}

function cellsOf(row: BarRow, ids: readonly string[], columnOf: (answer: string) => string): string[] {
  const n = row.n ?? 0;
  const one = (id: string): string => {
    const count = row.segments.reduce((sum, segment) => (columnOf(segment.answer) === id ? sum + segment.count : sum), 0);
    return n === 0 ? '–' : shareInWords(count / n);
  };
  return [n.toLocaleString('en-GB'), ...ids.map(one), ...favourableCells(row), ...netCells(row)];
}

function favourableCells({ favourable }: BarRow): string[] {
  if (favourable === null) return ['–', '–'];
  const { share, interval, staff } = favourable;
  if (interval === null) return [shareInWords(share), 'everybody answered'];
  const people = staff === null ? '' : `; ${staff.fewest} to ${staff.most} of ${staff.of} people`;
  return [shareInWords(share), `${shareRangeInWords(interval)}${people}`];
}

function netCells({ net }: BarRow): string[] {
  if (net === null) return ['–', '–'];
  if (net.interval === null) return [numberInWords(net.estimate), net.without === 'census' ? 'everybody answered' : '–'];
  return [numberInWords(net.estimate), rangeInWords(net.interval)];
}
