import { expect, test } from 'vitest';
import fc from 'fast-check';
import {
  addMonths,
  civilOf,
  dayOf,
  daysInMonth,
  formatDay,
  isLeapYear,
  parseDay,
  startOfMonth,
  startOfQuarter,
  toDay,
  weekdayOf,
} from './day.ts';
import { addInterval } from './interval.ts';

const EPOCH = Temporal.PlainDate.from('1970-01-01');
const FIRST = Temporal.PlainDate.from('2000-01-01');
const DAYS = FIRST.until('2101-01-01', { largestUnit: 'days' }).days;

/** Every day from 2000 to 2100 with the same day by Temporal. */
function* everyDay(): Generator<{ day: number; date: Temporal.PlainDate }> {
  const first = EPOCH.until(FIRST, { largestUnit: 'days' }).days;
  for (let n = 0; n < DAYS; n += 1) yield { day: first + n, date: FIRST.add({ days: n }) };
}

function dayOfTemporal(date: Temporal.PlainDate): number {
  return EPOCH.until(date, { largestUnit: 'days' }).days;
}

/** Collects differences instead of asserting a million times; the first few are what a person needs. */
function differences(compare: (day: number, date: Temporal.PlainDate, report: (text: string) => void) => void): string[] {
  const found: string[] = [];
  for (const { day, date } of everyDay()) compare(day, date, (text) => found.push(`${date.toString()}: ${text}`));
  return found.slice(0, 5);
}

test('looks at every day of 101 years', () => {
  expect(DAYS).toBe(36_890);
});

test('day numbers, text and weekdays equal Temporal on every day 2000 to 2100', () => {
  expect(
    differences((day, date, report) => {
      const text = date.toString();
      if (formatDay(day) !== text) report(`formatDay says ${formatDay(day)}`);
      if (parseDay(text) !== day || toDay(text) !== day) report(`parseDay says ${parseDay(text)}, Temporal ${day}`);
      if (dayOf(date.year, date.month, date.day) !== day) report('dayOf differs');
      const civil = civilOf(day);
      if (civil.year !== date.year || civil.month !== date.month || civil.day !== date.day) report('civilOf differs');
      if (weekdayOf(day) !== date.dayOfWeek) report(`weekdayOf says ${weekdayOf(day)}`);
      if (daysInMonth(date.year, date.month) !== date.daysInMonth) report('daysInMonth differs');
      if (isLeapYear(date.year) !== date.inLeapYear) report('isLeapYear differs');
      if (formatDay(startOfMonth(day)) !== date.with({ day: 1 }).toString()) report('startOfMonth differs');
      const quarter = date.with({ month: date.month - ((date.month - 1) % 3), day: 1 });
      if (formatDay(startOfQuarter(day)) !== quarter.toString()) report('startOfQuarter differs');
    }),
  ).toEqual([]);
});

const MONTHS = [1, 2, 3, 4, 6, 9, 12, 18, 24, 36, -1, -2, -3, -6, -12];

test.each(MONTHS)('adding %i months equals Temporal on every day 2000 to 2100', (months) => {
  expect(
    differences((day, date, report) => {
      const expected = dayOfTemporal(date.add({ months }, { overflow: 'constrain' }));
      if (addMonths(day, months) !== expected) report(`addMonths says ${formatDay(addMonths(day, months))}`);
      if (months > 0 && addInterval(day, { months }) !== expected) report('addInterval in months differs');
      if (months > 0 && months % 12 === 0 && addInterval(day, { years: months / 12 }) !== expected)
        report('addInterval in years differs');
    }),
  ).toEqual([]);
});

/** The lengths in days that the four packs name, and their neighbours in weeks. */
const INTERVAL_DAYS = [1, 2, 3, 5, 7, 10, 14, 21, 28, 30, 42, 45, 56, 84, 90];

test.each(INTERVAL_DAYS)('adding %i days equals Temporal on every day 2000 to 2100', (days) => {
  expect(
    differences((day, date, report) => {
      const expected = dayOfTemporal(date.add({ days }));
      if (addInterval(day, { days }) !== expected) report('addInterval in days differs');
      if (days % 7 === 0 && addInterval(day, { weeks: days / 7 }) !== expected) report('addInterval in weeks differs');
    }),
  ).toEqual([]);
});

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2026-12-31', 2, '2027-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
])('%s and %i months is %s', (from, months, to) => {
  expect(formatDay(addMonths(toDay(from), months))).toBe(to);
});

test.each([
  '',
  '2026-2-1',
  '2026-02-30',
  '2026-02-31',
  '31/02/2026',
  '2027-02-29',
  '1899-12-31',
  '2200-01-01',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  ' 2026-01-01',
  '2026-01-01T00:00Z',
])('"%s" is not a date', (text) => {
  expect(parseDay(text)).toBeNull();
  expect(() => toDay(text)).toThrow(RangeError);
});

test('the first and the last day that are accepted', () => {
  expect(formatDay(toDay('1900-01-01'))).toBe('1900-01-01');
  expect(formatDay(toDay('2199-12-31'))).toBe('2199-12-31');
});

const anyDay = fc.integer({ min: -25_567, max: 84_005 });

test('text and day numbers are two ways of writing one thing', () => {
  fc.assert(fc.property(anyDay, (day) => toDay(formatDay(day)) === day));
});

test('adding months keeps the day of the month or takes the last', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -120, max: 120 }), (day, months) => {
      const before = civilOf(day);
      const after = civilOf(addMonths(day, months));
      return (
        after.year * 12 + after.month === before.year * 12 + before.month + months &&
        after.day === Math.min(before.day, daysInMonth(after.year, after.month))
      );
    }),
  );
});

test('adding months never puts a later day before an earlier one', () => {
  fc.assert(
    fc.property(anyDay, fc.nat(400), fc.nat(36), (day, gap, months) => addMonths(day + gap, months) >= addMonths(day, months)),
  );
});
