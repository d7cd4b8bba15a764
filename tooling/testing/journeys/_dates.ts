const DAY_MS = 86_400_000;

/** A day from today in London, as YYYY-MM-DD. */
export function dayFromToday(days: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(Date.now() + days * DAY_MS));
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** As pages write a date: 2026-05-12 is 12 May 2026. */
export function inWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/**
 * The last day before today whose number is that of its month, such as 11 November: typed as digits into a browser's own
 * date field it is the same whether the browser asks for the day or the month first.
 */
export function lastTwinDay(): string {
  for (let back = 1; ; back += 1) {
    const day = dayFromToday(-back);
    if (day.slice(5, 7) === day.slice(8, 10)) return day;
  }
}

/** The same day some months later, or that month's last where it has none such: counted apart from the product's calendar. */
export function monthsLater(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
