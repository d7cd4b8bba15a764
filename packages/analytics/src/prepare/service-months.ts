/** What fell due month by month and what became of it, made ready to be drawn as columns on one axis. */
import { civilOf, toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { MonthCounts } from '../compliance/index.ts';
import type { TableTwin } from './survey-table.ts';
import { monthName, shortMonthName } from './wording/dates.ts';

/** One column: whole per cent of what fell due in the month, absence left out. */
export interface MonthColumn {
  readonly month: LocalDate;
  /** "May", with the year where it is the first or a January: "Jan ’27". */
  readonly label: string;
  readonly onTime: number;
  readonly late: number;
  readonly notDone: number;
  /** The month is not over: what falls due later in it is not in the column. */
  readonly isRunning: boolean;
  readonly sentence: string;
}

/** A part of the columns, from the ground up, with what tells it apart besides its colour. */
export interface ColumnPart {
  readonly key: 'onTime' | 'late' | 'notDone';
  readonly label: string;
  readonly pattern: 'full' | 'stripes' | 'open';
}

export interface MonthsModel {
  readonly title: string;
  readonly unit: '% of what fell due';
  readonly parts: readonly ColumnPart[];
  readonly columns: readonly MonthColumn[];
  readonly sentence: string;
  readonly table: TableTwin;
}

const PARTS: readonly ColumnPart[] = [
  { key: 'onTime', label: 'Done on time', pattern: 'full' },
  { key: 'late', label: 'Done late', pattern: 'stripes' },
  { key: 'notDone', label: 'Not done', pattern: 'open' },
];

/** Months in their order; one in which nothing fell due is an empty column and says so. `on` is the day asked about. */
export function prepareMonths(months: readonly MonthCounts[], on: LocalDate): MonthsModel {
  const columns = months.map((month, i) => columnOf(month, i === 0, on));
  return {
    title: 'Month by month',
    unit: '% of what fell due',
    parts: PARTS,
    columns,
    sentence: sentenceOf(months, on),
    table: {
      caption: 'What fell due and what became of it, by month',
      columns: ['Month', 'Fell due', ...PARTS.map(({ label }) => label), 'Not counted: away'],
      rows: months.map((month) => ({
        key: month.month,
        header: nameOf(month),
        cells: [countedIn(month), month.onTime, month.late, month.notDone, month.excused].map((count) =>
          count.toLocaleString('en-GB'),
        ),
        note: countedIn(month) + month.excused === 0 ? 'Nothing fell due.' : null,
      })),
    },
  };
}

function columnOf(month: MonthCounts, isFirst: boolean, on: LocalDate): MonthColumn {
  const due = countedIn(month);
  const civil = civilOf(toDay(month.month));
  const short = shortMonthName(civil.month);
  const share = (part: number): number => (due === 0 ? 0 : Math.round((part / due) * 100));
  const onTime = share(month.onTime);
  const late = share(month.late);
  return {
    month: month.month,
    label: isFirst || civil.month === 1 ? `${short} ’${String(civil.year).slice(2)}` : short,
    onTime,
    late,
    // What is left of a hundred, so that rounding never makes a column too high or too low.
    notDone: due === 0 ? 0 : Math.max(0, 100 - onTime - late),
    isRunning: month.month.slice(0, 7) === on.slice(0, 7),
    sentence:
      due === 0
        ? `${nameOf(month)}: nothing fell due.`
        : `${nameOf(month)}: ${month.onTime} of ${due} on time, ${month.late} late, ${month.notDone} not done.`,
  };
}

/** What fell due and counts: not while away. */
function countedIn(month: MonthCounts): number {
  return month.onTime + month.late + month.notDone;
}

function nameOf({ month }: MonthCounts): string {
  const civil = civilOf(toDay(month));
  return `${monthName(civil.month)} ${civil.year}`;
}

/** The best and the poorest full month; the one that is still running says too little. */
function sentenceOf(months: readonly MonthCounts[], on: LocalDate): string {
  const full = months.filter((month) => month.month.slice(0, 7) < on.slice(0, 7) && countedIn(month) > 0);
  if (full.length === 0) return 'No month is over in which anything fell due.';
  const share = (month: MonthCounts): number => Math.round((month.onTime / countedIn(month)) * 100);
  const shares = full.map(share);
  const [least, most] = [Math.min(...shares), Math.max(...shares)];
  const monthWith = (value: number): string => nameOf(full[shares.indexOf(value)] as MonthCounts);
  if (least === most) return `${most}% of what fell due was done on time in every full month.`;
  return `Done on time: between ${least}% (${monthWith(least)}) and ${most}% (${monthWith(most)}) of what fell due in a month.`;
}
