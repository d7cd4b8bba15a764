import { parseInstant, toDay, londonDay, type Day } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { FactRows } from '../fact-rows.ts';
import type { RandomStream } from '../random.ts';

/** What stands beside the log is recorded from about a year ago: councils begin to keep it later than the log itself. */
export const KEPT_DAYS = 365;

export function keptFrom(context: Context): Day {
  return context.today - KEPT_DAYS;
}

/** A stream of its own for each thing, so that what is added for one leaves every other as it was. */
export function streamOf(context: Context, name: string, ref: string): RandomStream {
  return context.random.split(`beside/${name}/${ref}`);
}

export function dayOfSession(session: FactOf<'session'>): Day {
  return londonDay(parseInstant(session.startedAt ?? session.plannedStartAt) ?? 0);
}

export function wasHeld(session: FactOf<'session'>): boolean {
  return session.status === 'held' || session.status === 'interrupted';
}

/** Changes facts in place, keeping the registry's order of columns. */
export function change<Kind extends 'session' | 'discussion' | 'post' | 'person'>(
  rows: FactRows,
  kind: Kind,
  changed: (fact: FactOf<Kind>) => Partial<FactOf<Kind>>,
): void {
  const list = rows[kind] as FactOf<Kind>[];
  list.forEach((fact, i) => {
    list[i] = { ...fact, ...changed(fact) };
  });
}

export function isOnOrAfter(date: string, day: Day): boolean {
  return toDay(date) >= day;
}

/** A list as facts hold it: in order, and null where there is nothing. */
export function listOf(items: readonly string[]): readonly string[] | null {
  return items.length === 0 ? null : items.toSorted();
}
