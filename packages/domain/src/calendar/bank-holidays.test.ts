import { expect, test } from 'vitest';
import { bankHolidaysOf, FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR, LAST_PROCLAIMED_YEAR } from './bank-holidays.ts';
import { formatDay, weekdayOf } from './day.ts';
import { isBankHoliday } from './working-days.ts';

/** England and Wales, typed by hand from the lists that GOV.UK publishes. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2018: ['2018-01-01', '2018-03-30', '2018-04-02', '2018-05-07', '2018-05-28', '2018-08-27', '2018-12-25', '2018-12-26'],
  2019: ['2019-01-01', '2019-04-19', '2019-04-22', '2019-05-06', '2019-05-27', '2019-08-26', '2019-12-25', '2019-12-26'],
  // Early May moved to Friday 8 May for the 75th anniversary of VE day.
  2020: ['2020-01-01', '2020-04-10', '2020-04-13', '2020-05-08', '2020-05-25', '2020-08-31', '2020-12-25', '2020-12-28'],
  2021: ['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30', '2021-12-27', '2021-12-28'],
  // Spring moved to 2 June, Platinum Jubilee 3 June, State Funeral of Queen Elizabeth II 19 September.
  2022: [
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
  ],
  // Coronation of King Charles III 8 May.
  2023: [
    '2023-01-02',
    '2023-04-07',
    '2023-04-10',
    '2023-05-01',
    '2023-05-08',
    '2023-05-29',
    '2023-08-28',
    '2023-12-25',
    '2023-12-26',
  ],
  2024: ['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26'],
  2025: ['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  2026: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  2027: ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
};

/** The days off: on weekends the proper day is also kept as a holiday by the calendar, but nobody works on it anyway. */
function weekdayHolidays(year: number): string[] {
  return bankHolidaysOf(year)
    .filter((day) => weekdayOf(day) <= 5)
    .map(formatDay);
}

test.each(Object.keys(PUBLISHED).map(Number))('%i has the bank holidays that GOV.UK lists', (year) => {
  expect(weekdayHolidays(year)).toEqual(PUBLISHED[year]);
});

test('the hand-typed list ends where the proclaimed years end', () => {
  expect(Math.max(...Object.keys(PUBLISHED).map(Number))).toBe(LAST_PROCLAIMED_YEAR);
});

/** Easter Sundays from the tables of the Book of Common Prayer, as printed in almanacs, early, late and around centuries. */
const EASTERS = [
  '1999-04-04',
  '2000-04-23',
  '2008-03-23',
  '2011-04-24',
  '2016-03-27',
  '2024-03-31',
  '2035-03-25',
  '2038-04-25',
  '2049-04-18',
  '2076-04-19',
  '2100-03-28',
];

test.each(EASTERS)('Good Friday and Easter Monday around %s', (easter) => {
  const sunday = Temporal.PlainDate.from(easter);
  const days = bankHolidaysOf(sunday.year).map(formatDay);
  expect(days).toContain(sunday.subtract({ days: 2 }).toString());
  expect(days).toContain(sunday.add({ days: 1 }).toString());
});

test('the one-off days before 2018', () => {
  expect(weekdayHolidays(1999)).toContain('1999-12-31');
  expect(weekdayHolidays(2002)).toEqual(expect.arrayContaining(['2002-06-03', '2002-06-04']));
  expect(weekdayHolidays(2002)).not.toContain('2002-05-27');
  expect(weekdayHolidays(2011)).toContain('2011-04-29');
  expect(weekdayHolidays(2012)).toEqual(expect.arrayContaining(['2012-06-04', '2012-06-05']));
  expect(weekdayHolidays(2012)).not.toContain('2012-05-28');
});

test('every year of the table has at least eight weekdays off, none twice', () => {
  for (let year = FIRST_HOLIDAY_YEAR; year <= LAST_HOLIDAY_YEAR; year += 1) {
    const days = weekdayHolidays(year);
    expect(days.length, String(year)).toBeGreaterThanOrEqual(8);
    expect(new Set(days).size, String(year)).toBe(days.length);
    for (const day of bankHolidaysOf(year)) expect(isBankHoliday(day), formatDay(day)).toBe(true);
  }
});
