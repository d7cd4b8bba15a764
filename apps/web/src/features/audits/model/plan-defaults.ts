import { monthName } from '@plumbline/analytics/wording';
import {
  addWorkingDays,
  civilOf,
  formatDay,
  isWorkingDay,
  lastWorkingDayOnOrBefore,
  toDay,
  type LocalDate,
} from '@plumbline/domain/calendar';

/** Four weeks leave auditors time for a handful of files beside their own work. */
const USUAL_DAYS = 28;
/** Our own choice: some of what is drawn cannot be audited after all, because people are away, have left or a file is restricted. */
const RESERVE_SHARE = 0.2;

/** First and last day that do for most audits: from the next working day, about four weeks. */
export function usualDays(today: LocalDate): { readonly startsOn: LocalDate; readonly dueOn: LocalDate } {
  const from = toDay(today);
  const starts = isWorkingDay(from) ? from : addWorkingDays(from, 1);
  return { startsOn: formatDay(starts), dueOn: formatDay(lastWorkingDayOnOrBefore(starts + USUAL_DAYS)) };
}

/** How many to hold in reserve for a draw of a size: a fifth, rounded up. */
export function usualReserves(size: number): number {
  return Math.ceil(size * RESERVE_SHARE);
}

/** "Supervision file, November 2026": told apart from the next one by its month. */
export function usualTitle(toolTitle: string, startsOn: LocalDate): string {
  if (toolTitle === '') return '';
  const { year, month } = civilOf(toDay(startsOn));
  return `${toolTitle}, ${monthName(month)} ${year}`;
}
