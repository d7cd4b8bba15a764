import { dateInWords, monthName } from '@plumbline/analytics/wording';
import { civilOf, toDay } from '@plumbline/domain/calendar';
import { RIVAL_EVENT_KINDS, type FactValue } from '@plumbline/domain/facts';
import type { EventRow } from './outputs.ts';

/** One day or from when to when, saying month and year once: “2 March 2026”, “11 to 12 June 2026”, “29 June to 3 July 2026”. */
export function whenInWords({ on, to }: Pick<EventRow, 'on' | 'to'>): string {
  if (to === null || to === on) return dateInWords(on);
  const [first, last] = [civilOf(toDay(on)), civilOf(toDay(to))];
  if (first.year !== last.year) return `${dateInWords(on)} to ${dateInWords(to)}`;
  const begins = first.month === last.month ? String(first.day) : `${first.day} ${monthName(first.month)}`;
  return `${begins} to ${dateInWords(to)}`;
}

/** What sort of thing it was and whom it touched, in one quiet line. */
export function kindAndTeam({ kind, team }: Pick<EventRow, 'kind' | 'team'>): string {
  return `${RIVAL_EVENT_KINDS[kind]} · ${team === null ? 'The whole council' : team.name}`;
}

/** Events by year, the latest first in both. */
export function byYear(events: readonly EventRow[]): readonly { readonly year: string; readonly events: readonly EventRow[] }[] {
  const latestFirst = events.toSorted((one, other) => other.on.localeCompare(one.on));
  return [...Map.groupBy(latestFirst, ({ on }) => on.slice(0, 4))].map(([year, found]) => ({ year, events: found }));
}

/** An entry as a fact, for writing it again or putting it back. */
export function valuesOf(event: EventRow): Readonly<Record<string, FactValue>> {
  const { title, kind, on, to, isNewStart } = event;
  return { event: event.event, title, kind, on, to, team: event.team?.code ?? null, isNewStart };
}

/** For whom charts begin anew with it: one team's new start is none for the whole council. */
export function newStartInWords({ team }: Pick<EventRow, 'team'>): string {
  return team === null ? 'Charts begin new limits from here' : 'Charts of this team alone begin new limits from here';
}
