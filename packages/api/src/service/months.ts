import type { MonthCounts } from '@plumbline/analytics/compliance';
import { addMonths, formatDay, startOfMonth, type Day, type LocalDate } from '@plumbline/domain/calendar';
import { findingOn, type AsOf, type Duty, type Finding } from '@plumbline/domain/rules';

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

/** The months of a page, by their first days, from tallies; where several stand for one month of one team they are added up. */
export function monthCounts(months: readonly LocalDate[], tallies: readonly MonthTally[]): MonthCounts[] {
  const byMonth = new Map(months.map((month) => [month, { due: 0, onTime: 0, late: 0, excused: 0 }]));
  for (const { month, due, onTime, late, excused } of tallies) {
    const counts = byMonth.get(month);
    if (counts === undefined) continue;
    counts.due += due;
    counts.onTime += onTime;
    counts.late += late;
    counts.excused += excused;
  }
  return [...byMonth].map(([month, counts]) => {
    const { due, onTime, late, excused } = counts;
    return { month, ...counts, notDone: due - onTime - late - excused };
  });
}

/** Nothing is settled yet, or nothing was ever owed. */
const UNSETTLED: ReadonlySet<Finding> = new Set<Finding>(['not-applicable', 'unknown', 'silent', 'due']);

/**
 * Tallies of requirements as they stood on a day, for what is worked out anew, by the month of the due date. What was done ahead of
 * its day counts in the month of that day; those of no team are left out.
 */
export function tallyMonths(duties: Iterable<Duty>, asOf: AsOf, teamOf: (duty: Duty) => string | null): MonthTally[] {
  const months = monthsUpTo(asOf.on);
  const [first, last] = [months[0] ?? asOf.on, addMonths(months.at(-1) ?? asOf.on, 1) - 1];
  const tallies: MonthTally[] = [];
  for (const duty of duties) {
    if (duty.dueOn === null || duty.dueOn < first || duty.dueOn > last || duty.judged !== 'by-date') continue;
    const { finding } = findingOn(duty, asOf);
    const team = UNSETTLED.has(finding) ? null : teamOf(duty);
    if (team === null) continue;
    tallies.push({
      team,
      month: formatDay(startOfMonth(duty.dueOn)),
      due: 1,
      onTime: Number(finding === 'met'),
      late: Number(finding === 'met-late'),
      excused: Number(finding === 'excused'),
    });
  }
  return tallies;
}
