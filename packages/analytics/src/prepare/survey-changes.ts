/**
 * What moved between two survey rounds, made of what was published of each. Every movement comes with its interval and with what
 * else happened in between; what brought it about, a survey cannot say and the page does not.
 */
import type { ReleasedQuestion, ReleasedTable, ShownTable } from '../disclosure/release.ts';
import { benjaminiHochberg } from '../statistics/index.ts';
import { changeOf, countsInOrder, isComparable, shareChange, type RoundCounts, type ShareChange } from '../surveys/index.ts';
import { partsOf, standsOnScale } from './survey-bar-parts.ts';
import type { TableTwin } from './survey-table.ts';
import { isClear, meanwhileInWords, movementInWords, pInWords, rangeInWords, shareInWords } from './wording/survey-figures.ts';

export interface ChangeInput {
  readonly key: string;
  readonly label: string;
  /** A pair that `joinQuestions` made. */
  readonly before: { readonly question: ReleasedQuestion; readonly table: ReleasedTable };
  readonly after: { readonly question: ReleasedQuestion; readonly table: ReleasedTable };
}

export interface ChangeRow {
  readonly key: string;
  readonly label: string;
  /** Good answers, as fractions of 1; null where the two cannot be compared. */
  readonly change: ShareChange | null;
  /** Of pairs of one reply before and one after, the share in which the later one is better, ties half: ½ where neither is. Null where answers were taken together. */
  readonly superiority: number | null;
  /** The p value after all rows were scanned together (Benjamini and Hochberg); it follows the interval and never leads. */
  readonly scanned: number | null;
  /** Up or down where all of the interval lies on one side of nothing; else unsure. */
  readonly direction: 'up' | 'down' | 'unsure' | null;
  /** ▲, ▼ or ◇ beside the words, since colour is never alone. */
  readonly mark: string;
  readonly note: string | null;
  readonly sentence: string;
}

export interface ChangesModel {
  readonly title: string;
  readonly unit: 'points';
  /** Points, the same to both sides, in whole tens. */
  readonly axis: { readonly from: number; readonly to: number };
  readonly rows: readonly ChangeRow[];
  /** What was compared: rounds, and the versions of the policy that they were asked under. */
  readonly compared: string;
  readonly sentence: string;
  readonly table: TableTwin;
}

/** A round as it is named: "June 2026", and the policy version that was in force. */
export interface ComparedRound {
  readonly name: string;
  readonly policyVersion: string | null;
}

const MARKS = { up: '▲', down: '▼', unsure: '◇' } as const;
const TOO_FEW = 'Too few replies in one of the rounds to compare; see the group above.';

/** Good answers of two rounds side by side. Rows that cannot be compared stay, with the reason. `meanwhile`: what else happened in between. */
export function prepareChanges(
  title: string,
  rounds: { readonly before: ComparedRound; readonly after: ComparedRound },
  inputs: readonly ChangeInput[],
  meanwhile: readonly string[] = [],
): ChangesModel {
  const single = inputs.map((input) => rowOf(input, meanwhile));
  const rows = scan(single);
  return {
    title,
    unit: 'points',
    axis: axisOf(rows),
    rows,
    compared: comparedInWords(rounds.before, rounds.after),
    sentence: sentenceOf(title, rows, meanwhile),
    table: {
      caption: `${title}, good answers in % of replies`,
      columns: ['', rounds.before.name, rounds.after.name, 'Change in points', 'Interval', 'p, all rows scanned'],
      rows: rows.map(({ key, label, change, scanned, note }) => ({
        key,
        header: label,
        cells: change === null ? [] : [...cellsOf(change), pInWords(scanned ?? 1)],
        note: change === null ? note : null,
      })),
    },
  };
}

/** P values of all rows that can be compared, scanned together. */
function scan(rows: readonly ChangeRow[]): ChangeRow[] {
  const compared = rows.filter(({ change }) => change !== null);
  const scanned = benjaminiHochberg(compared.map(({ change }) => change?.p ?? 1));
  return rows.map((row) => ({ ...row, scanned: scanned[compared.indexOf(row)] ?? null }));
}

function rowOf({ key, label, before, after }: ChangeInput, meanwhile: readonly string[]): ChangeRow {
  const moved = goodChange(before, after);
  if (moved === null) {
    const without = { change: null, superiority: null, scanned: null, direction: null, mark: '–' };
    return { key, label, ...without, note: TOO_FEW, sentence: `${label}: ${TOO_FEW}` };
  }
  const { change, superiority } = moved;
  const direction = isClear(change) ? (change.difference > 0 ? 'up' : 'down') : 'unsure';
  const sentence = `${label}: good answers ${movementInWords(pointsOf(change))}${meanwhileInWords(meanwhile)}.`;
  return { key, label, change, superiority, scanned: null, direction, mark: MARKS[direction], note: null, sentence };
}

/** Null where one of the two is not shown in numbers, has too few for a trend, or stands on no scale. */
function goodChange(
  before: ChangeInput['before'],
  after: ChangeInput['after'],
): { readonly change: ShareChange; readonly superiority: number | null } | null {
  if (before.table.state !== 'shown' || after.table.state !== 'shown') return null;
  if (!standsOnScale(before.question) || !standsOnScale(after.question)) return null;
  if (!isComparable(baseOf(before.table), baseOf(after.table))) return null;
  if (before.table.detail === 'as-asked' && after.table.detail === 'as-asked') {
    const made = changeOf(after.question, countsOf(after.question, before.table), countsOf(after.question, after.table));
    if (made.kind !== 'change' || made.favourable === null) return null;
    const higher = made.ranks?.superiority ?? null;
    return { change: made.favourable, superiority: higher === null ? null : after.question.isReversed ? 1 - higher : higher };
  }
  const change = shareChange(goodOf(before.question, before.table), goodOf(after.question, after.table));
  return { change, superiority: null };
}

function countsOf(question: ReleasedQuestion, table: ShownTable): RoundCounts {
  return { ...baseOf(table), counts: countsInOrder(question, table.answers) };
}

function baseOf({ n, population }: ShownTable): RoundCounts {
  return { base: n, population, counts: [] };
}

/** Where answers are taken together in one of the rounds, both are taken by their sides. */
function goodOf(question: ReleasedQuestion, table: ShownTable): { x: number; n: number } {
  const good = new Set(
    partsOf(question, table.detail === 'in-three')
      .filter(({ side }) => side === 'positive')
      .map(({ id }) => id),
  );
  return { x: table.answers.reduce((sum, { id, count }) => (good.has(id) ? sum + count : sum), 0), n: table.n };
}

function pointsOf({ difference, low, high }: ShareChange): { difference: number; low: number; high: number } {
  return { difference: difference * 100, low: low * 100, high: high * 100 };
}

function cellsOf(change: ShareChange): string[] {
  const points = pointsOf(change);
  const moved = Math.round(points.difference);
  return [
    shareInWords(change.before),
    shareInWords(change.after),
    moved > 0 ? `+${moved}` : moved < 0 ? `−${-moved}` : '0',
    rangeInWords(points),
  ];
}

function comparedInWords(before: ComparedRound, after: ComparedRound): string {
  const named = ({ name, policyVersion }: ComparedRound): string =>
    policyVersion === null ? name : `${name} (policy version ${policyVersion})`;
  const same = before.policyVersion !== null && before.policyVersion === after.policyVersion;
  return same
    ? `${before.name} and ${after.name}, both under policy version ${after.policyVersion}`
    : `${named(before)} and ${named(after)}`;
}

function axisOf(rows: readonly ChangeRow[]): { from: number; to: number } {
  const ends = rows.flatMap(({ change }) => (change === null ? [] : [Math.abs(change.low), Math.abs(change.high)]));
  const reach = Math.min(100, Math.max(10, Math.ceil(Math.max(0, ...ends) * 10 - 1e-9) * 10));
  return { from: -reach, to: reach };
}

function sentenceOf(title: string, rows: readonly ChangeRow[], meanwhile: readonly string[]): string {
  const of = (direction: ChangeRow['direction']): number => rows.filter((row) => row.direction === direction).length;
  const compared = rows.length - of(null);
  if (compared === 0) return `${title}: nothing can be compared.`;
  return `${title}: of ${compared} compared, ${of('up')} went up, ${of('down')} went down and ${of('unsure')} may not have moved${meanwhileInWords(meanwhile)}.`;
}
