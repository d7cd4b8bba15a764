import type { IntervalText } from '@plumbline/domain/rules';

const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

const UNITS: Readonly<Record<IntervalText['unit'], readonly [string, string]>> = {
  days: ['day', 'days'],
  weeks: ['week', 'weeks'],
  months: ['month', 'months'],
  workingDays: ['working day', 'working days'],
  workingWeeks: ['working week', 'working weeks'],
  years: ['year', 'years'],
  hours: ['hour', 'hours'],
};

/** "two" up to ten, then figures. */
export function countInWords(count: number): string {
  return SMALL[count] ?? String(count);
}

/** "two months", "one working week", "42 days". */
export function intervalInWords(interval: IntervalText): string {
  const [one, many] = UNITS[interval.unit];
  return `${countInWords(interval.count)} ${interval.count === 1 ? one : many}`;
}

/** "every two months", "every month". */
export function everyInWords(interval: IntervalText): string {
  return interval.count === 1 ? `every ${UNITS[interval.unit][0]}` : `every ${intervalInWords(interval)}`;
}

/** The first letter large, for the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "a, b and c". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
