import { addMonths, civilOf, formatDay, startOfMonth, toDay, type LocalDate } from '@plumbline/domain/calendar';
import type { Period } from './rows.ts';

/**
 * The period of the same length that ends the day before. Whole months are followed by as many whole months (a quarter by the
 * quarter before it), anything else by as many days. A period that ends before it begins stops it.
 */
export function periodBefore({ from, to }: Period): Period {
  const first = toDay(from);
  const last = toDay(to);
  if (last < first) throw new RangeError(`The period from ${from} ends on ${to}.`);
  const isWholeMonths = civilOf(first).day === 1 && civilOf(last + 1).day === 1;
  const begins = isWholeMonths ? addMonths(first, -monthsBetween(first, last + 1)) : first - (last - first + 1);
  return { from: formatDay(begins), to: formatDay(first - 1) };
}

/** The last day of the last whole month before today: figures up to it stay as they are from day to day. */
export function lastSettledDay(today: LocalDate): LocalDate {
  return formatDay(startOfMonth(toDay(today)) - 1);
}

function monthsBetween(first: number, next: number): number {
  const from = civilOf(first);
  const to = civilOf(next);
  return (to.year - from.year) * 12 + to.month - from.month;
}
