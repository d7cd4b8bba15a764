import { formatDay, parseDay, type LocalDate } from '../../calendar/index.ts';

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

function dateOf(day: string, month: number, year: string): LocalDate | null {
  const number = parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
  return number === null ? null : formatDay(number);
}

/** The first date in a line as people write it here: 4th March 2024, 4 Mar 2024, 04/03/2024 or 2024-03-04. */
export function findDate(line: string): { readonly on: LocalDate; readonly written: string } | null {
  const named = /\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([A-Za-z]{3,9})\.?,? (\d{4})\b/.exec(line);
  if (named !== null) {
    const [written, day = '', name = '', year = ''] = named;
    const month = MONTHS.findIndex((one) => one.startsWith(name.toLowerCase())) + 1;
    const on = month === 0 ? null : dateOf(day, month, year);
    if (on !== null) return { on, written };
  }
  const figures = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(line);
  if (figures !== null) {
    const on = dateOf(figures[1] ?? '', Number(figures[2]), figures[3] ?? '');
    if (on !== null) return { on, written: figures[0] };
  }
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(line);
  const on = iso === null ? null : dateOf(iso[3] ?? '', Number(iso[2]), iso[1] ?? '');
  return iso === null || on === null ? null : { on, written: iso[0] };
}
