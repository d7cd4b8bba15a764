import {
  civilOf,
  isWorkingDay,
  londonDay,
  londonMinuteOfDay,
  parseInstant,
  toDay,
  weekdayOf,
  formatDay,
  type Day,
  type LocalDate,
} from '@plumbline/domain/calendar';

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
] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The name of a month, 1 to 12. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** Three letters of a month's name for axes: "Sep". */
export function shortMonthName(month: number): string {
  return monthName(month).slice(0, 3);
}

/** "Thursday". */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1] ?? '';
}

/** "14 May 2026". */
export function dateInWords(date: LocalDate): string {
  const { year, month, day } = civilOf(toDay(date));
  return `${day} ${monthName(month)} ${year}`;
}

/** "14 May" in the same year as today, else "14 May 2026". */
export function nearDateInWords(date: LocalDate, today: LocalDate): string {
  const { year, month, day } = civilOf(toDay(date));
  return year === civilOf(toDay(today)).year ? `${day} ${monthName(month)}` : `${day} ${monthName(month)} ${year}`;
}

/** "Thursday 14 May 2026", where somebody must act on it. */
export function dateWithWeekday(date: LocalDate): string {
  return `${weekdayName(toDay(date))} ${dateInWords(date)}`;
}

/** "Thursday 14 May" in the same year as today, else with the year. */
export function nearDateWithWeekday(date: LocalDate, today: LocalDate): string {
  return `${weekdayName(toDay(date))} ${nearDateInWords(date, today)}`;
}

/** "today", "tomorrow", "in 3 days", "9 days ago". */
export function relativeToToday(date: LocalDate, today: LocalDate): string {
  const days = toDay(date) - toDay(today);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${stretch(days)}` : `${stretch(-days)} ago`;
}

/** Days up to four weeks, then weeks, then months: far dates need no exact count. */
function stretch(days: number): string {
  if (days < 28) return `${days} days`;
  if (days < 84) return `${Math.round(days / 7)} weeks`;
  return `${Math.round(days / 30.44)} months`;
}

/** "1 day", "9 days". */
export function daysInWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

/** "9 days overdue". */
export function overdueInWords(days: number): string {
  return `${daysInWords(days)} overdue`;
}

/** The London calendar date of an ISO instant; a bare date stays as it is. */
export function dateOfInstant(instant: string): LocalDate {
  const at = parseInstant(instant);
  return at === null ? instant.slice(0, 10) : formatDay(londonDay(at));
}

/** "14:02" by London's clocks. */
export function timeOfInstant(instant: string): string {
  const at = parseInstant(instant);
  if (at === null) return '';
  const minute = londonMinuteOfDay(at);
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** "Tuesday 12 May 2026 at 14:02". */
export function instantInWords(instant: string): string {
  const time = timeOfInstant(instant);
  const date = dateWithWeekday(dateOfInstant(instant));
  return time === '' ? date : `${date} at ${time}`;
}

/** "It is a Thursday, a working day." */
export function weekdaySentence(date: LocalDate): string {
  const day = toDay(date);
  if (isWorkingDay(day)) return `It is a ${weekdayName(day)}, a working day.`;
  return weekdayOf(day) > 5
    ? `It is a ${weekdayName(day)}, not a working day.`
    : `It is a ${weekdayName(day)} and a bank holiday.`;
}

/** "14:02 on 12 May 2026", for when something was recorded. */
export function recordedInWords(instant: string): string {
  return `${timeOfInstant(instant)} on ${dateInWords(dateOfInstant(instant))}`;
}
