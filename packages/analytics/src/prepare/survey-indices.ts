/** Indices as bars from 0 to 100: a group a row. */
import type { IndexName } from '@plumbline/domain/surveys';
import type { IndexScore } from '../disclosure/release.ts';
import { meanOfMoments, type Interval } from '../statistics/index.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';
import { NOT_SHOWN } from '../disclosure/release.ts';
import { numberInWords, rangeInWords, repliesInWords } from './wording/survey-figures.ts';

export const INDEX_NAMES: Readonly<Record<IndexName, string>> = {
  access: 'Getting supervision',
  quality: 'Quality of sessions',
  support: 'Support',
  influence: 'Influence and learning',
  recognition: 'Recognition',
};

export interface IndexBar {
  readonly key: string;
  readonly label: string;
  /** 0 to 100; null where it is not shown. */
  readonly score: number | null;
  readonly interval: Interval | null;
  readonly n: number | null;
  readonly note: string | null;
  readonly sentence: string;
}

export interface IndexBarsModel {
  readonly title: string;
  readonly unit: 'score, 0 to 100';
  readonly axis: { readonly from: 0; readonly to: 100; readonly ticks: readonly number[] };
  readonly bars: readonly IndexBar[];
  readonly sentence: string;
  readonly table: TableTwin;
}

/** Published index scores as bars, in the order given: one index for several groups, or several indices for one. */
export function prepareIndexBars(
  title: string,
  inputs: readonly { readonly label: string; readonly score: IndexScore }[],
): IndexBarsModel {
  const bars = inputs.map(({ label, score }) => barOf(label, score));
  return {
    title,
    unit: 'score, 0 to 100',
    axis: { from: 0, to: 100, ticks: [0, 25, 50, 75, 100] },
    bars,
    sentence: sentenceOf(title, bars),
    table: {
      caption: `${title}, score from 0 to 100`,
      columns: ['', 'Replies', 'Score', 'Interval'],
      rows: bars.map(({ key, label, score, n, interval, note }) => ({
        key,
        header: label,
        cells: score === null ? [] : [(n ?? 0).toLocaleString('en-GB'), numberInWords(score, 1), intervalCell(interval)],
        note: score === null ? note : null,
      })),
    },
  };
}

function barOf(
  label: string,
  { breakdown, group, index, part, state, n, population, score, standardDeviation }: IndexScore,
): IndexBar {
  const key = `${index} ${part} ${breakdown} ${group}`;
  if (state === 'not-shown' || score === null || n === null) {
    const note = notShownWords(NOT_SHOWN);
    return { key, label, score: null, interval: null, n: null, note, sentence: `${label}: ${NOT_SHOWN}.` };
  }
  const mean =
    standardDeviation === null ? null : meanOfMoments({ n, mean: score, variance: standardDeviation ** 2 }, population);
  const interval = mean?.interval ? { low: Math.max(0, mean.interval.low), high: Math.min(100, mean.interval.high) } : null;
  const range = interval === null ? '' : `, interval ${rangeInWords(interval, 1)}`;
  const sentence = `${label}: ${numberInWords(score, 1)} of 100${range}, from ${repliesInWords(n)}.`;
  return { key, label, score, interval, n, note: null, sentence };
}

function intervalCell(interval: Interval | null): string {
  return interval === null ? 'not given' : rangeInWords(interval, 1);
}

function sentenceOf(title: string, bars: readonly IndexBar[]): string {
  const shown = bars.filter(({ score }) => score !== null).toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return `${title}: too few replies to show anything.`;
  if (first === last) return `${title}: ${numberInWords(first.score ?? 0, 1)} of 100, ${first.label}.`;
  return `${title}: from ${numberInWords(first.score ?? 0, 1)} of 100 (${first.label}) to ${numberInWords(last.score ?? 0, 1)} (${last.label}).`;
}
