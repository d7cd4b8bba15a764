import { monthName, shortMonthName } from '@plumbline/analytics/wording';
import { addMonths, civilOf, formatDay, startOfMonth, toDay, type LocalDate } from '@plumbline/domain/calendar';

/** A stretch of days as a part of the picture, in percent of its width. */
export interface LanePart {
  readonly left: number;
  readonly width: number;
}

export interface LaneMonth extends LanePart {
  readonly key: string;
  readonly label: string;
  readonly name: string;
}

interface Period {
  readonly from: string;
  readonly to: string;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Where days from `startsOn` to `dueOn`, both counted, lie in a period; null where they lie outside it. */
export function laneOf(startsOn: string, dueOn: string, { from, to }: Period): LanePart | null {
  const first = toDay(from as LocalDate);
  const days = toDay(to as LocalDate) - first + 1;
  const begins = Math.max(0, toDay(startsOn as LocalDate) - first);
  const ends = Math.min(days, toDay(dueOn as LocalDate) - first + 1);
  if (ends <= begins) return null;
  return { left: round((begins / days) * 100), width: round(((ends - begins) / days) * 100) };
}

/** Where the plumb line of today hangs: the middle of the day; null outside the period. */
export function todayAt(today: string, { from, to }: Period): number | null {
  const lane = laneOf(today, today, { from, to });
  return lane === null ? null : round(lane.left + lane.width / 2);
}

/** The months of a period, each with its part of the width. */
export function monthsOf({ from, to }: Period): LaneMonth[] {
  const months: LaneMonth[] = [];
  const last = toDay(to as LocalDate);
  for (let day = startOfMonth(toDay(from as LocalDate)); day <= last; day = addMonths(day, 1)) {
    const { year, month } = civilOf(day);
    const lane = laneOf(formatDay(day), formatDay(addMonths(day, 1) - 1), { from, to });
    if (lane !== null)
      months.push({ ...lane, key: formatDay(day), label: shortMonthName(month), name: `${monthName(month)} ${year}` });
  }
  return months;
}

/** The twelve months that begin so many years before or after the first month of a period. */
export function shiftYears({ from }: Period, years: number): Period {
  const first = addMonths(startOfMonth(toDay(from as LocalDate)), years * 12);
  return { from: formatDay(first), to: formatDay(addMonths(first, 12) - 1) };
}

/** "August 2026 to July 2027". */
export function periodInWords({ from, to }: Period): string {
  const name = (date: string): string => {
    const { year, month } = civilOf(toDay(date as LocalDate));
    return `${monthName(month)} ${year}`;
  };
  return `${name(from)} to ${name(to)}`;
}
