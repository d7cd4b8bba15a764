import type { MonthCounts } from '@plumbline/analytics/compliance';
import { addMonths, formatDay, startOfMonth, toDay, type Day } from '@plumbline/domain/calendar';
import { findingOn, type AsOf, type Duty } from '@plumbline/domain/rules';

/** How many months a page looks back, the month of the day asked about included. */
const MONTHS = 12;

/** The first days of the months that a page shows, oldest first. */
export function monthsUpTo(on: Day): Day[] {
  const last = startOfMonth(on);
  return Array.from({ length: MONTHS }, (_, i) => addMonths(last, i - MONTHS + 1));
}

/** What fell due in a month for one team, however it was counted. */
export interface MonthTally {
  readonly team: string;
  readonly month: string;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
}

/** The months of a page from tallies. `pending` lists what falls due later in the last month and is still open. */
export function monthCounts(on: Day, tallies: readonly MonthTally[], pending: number): MonthCounts[] {
  const months = monthsUpTo(on);
  return months.map((month, i) => {
    const name = formatDay(month);
    const sum = { due: 0, onTime: 0, late: 0, excused: 0 };
    for (const tally of tallies) {
      if (tally.month !== name) continue;
      sum.due += tally.due;
      sum.onTime += tally.onTime;
      sum.late += tally.late;
      sum.excused += tally.excused;
    }
    const due = sum.due - (i === MONTHS - 1 ? pending : 0);
    return { month: name, ...sum, due, notDone: Math.max(0, due - sum.onTime - sum.late - sum.excused) };
  });
}

/** Tallies of requirements as they stood on a day, for days in the past. */
export function tallyMonths(duties: Iterable<Duty>, asOf: AsOf, teamOf: (duty: Duty) => string | null): MonthTally[] {
  const first = monthsUpTo(asOf.on)[0] ?? asOf.on;
  const tallies: MonthTally[] = [];
  for (const duty of duties) {
    if (duty.dueOn === null || duty.dueOn < first || duty.dueOn > asOf.on || duty.judged !== 'by-date') continue;
    const { finding } = findingOn(duty, asOf);
    if (finding === 'not-applicable' || finding === 'unknown' || finding === 'silent' || finding === 'due') continue;
    tallies.push({
      team: teamOf(duty) ?? '',
      month: formatDay(startOfMonth(duty.dueOn)),
      due: 1,
      onTime: Number(finding === 'met'),
      late: Number(finding === 'met-late'),
      excused: Number(finding === 'excused'),
    });
  }
  return tallies;
}

/** Whether a due date lies after a day but still within its month. */
export function isLaterThisMonth(dueOn: string, on: Day): boolean {
  return toDay(dueOn) > on && startOfMonth(toDay(dueOn)) === startOfMonth(on);
}
