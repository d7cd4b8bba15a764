import { dateInWords, monthName } from '@plumbline/analytics/wording';
import { civilOf, startOfMonth, toDay } from '@plumbline/domain/calendar';

export interface Period {
  readonly fromOn: string;
  readonly toOn: string;
}

/** "October 2026", "August to October 2026"; a period that is not of whole months goes from day to day. */
export function periodInWords({ fromOn, toOn }: Period): string {
  const [from, to] = [toDay(fromOn), toDay(toOn)];
  if (startOfMonth(from) !== from || startOfMonth(to + 1) !== to + 1) return `${dateInWords(fromOn)} to ${dateInWords(toOn)}`;
  const [first, last] = [civilOf(from), civilOf(to)];
  const end = `${monthName(last.month)} ${last.year}`;
  if (first.year !== last.year) return `${monthName(first.month)} ${first.year} to ${end}`;
  return first.month === last.month ? end : `${monthName(first.month)} to ${end}`;
}

/** The same with the word before it: "in October 2026", "from August to October 2026". */
export function duringInWords(period: Period): string {
  const words = periodInWords(period);
  return words.includes(' to ') ? `from ${words}` : `in ${words}`;
}

/** Whether two periods are the same days. */
export function isSamePeriod(a: Period, b: Period): boolean {
  return a.fromOn === b.fromOn && a.toOn === b.toOn;
}
