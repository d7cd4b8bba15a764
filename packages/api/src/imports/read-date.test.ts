import { formatDay, toDay } from '@plumbline/domain/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsFor, readDateText, readTimeText, type DateBounds } from './read-date.ts';

const BOUNDS = boundsFor(toDay('2026-11-21'), false);
const LONG_AGO = boundsFor(toDay('2026-11-21'), true);

function read(text: string, bounds: DateBounds = BOUNDS): string {
  const result = readDateText(text, bounds);
  return 'fault' in result ? result.fault : `${formatDay(result.day)}${result.rest === '' ? '' : ` | ${result.rest}`}`;
}

test.each([
  ['2026-05-12', '2026-05-12'],
  ['2026/5/12', '2026-05-12'],
  ['20260512', '2026-05-12'],
  ['12/05/2026', '2026-05-12'],
  ['1/2/2026', '2026-02-01'],
  ['12-05-2026', '2026-05-12'],
  ['12.5.2026', '2026-05-12'],
  ['12.5.26', '2026-05-12'],
  ['12-May-2026', '2026-05-12'],
  ['12 May 2026', '2026-05-12'],
  ['12MAY2026', '2026-05-12'],
  ['12th September 2025', '2025-09-12'],
  ['1 Sept 25', '2025-09-01'],
  ['Tue 12 May 2026', '2026-05-12'],
  ['Tuesday, 12 May 2026', '2026-05-12'],
  ['29/02/2024', '2024-02-29'],
  ['01/01/1950', '1950-01-01'],
  ['21/11/2031', '2031-11-21'],
  ['12/05/2026 10:15', '2026-05-12 | 10:15'],
  ['2026-05-12T10:15:00Z', '2026-05-12 | 10:15:00Z'],
])('reads %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ['31/02/2026', 'date-impossible'],
  ['2026-02-31', 'date-impossible'],
  ['29/02/2026', 'date-impossible'],
  ['31 April 2026', 'date-impossible'],
  ['05/13/2026', 'date-month-first'],
  ['12/31/26', 'date-month-first'],
  ['30/12/1899', 'date-too-early'],
  ['00/01/1900', 'date-unreadable'],
  ['1899-12-30', 'date-too-early'],
  ['31/12/1949', 'date-too-early'],
  ['22/11/2031', 'date-too-late'],
  ['31/12/9999', 'date-too-late'],
  ['12/05/45', 'date-too-late'],
  ['12/05/98', 'date-two-digit-year'],
  ['46154', 'date-serial'],
  ['46154.5', 'date-serial'],
  ['soon', 'date-unreadable'],
  ['12/2026', 'date-unreadable'],
  ['12 Mai 2026', 'date-unreadable'],
  ['32/01/2026', 'date-unreadable'],
  ['2026-13-01', 'date-unreadable'],
  ['12/05.2026', 'date-unreadable'],
])('refuses %s as %s', (text, kind) => {
  expect(read(text)).toBe(kind);
});

test('two digits mean the last century only where something may have begun then', () => {
  expect(read('12/05/98', LONG_AGO)).toBe('1998-05-12');
  expect(read('12/05/69', LONG_AGO)).toBe('date-too-late');
});

test('an empty date of a spreadsheet is told as such', () => {
  expect(readDateText('30/12/1899', BOUNDS)).toMatchObject({ params: { isSpreadsheetZero: true } });
  expect(readDateText('30/12/1930', BOUNDS)).toMatchObject({ params: { isSpreadsheetZero: false } });
});

test('every day can be written in every way and read back', () => {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  fc.assert(
    fc.property(fc.integer({ min: BOUNDS.earliest, max: BOUNDS.latest }), (day) => {
      const iso = formatDay(day);
      const [y = '', m = '', d = ''] = iso.split('-');
      const ways = [
        iso,
        `${d}/${m}/${y}`,
        `${Number(d)}.${Number(m)}.${y}`,
        `${d}-${months[Number(m) - 1]}-${y}`,
        `${y}${m}${d}`,
      ];
      for (const way of ways) expect(read(way)).toBe(iso);
    }),
  );
});

test('the last day allowed is five years on, clipped in February', () => {
  expect(formatDay(boundsFor(toDay('2024-02-29'), false).latest)).toBe('2029-02-28');
});

test.each([
  ['09:30', 570, null],
  ['9.30', 570, null],
  ['14:30:59', 870, null],
  ['2:30 pm', 870, null],
  ['12am', 0, null],
  ['12 noon', null, null],
  ['12:15 AM', 15, null],
  ['14:30 PM', 870, null],
  ['09:30Z', 570, 0],
  ['09:30+01:00', 570, 60],
  ['09:30:00.000-0530', 570, -330],
  ['24:00', null, null],
  ['9:75', null, null],
  ['9', null, null],
  ['25', null, null],
])('reads the time %s', (text, minute, offset) => {
  const time = readTimeText(text);
  expect(time).toEqual(minute === null ? null : { minuteOfDay: minute, offsetMinutes: offset });
});
