/** Answers that stand on no scale (one of several, several, numbers in bands, right and wrong) as plain bars from 0, most first where that helps. */
import type { ReleasedQuestion, ReleasedTable } from '../disclosure/release.ts';
import type { Interval } from '../statistics/index.ts';
import { shareInterval } from './survey-bar-parts.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';
import { listInWords } from './wording/intervals.ts';
import { numberInWords, repliesInWords, shareInWords, shareRangeInWords } from './wording/survey-figures.ts';

export interface AnswerBar {
  readonly answer: string;
  readonly text: string;
  /** 0 to 1 of the replies. */
  readonly share: number;
  readonly interval: Interval | null;
  readonly count: number;
  readonly label: string;
}

export interface AnswerBarsModel {
  readonly title: string;
  readonly unit: '% of replies';
  readonly state: 'shown' | 'most' | 'not-shown';
  readonly n: number | null;
  /** Mean of numbers, to one decimal; null else. */
  readonly mean: number | null;
  readonly bars: readonly AnswerBar[];
  /** Said where there are no bars, and where percentages add up to more than 100. */
  readonly note: string | null;
  readonly sentence: string;
  readonly table: TableTwin;
}

/**
 * One question for one group. Answers keep their order where it means something (numbers, right and wrong), else the most frequent
 * comes first.
 */
export function prepareAnswers(title: string, question: ReleasedQuestion, table: ReleasedTable): AnswerBarsModel {
  const without = { title, unit: '% of replies' as const, n: null, mean: null, bars: [] };
  const textOf = (id: string): string => question.answers.find((answer) => answer.id === id)?.text ?? id;
  if (table.state === 'not-shown') {
    const note = notShownWords(table.reason);
    return { ...without, state: 'not-shown', note, sentence: `${title}: ${table.reason}.`, table: tableOf(title, [], note) };
  }
  if (table.state === 'most') {
    const words = `at least ${table.atLeastPercent}% answered ${listInWords(table.answers.map((id) => `“${textOf(id)}”`))}`;
    const note = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    return { ...without, state: 'most', note, sentence: `${title}: ${words}.`, table: tableOf(title, [], note) };
  }
  const bars = table.answers.map(({ id, count }): AnswerBar => {
    const share = table.n === 0 ? 0 : count / table.n;
    const label = shareInWords(share);
    return { answer: id, text: textOf(id), share, interval: shareInterval(count, table.n, table.population), count, label };
  });
  if (!hasOrder(question)) bars.sort((a, b) => b.count - a.count);
  const mean = question.kind === 'number' ? table.mean : null;
  return {
    title,
    unit: '% of replies',
    state: 'shown',
    n: table.n,
    mean,
    bars,
    note: question.kind === 'several' ? 'Several could be chosen, so the percentages add up to more than 100.' : null,
    sentence: sentenceOf(title, bars, table.n, mean),
    table: tableOf(title, bars, null),
  };
}

function hasOrder({ kind, answers }: ReleasedQuestion): boolean {
  return kind === 'number' || answers.some(({ score, id }) => score !== null || id === 'right');
}

function sentenceOf(title: string, bars: readonly AnswerBar[], n: number, mean: number | null): string {
  const first = bars.toSorted((a, b) => b.count - a.count)[0];
  if (first === undefined || n === 0) return `${title}: nobody answered.`;
  const middle = mean === null ? '' : `, on average ${numberInWords(mean, 1)}`;
  return `${title}: most often “${first.text}”, ${first.label} of ${repliesInWords(n)}${middle}.`;
}

function tableOf(title: string, bars: readonly AnswerBar[], note: string | null): TableTwin {
  const rows = bars.map(({ answer, text, count, label, interval }) => ({
    key: answer,
    header: text,
    cells: [count.toLocaleString('en-GB'), label, interval === null ? 'everybody answered' : shareRangeInWords(interval)],
    note: null,
  }));
  return {
    caption: `${title}, % of replies`,
    columns: ['Answer', 'Replies', '%', 'Interval'],
    rows: note === null ? rows : [{ key: 'note', header: title, cells: [], note }],
  };
}
