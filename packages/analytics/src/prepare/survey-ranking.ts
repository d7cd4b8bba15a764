/** What is put first and what is put anywhere, of published rankings: Borda's points and first choices side by side, since they can differ. */
import type { ReleasedQuestion, ReleasedTable, ShownTable } from '../disclosure/release.ts';
import { bordaOf, type RankedOption } from '../surveys/index.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';
import { NOT_SHOWN } from '../disclosure/release.ts';
import { repliesInWords, shareInWords, shareRangeInWords } from './wording/survey-figures.ts';

export interface RankingRow extends RankedOption {
  readonly text: string;
  /** "38%" of the points that could be had. */
  readonly pointWords: string;
  readonly firstWords: string;
}

export interface RankingModel {
  readonly title: string;
  readonly units: { readonly points: '% of the most points'; readonly first: '% who put it first' };
  readonly n: number | null;
  /** By points, highest first. */
  readonly rows: readonly RankingRow[];
  readonly note: string | null;
  readonly sentence: string;
  readonly table: TableTwin;
}

const UNITS = { points: '% of the most points', first: '% who put it first' } as const;

/**
 * A ranking for one group, of the tables of its places in order (`6a.place-1`, `6a.place-2` …). Where any of them is not shown in
 * numbers, nothing is: points cannot be added up with a place missing.
 */
export function prepareRanking(title: string, question: ReleasedQuestion, places: readonly ReleasedTable[]): RankingModel {
  const shown = places.flatMap((table): ShownTable[] => (table.state === 'shown' ? [table] : []));
  const first = shown[0];
  if (first === undefined || shown.length < places.length) {
    const note = notShownWords(NOT_SHOWN);
    const table = { caption: title, columns: COLUMNS, rows: [{ key: 'note', header: title, cells: [], note }] };
    return { title, units: UNITS, n: null, rows: [], note, sentence: `${title}: ${NOT_SHOWN}.`, table };
  }
  const ids = question.answers.map(({ id }) => id);
  const counts = shown.map(({ answers }) => ids.map((id) => answers.find((answer) => answer.id === id)?.count ?? 0));
  const rows = bordaOf(ids, counts, first.n, first.population).map((option): RankingRow => ({
    ...option,
    text: question.answers.find(({ id }) => id === option.id)?.text ?? option.id,
    pointWords: shareInWords(option.pointShare),
    firstWords: option.firstShare === null ? '–' : shareInWords(option.firstShare.estimate),
  }));
  return {
    title,
    units: UNITS,
    n: first.n,
    rows,
    note: null,
    sentence: sentenceOf(title, rows, first.n),
    table: tableOf(title, rows),
  };
}

const COLUMNS = ['', 'Points, % of the most', 'Put first', '% first', 'Interval'];

function tableOf(title: string, rows: readonly RankingRow[]): TableTwin {
  return {
    caption: `${title}: points for each place, and how many put it first`,
    columns: COLUMNS,
    rows: rows.map(({ id, text, pointWords, firstChoices, firstWords, firstShare }) => ({
      key: id,
      header: text,
      cells: [
        pointWords,
        firstChoices.toLocaleString('en-GB'),
        firstWords,
        firstShare?.interval ? shareRangeInWords(firstShare.interval) : 'everybody answered',
      ],
      note: null,
    })),
  };
}

function sentenceOf(title: string, rows: readonly RankingRow[], n: number): string {
  const most = rows[0];
  const first = rows.toSorted((a, b) => b.firstChoices - a.firstChoices)[0];
  if (most === undefined || first === undefined || n === 0) return `${title}: nobody answered.`;
  const both = `“${most.text}” has most points (${most.pointWords} of the most there could be)`;
  const firsts = most.id === first.id ? 'and is most often put first' : `“${first.text}” is most often put first`;
  return `${title}: ${both}${most.id === first.id ? ' ' : '; '}${firsts} (${first.firstWords} of ${repliesInWords(n)}).`;
}
