import { monthName, shortMonthName } from '@plumbline/analytics/wording';
import { addMonths, civilOf, formatDay, startOfMonth, toDay, type LocalDate } from '@plumbline/domain/calendar';
import { CONTEXT_MEASURES } from '@plumbline/domain/facts';
import type { ContextView, TeamOption } from './outputs.ts';

export const MONTHS_SHOWN = 12;

/** One month of the table: its first day, and how its column is headed. */
export interface MonthColumn {
  readonly month: LocalDate;
  readonly short: string;
  readonly year: string;
  readonly full: string;
}

/** The twelve months that end with the month of a day, the oldest first. */
export function monthsUntil(day: LocalDate): readonly MonthColumn[] {
  const last = startOfMonth(toDay(day));
  return Array.from({ length: MONTHS_SHOWN }, (_, place) => {
    const first = addMonths(last, place - MONTHS_SHOWN + 1);
    const { year, month } = civilOf(first);
    const words = { short: shortMonthName(month), year: String(year), full: `${monthName(month)} ${year}` };
    return { month: formatDay(first), ...words };
  });
}

/** The last month of the twelve before or after those that end with a day; null where they would lie ahead of today. */
export function otherMonths(until: LocalDate, years: -1 | 1, today: LocalDate): LocalDate | null {
  const last = addMonths(startOfMonth(toDay(until)), years * MONTHS_SHOWN);
  const thisMonth = startOfMonth(toDay(today));
  if (years === 1 && startOfMonth(toDay(until)) >= thisMonth) return null;
  return formatDay(Math.min(last, thisMonth));
}

export interface ContextRow {
  readonly measure: string;
  readonly label: string;
  /** One cell a month, null where that month has no figure; `id` leads to the entry. */
  readonly cells: readonly ({ readonly id: string; readonly words: string } | null)[];
  /** Said instead of the cells, where nobody holds the measure for this team or the whole council. */
  readonly note: string | null;
}

/** Each measure with its months, for a team or, where that is null, the whole council. */
export function contextRows(view: ContextView, team: string | null, months: readonly MonthColumn[]): readonly ContextRow[] {
  return view.measures.map(({ measure, isHeld, figures }) => {
    const own = new Map(figures.filter((figure) => figure.team === team).map((figure) => [figure.month, figure]));
    const holds = team === null ? view.councilHolds : (view.teams.find(({ code }) => code === team)?.holds ?? []);
    const places = Math.max(0, ...own.values().map(({ value }) => placesOf(value)));
    return {
      measure,
      label: CONTEXT_MEASURES[measure],
      cells: months.map(({ month }) => {
        const figure = own.get(month);
        return figure === undefined ? null : { id: figure.id, words: figureInWords(figure.value, places) };
      }),
      note: holds.includes(measure) ? null : notHeld(isHeld, team),
    };
  });
}

function notHeld(isHeld: boolean, team: string | null): string {
  if (!isHeld) return 'Not held';
  return team === null ? 'Not held for the whole council, only for single teams' : 'Not held for this team';
}

/** How many decimal places a figure is shown with: at most two. */
function placesOf(value: number): number {
  return [0, 1, 2].find((places) => Math.abs(Number(value.toFixed(places)) - value) < 1e-9) ?? 2;
}

/** A figure with commas between thousands and so many decimal places, as many as the others of its row. */
export function figureInWords(value: number, places: number): string {
  return value.toLocaleString('en-GB', { minimumFractionDigits: places, maximumFractionDigits: places });
}

/** The choice of whose figures are shown, those that hold any before those that hold none. */
export function scopeOptions(teams: readonly TeamOption[]): { readonly value: string; readonly label: string }[] {
  const named = teams.map(({ code, name, holds }) => ({
    value: code,
    label: holds.length === 0 ? `${name} (nothing held)` : name,
    isEmpty: holds.length === 0,
  }));
  const ordered = [...named.filter(({ isEmpty }) => !isEmpty), ...named.filter(({ isEmpty }) => isEmpty)];
  return [{ value: '', label: 'The whole council' }, ...ordered.map(({ value, label }) => ({ value, label }))];
}
