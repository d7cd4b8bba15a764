import { hoursOf } from '@plumbline/analytics/impact';
import type { WorkedOut } from './figures.ts';

/** One bar: the hours that a set of rules would take. */
export interface HoursBar {
  readonly name: string;
  /** Of the whole width, from 0 to 1; null where hours cannot be said. */
  readonly share: number | null;
  readonly text: string;
}

/** Hours a month under each set of rules, against those that were really spent. */
export interface HoursBars {
  readonly bars: readonly HoursBar[];
  /** Where the line of the hours really spent stands, from 0 to 1. */
  readonly spentAt: number;
  readonly spentText: string;
}

/** Prepares the picture of hours; null where no hours are known at all. */
export function hoursBars({ options, real }: WorkedOut): HoursBars | null {
  const spent = real.whole.spentMinutes / 60 / 12;
  const hours = options.map(({ whole }) => hoursOf(whole, real.whole).hoursAMonth);
  const most = Math.max(spent, ...hours.map((value) => value ?? 0)) * 1.05;
  if (most === 0) return null;
  const text = (value: number): string => `${Math.round(value).toLocaleString('en-GB')} hours`;
  return {
    bars: options.map(({ name }, i) => {
      const value = hours[i] ?? null;
      return { name, share: value === null ? null : value / most, text: value === null ? 'Cannot be said' : text(value) };
    }),
    spentAt: spent / most,
    spentText: text(spent),
  };
}
