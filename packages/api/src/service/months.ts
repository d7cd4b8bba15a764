import type { MonthCounts } from '@plumbline/analytics/compliance';
import { addMonths, formatDay, startOfMonth, type Day } from '@plumbline/domain/calendar';
import { findingOn, type AsOf, type Duty } from '@plumbline/domain/rules';

/** How many months a page looks back, the month of the day asked about included. */
const MONTHS = 12;

/** The first days of the months that a page shows, oldest first. */
export function monthsUpTo(on: Day): Day[] {
  const last = startOfMonth(on);
  return Array.from({ length: MONTHS }, (_, i) => addMonths(last, i - MONTHS + 1));
}

/** What was due in each month and what became of it, from the requirements themselves. */
export function countMonths(duties: Iterable<Duty>, asOf: AsOf): MonthCounts[] {
  const months = monthsUpTo(asOf.on);
  const first = months[0] ?? asOf.on;
  const rows = months.map((month) => ({ month: formatDay(month), due: 0, onTime: 0, late: 0, notDone: 0, excused: 0 }));
  for (const duty of duties) {
    if (duty.dueOn === null || duty.dueOn < first || duty.dueOn > asOf.on || duty.judged !== 'by-date') continue;
    const row = rows[months.indexOf(startOfMonth(duty.dueOn))];
    if (row !== undefined) addTo(row, duty, asOf);
  }
  return rows;
}

function addTo(
  row: { due: number; onTime: number; late: number; notDone: number; excused: number },
  duty: Duty,
  asOf: AsOf,
): void {
  const { finding } = findingOn(duty, asOf);
  if (finding === 'not-applicable' || finding === 'unknown' || finding === 'silent') return;
  row.due += 1;
  if (finding === 'met') row.onTime += 1;
  else if (finding === 'met-late') row.late += 1;
  else if (finding === 'excused') row.excused += 1;
  else if (finding === 'overdue' || finding === 'breached') row.notDone += 1;
}
