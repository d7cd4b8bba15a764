import { addInterval, approximateDays, dayOf, FAR_FUTURE, partsOf, type Day, type Interval } from '../../calendar/index.ts';
import type { Phase } from '../parts.ts';
import type { PolicyPack } from '../pack.ts';

/** A run of days, both included. */
export interface Run {
  readonly from: Day;
  readonly to: Day;
}

/** Every day of four years, one of them a leap year: the days on which an attribute is tried to begin. */
export const BEGINNINGS: readonly Day[] = Array.from({ length: 1461 }, (_, i) => dayOf(2023, 3, 1) + i);

/** A handful of beginnings for questions that do not hang on the month: an ordinary day, ends of months, a leap day. */
export const FEW_BEGINNINGS: readonly Day[] = [dayOf(2025, 3, 12), dayOf(2025, 1, 31), dayOf(2024, 2, 29), dayOf(2023, 8, 31)];

/** The days of a phase of something that began on a day; null where there are none. The whole time where there is no phase. */
export function daysOf(phase: Phase | undefined, begins: Day, conventions: PolicyPack['conventions']): Run | null {
  if (phase === undefined) return { from: begins, to: FAR_FUTURE };
  const shift = conventions.phaseBoundary.value === 'closed-at-end' ? 0 : 1;
  const from = phase.after === undefined ? begins : addInterval(begins, phase.after) + 1 - shift;
  const to = phase.upTo === undefined ? FAR_FUTURE : addInterval(begins, phase.upTo) - shift;
  return from <= to ? { from, to } : null;
}

/** What is left of a run when others are taken out. */
export function without(run: Run, others: readonly Run[]): Run[] {
  const left: Run[] = [];
  let from = run.from;
  for (const other of others.toSorted((a, b) => a.from - b.from)) {
    if (other.to < from || other.from > run.to) continue;
    if (other.from > from) left.push({ from, to: other.from - 1 });
    from = Math.max(from, other.to + 1);
  }
  if (from <= run.to) left.push({ from, to: run.to });
  return left;
}

/** Shortest and longest that an interval can be in days, over every beginning. Working time may be longer for whoever is away. */
export function lengthsOf(interval: Interval): { readonly least: number; readonly most: number } {
  const { unit } = partsOf(interval);
  if (unit === 'days' || unit === 'weeks') return { least: approximateDays(interval), most: approximateDays(interval) };
  const lengths = BEGINNINGS.map((begins) => addInterval(begins, interval) - begins);
  const least = Math.min(...lengths);
  return { least, most: unit === 'workingWeeks' ? Number.POSITIVE_INFINITY : Math.max(...lengths) };
}

/** An interval in its own unit: "3 months", "1 working week". */
export function inOwnUnit(interval: Interval | { readonly hours: number }): string {
  const { unit, count } = 'hours' in interval ? { unit: 'hours', count: interval.hours } : partsOf(interval);
  const words = unit.replace(/([A-Z])/, ' $1').toLowerCase();
  return `${count} ${count === 1 ? words.replace(/s$/, '') : words}`;
}
