import { addMonths, startOfMonth, startOfQuarter, weekdayOf, type Day } from '../calendar/index.ts';
import type { RuleOf } from '../policy/index.ts';
import type { Stretch } from './fact-index.ts';

/** What a quota counts by: periods of the calendar, or from the beginning of what it holds for. */
export type Period = Exclude<RuleOf<'quota'>['per'], 'last-twelve-months'>;

/** Whole periods that begin on or before `openUntil`, within the stretch and the recorded days. */
export function periodsWithin(per: Period, stretch: Stretch, known: Stretch, openUntil: Day): Stretch[] {
  const periods: Stretch[] = [];
  let from = firstPeriod(per, stretch, known.from);
  while (from <= openUntil) {
    const next = nextPeriod(per, from);
    if (next - 1 > stretch.to) break;
    if (from >= known.from) periods.push({ from, to: next - 1 });
    from = next;
  }
  return periods;
}

function firstPeriod(per: Period, stretch: Stretch, known: Day): Day {
  switch (per) {
    case 'calendar-quarter': {
      const start = startOfQuarter(known);
      return start === known ? start : addMonths(start, 3);
    }
    case 'calendar-month': {
      const start = startOfMonth(known);
      return start === known ? start : addMonths(start, 1);
    }
    case 'week':
      return known + ((8 - weekdayOf(known)) % 7);
    case 'fortnight-from-start':
      return stretch.from + Math.ceil(Math.max(0, known - stretch.from) / 14) * 14;
    case 'rolling-year':
      return stretch.from;
  }
}

function nextPeriod(per: Period, from: Day): Day {
  switch (per) {
    case 'calendar-quarter':
      return addMonths(from, 3);
    case 'calendar-month':
      return addMonths(from, 1);
    case 'week':
      return from + 7;
    case 'fortnight-from-start':
      return from + 14;
    case 'rolling-year':
      return addMonths(from, 12);
  }
}
