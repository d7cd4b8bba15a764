/** The board as parts with sentences and tables, for files: what stands on the page, in its order, and nothing else. */
import type { AuditBoard, GradesModel } from '@plumbline/analytics/audits';
import type { TableTwin } from '@plumbline/analytics/prepare';
import { dateInWords, keptBackInWords, listInWords, numberInWords, rangeInWords } from '@plumbline/analytics/wording';
import type { BoardView } from './view-board.ts';

export interface BoardSection {
  /** Short, and at most 31 characters, as sheets of a workbook must be. */
  readonly sheet: string;
  readonly title: string;
  readonly sentence: string;
  /** Null where there is nothing to tabulate. */
  readonly table: TableTwin | null;
}

const SHEETS: Readonly<Record<GradesModel['basis'], string>> = {
  random: 'Grades by team',
  targeted: 'Picked for a reason',
  'own-line': 'Own checks',
};

/** How a row without figures reads, in every file of the board. */
export const HIDDEN_WORDS =
  'Where figures would tell whose they are, the row says that there are too few to show. That is never a nought, and the figures stand nowhere else in the file.';

/** The parts of a board, the ones that most people look for first. */
export function boardSections({ board, drift }: BoardView): BoardSection[] {
  const { grades, counted, themes, improvement, actions, coverage, progress, agreement } = board;
  return [
    sectionOf(SHEETS.random, grades, 'Team'),
    ...counted.map((model) => sectionOf(SHEETS[model.basis], model, 'Team')),
    sectionOf('Areas of practice', themes, 'Area or question'),
    sectionOf('What moved', improvement, 'Question'),
    sectionOf('Actions', actions, 'Team'),
    sectionOf('Teams looked at', coverage, 'Team'),
    sectionOf('Progress', progress, 'Audit'),
    { sheet: 'Agreement', title: 'How far graders agree', sentence: agreement.sentence, table: null },
    ...(drift === null || drift.length === 0 ? [] : [driftSection(drift)]),
  ];
}

type Model = Pick<AuditBoard['progress'], 'title' | 'sentence' | 'table'>;

function sectionOf(sheet: string, { title, sentence, table }: Model, first: string): BoardSection {
  const named = { ...table, columns: [first, ...table.columns.slice(1)] };
  return { sheet, title, sentence, table: table.rows.length === 0 ? null : named };
}

/** For whoever plans audits: how far each auditor's first grades lie from what was agreed. */
function driftSection(drift: NonNullable<BoardView['drift']>): BoardSection {
  const rows = drift
    .toSorted((a, b) => a.who.name.localeCompare(b.who.name, 'en-GB'))
    .map(({ auditor, who, pairs, drift: mean }) => ({
      key: auditor,
      header: who.name,
      cells:
        mean === null
          ? []
          : [String(pairs), numberInWords(mean.estimate, 1), mean.interval === null ? '–' : rangeInWords(mean.interval, 1)],
      note: mean === null ? `${pairs} graded twice, too few to say.` : null,
    }));
  return {
    sheet: 'Auditors',
    title: 'Each auditor beside the agreed grade',
    sentence:
      'Shown only to those who plan audits. Above 0, the grade agreed on was better than the auditor’s own; below 0, it was worse.',
    table: {
      caption: 'Agreed grade less the auditor’s own, on average, in grades',
      columns: ['Auditor', 'Graded twice', 'On average', 'Interval'],
      rows,
    },
  };
}

/** What whoever opens a file must know before they read it. */
export function aboutBoard(
  { board, months, teams, keptBack }: BoardView,
  council: string,
): (readonly [what: string, value: string])[] {
  const { from, to } = board.period;
  return [
    ['Council', council],
    ['Period', `${dateInWords(from)} to ${dateInWords(to)}: ${months} whole months, up to the last that is over`],
    ['Made on', dateInWords(board.today)],
    ['Teams', listInWords(teams.map(({ name }) => name))],
    ['Who may see it', 'Whoever may see how audits went in all of these teams. It holds what its maker was shown on the page.'],
    ...(keptBack === 0 ? [] : [['Second grades', keptBackInWords(keptBack)] as const]),
    ['Where figures are hidden', HIDDEN_WORDS],
  ];
}
