/** Published tables as plain rows, for files: only what stands on the page, hidden groups as words. */
import { csvCell } from '../prepare/spreadsheet-cell.ts';
import { INDEX_NAMES } from '../prepare/survey-indices.ts';
import { ROUTE_PARTS } from './row-words.ts';
import type { ReleasedQuestion, ReleasedTable, ResponseRate } from '../disclosure/index.ts';
import type { PublishedRelease } from './views.ts';
import type { QuestionWords } from './question-words.ts';

export type Cell = string | number | null;

export interface RowTable {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const SIDES: Readonly<Record<string, string>> = {
  negative: 'The lower two answers',
  neutral: 'The middle answer',
  positive: 'The upper two answers',
};

/** Answers, response rates and indices of what was published, one table each. */
export function resultTables(release: PublishedRelease, words: readonly QuestionWords[]): RowTable[] {
  return [answerTable(release, words), rateTable(release), indexTable(release)];
}

function answerTable(release: PublishedRelease, words: readonly QuestionWords[]): RowTable {
  const text = new Map(words.map((one) => [one.key, one]));
  const questions = new Map(release.questions.map((question) => [question.key, question]));
  const groupOf = groupNames(release);
  return {
    name: 'Answers',
    columns: [
      'Question',
      'Part of the form',
      'Breakdown',
      'Group',
      'Answer',
      'Replies',
      'Per cent',
      'Replies to the question',
      'Mean',
      'Note',
    ],
    rows: release.tables.flatMap((table) => {
      const asked = text.get(table.question);
      const group = groupOf(table.breakdown, table.group);
      const place = [asked?.text ?? table.question, ROUTE_PARTS[asked?.block ?? 'everybody'], ...group];
      return answerRows(table, questions.get(table.question), place);
    }),
  };
}

function answerRows(table: ReleasedTable, question: ReleasedQuestion | undefined, place: readonly string[]): Cell[][] {
  const textOf = (id: string): string => question?.answers.find((answer) => answer.id === id)?.text ?? SIDES[id] ?? id;
  switch (table.state) {
    case 'not-shown':
      return [[...place, null, null, null, null, null, `Not shown: ${table.reason}`]];
    case 'most':
      return table.answers.map((id) => [
        ...place,
        textOf(id),
        null,
        null,
        null,
        null,
        `At least ${table.atLeastPercent}% together`,
      ]);
    case 'shown':
      return table.answers.map(({ id, count, percent }) => [...place, textOf(id), count, percent, table.n, table.mean, null]);
  }
}

function rateTable(release: PublishedRelease): RowTable {
  const groupOf = groupNames(release);
  return {
    name: 'Response rates',
    columns: ['Breakdown', 'Group', 'People', 'Replies', 'Per cent', 'Note'],
    rows: release.rates.map((rate) => [...groupOf(rate.breakdown, rate.group), ...rateCells(rate)]),
  };
}

function rateCells({ state, headCount, replies, percent, isCapped }: ResponseRate): Cell[] {
  if (state === 'not-shown') return [null, null, null, 'Not shown: too few to protect people'];
  return isCapped ? [headCount, null, null, '95% or more'] : [headCount, replies, percent, null];
}

function indexTable(release: PublishedRelease): RowTable {
  const groupOf = groupNames(release);
  return {
    name: 'Indices',
    columns: ['Index', 'Part of the form', 'Breakdown', 'Group', 'Score, 0 to 100', 'Replies', 'Note'],
    rows: release.indices.map(({ index, part, breakdown, group, state, score, n }) => [
      INDEX_NAMES[index],
      ROUTE_PARTS[part],
      ...groupOf(breakdown, group),
      score,
      n,
      state === 'shown' ? null : 'Not shown: fewer than thirty complete replies, or too few to protect people',
    ]),
  };
}

function groupNames(release: PublishedRelease): (breakdown: string, group: string) => [string, string] {
  const names = new Map(
    release.plan.breakdowns.flatMap((breakdown) =>
      breakdown.groups.map(({ id, label }) => [`${breakdown.id} ${id}`, [breakdown.label, label] as [string, string]] as const),
    ),
  );
  return (breakdown, group) => names.get(`${breakdown} ${group}`) ?? [breakdown, group];
}

/** A table as CSV with Windows line ends. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvOf({ columns, rows }: RowTable): string {
  return [columns, ...rows].map((row) => row.map(asText).join(',')).join('\r\n') + '\r\n';
}

function asText(cell: Cell): string {
  return cell === null || typeof cell === 'number' ? String(cell ?? '') : csvCell(cell);
}
