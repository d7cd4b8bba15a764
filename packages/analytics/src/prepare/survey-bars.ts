/**
 * Answers on a scale as bars: spread to both sides of a line down the middle of the neutral answers, or (as a switch) as full
 * bars, which compare the outer answers better. Made of published tables only.
 */
import type { ReleasedQuestion, ReleasedTable, ShownTable } from '../disclosure/release.ts';
import type { NetScore } from '../statistics/index.ts';
import { favourableOf, netOf, type Favourable } from './survey-bar-figures.ts';
import { partsOf, PATTERNS, type Pattern, type Side, type Tone } from './survey-bar-parts.ts';
import { areTakenTogether, tableOfBars } from './survey-bar-table.ts';
import { notShownWords, type TableTwin } from './survey-table.ts';
import { listInWords } from './wording/intervals.ts';
import { repliesInWords, shareInWords, shareRangeInWords } from './wording/survey-figures.ts';

/** What is drawn in one row: a question for one of several groups, or one of several questions for one group. */
export interface BarInput {
  readonly key: string;
  readonly label: string;
  readonly question: ReleasedQuestion;
  readonly table: ReleasedTable;
}

export interface BarSegment {
  readonly answer: string;
  readonly text: string;
  readonly side: Side;
  readonly tone: Tone;
  readonly pattern: Pattern;
  /** Where it begins and ends on the axis, as fractions: of 1 is 100%. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** "42%", or empty where the segment is too narrow to hold it. */
  readonly label: string;
  /** "Agree: 42%, 21 of 50 replies". */
  readonly title: string;
}

export interface BarRow {
  readonly key: string;
  readonly label: string;
  /** `most`: only what nearly all said may be told. */
  readonly state: 'shown' | 'most' | 'not-shown';
  readonly segments: readonly BarSegment[];
  readonly n: number | null;
  /** Answers on the good side; null where they are not shown. */
  readonly favourable: Favourable | null;
  /** Good less bad answers in points, with its interval; null where they are not shown. */
  readonly net: NetScore | null;
  /** Said in place of a bar, and of a question that was asked the other way round. */
  readonly note: string | null;
  readonly sentence: string;
}

export interface BarsModel {
  readonly layout: 'diverging' | 'whole';
  readonly title: string;
  readonly unit: '% of replies';
  readonly axis: {
    readonly from: number;
    readonly to: number;
    readonly ticks: readonly { readonly at: number; readonly label: string }[];
  };
  readonly legend: readonly { readonly text: string; readonly tone: Tone; readonly pattern: Pattern }[];
  readonly rows: readonly BarRow[];
  readonly sentence: string;
  readonly table: TableTwin;
}

/** A segment narrower than this holds no words. */
const LEAST_LABELLED = 0.06;

/**
 * Bars of questions with the same answers. The left edge of a bar lies at -(negative + neutral / 2), so that the line at 0 runs
 * through the middle of the neutral answers. A question that was asked the other way round is turned: its good answers lie right.
 * A question whose answers stand on no scale stops it; see `standsOnScale`.
 */
export function prepareBars(title: string, inputs: readonly BarInput[], layout: 'diverging' | 'whole' = 'diverging'): BarsModel {
  const rows = inputs.map((input) => prepareRow(input, layout));
  return {
    layout,
    title,
    unit: '% of replies',
    axis: layout === 'diverging' ? divergingAxis(rows) : { from: 0, to: 1, ticks: ticksFrom(0, 1, false) },
    legend: legendOf(inputs),
    rows,
    sentence: sentenceOf(title, rows),
    table: tableOfBars(title, inputs, rows),
  };
}

function prepareRow({ key, label, question, table }: BarInput, layout: 'diverging' | 'whole'): BarRow {
  const turned = question.isReversed ? 'Asked the other way round: the good answers stand on the right.' : null;
  const without = { key, label, segments: [], n: null, favourable: null, net: null };
  if (table.state === 'not-shown') {
    const note = notShownWords(table.reason);
    return { ...without, state: 'not-shown', note, sentence: `${label}: ${table.reason}.` };
  }
  if (table.state === 'most') {
    const note = `At least ${table.atLeastPercent}% answered ${mostInWords(question, table.answers)}.`;
    return {
      ...without,
      state: 'most',
      note,
      sentence: `${label}: at least ${table.atLeastPercent}% answered ${mostInWords(question, table.answers)}.`,
    };
  }
  const segments = segmentsOf(question, table, layout);
  const favourable = favourableOf(question, table);
  return {
    key,
    label,
    state: 'shown',
    segments,
    n: table.n,
    favourable,
    net: netOf(question, table),
    note: turned,
    sentence: rowSentence(label, table.n, favourable),
  };
}

function mostInWords(question: ReleasedQuestion, ids: readonly string[]): string {
  const parts = [...partsOf(question, false), ...partsOf(question, true)];
  return listInWords(ids.map((id) => `“${parts.find((part) => part.id === id)?.text ?? id}”`));
}

function segmentsOf(question: ReleasedQuestion, table: ShownTable, layout: 'diverging' | 'whole'): BarSegment[] {
  const counts = new Map(table.answers.map(({ id, count }) => [id, count]));
  const parts = partsOf(question, table.detail === 'in-three').map((part) => ({ ...part, count: counts.get(part.id) ?? 0 }));
  const share = (side: Side): number =>
    parts.reduce((sum, part) => (part.side === side ? sum + part.count : sum), 0) / Math.max(1, table.n);
  let from = layout === 'diverging' ? -(share('negative') + share('neutral') / 2) : 0;
  return parts.map(({ id, text, side, tone, count }) => {
    const width = table.n === 0 ? 0 : count / table.n;
    const start = from;
    from += width;
    return {
      answer: id,
      text,
      side,
      tone,
      pattern: PATTERNS[tone],
      from: start,
      to: from,
      count,
      label: width < LEAST_LABELLED ? '' : shareInWords(width),
      title: `${text}: ${shareInWords(width)}, ${count.toLocaleString('en-GB')} of ${repliesInWords(table.n)}`,
    };
  });
}

function rowSentence(label: string, n: number, favourable: Favourable | null): string {
  if (favourable === null) return `${label}: nobody answered.`;
  const range = favourable.interval === null ? 'everybody answered' : `interval ${shareRangeInWords(favourable.interval)}`;
  return `${label}: ${shareInWords(favourable.share)} gave a good answer, ${range}, of ${repliesInWords(n)}.`;
}

/** One sentence for the whole picture: the highest and the lowest of what is shown. */
function sentenceOf(title: string, rows: readonly BarRow[]): string {
  const shown = rows
    .flatMap((row) => (row.favourable === null ? [] : [{ row, share: row.favourable.share }]))
    .sort((a, b) => b.share - a.share);
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return `${title}: too few replies to show anything.`;
  const hidden = rows.filter(({ state }) => state !== 'shown').length;
  const rest = hidden === 0 ? '' : `; ${hidden} of ${rows.length} cannot be shown in numbers`;
  if (shown.length === 1) return `${title}: ${shareInWords(first.share)} good answers, ${first.row.label}${rest}.`;
  return `${title}: good answers run from ${shareInWords(first.share)} (${first.row.label}) to ${shareInWords(last.share)} (${last.row.label})${rest}.`;
}

function legendOf(inputs: readonly BarInput[]): BarsModel['legend'] {
  const plain = inputs.find(({ question }) => !question.isReversed) ?? inputs[0];
  if (plain === undefined) return [];
  return partsOf(plain.question, areTakenTogether(inputs)).map(({ text, tone }) => ({ text, tone, pattern: PATTERNS[tone] }));
}

/** As far to either side as the longest bar, in whole quarters, and the same to both. */
function divergingAxis(rows: readonly BarRow[]): BarsModel['axis'] {
  const ends = rows.flatMap(({ segments }) => segments.flatMap(({ from, to }) => [Math.abs(from), Math.abs(to)]));
  const reach = Math.min(1, Math.max(0.25, Math.ceil(Math.max(0, ...ends) * 4 - 1e-9) / 4));
  return { from: -reach, to: reach, ticks: ticksFrom(-reach, reach, true) };
}

/** Labels say how many per cent, to either side: a share is never below nothing. */
function ticksFrom(from: number, to: number, isDiverging: boolean): { at: number; label: string }[] {
  const count = Math.round((to - from) * 4);
  return Array.from({ length: count + 1 }, (_, i) => {
    const at = from + i / 4;
    return { at, label: shareInWords(isDiverging ? Math.abs(at) : at) };
  });
}
