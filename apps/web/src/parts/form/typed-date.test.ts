import { describe, expect, test } from 'vitest';
import { dateInWords } from '@plumbline/analytics/wording';
import { readTypedDate } from './typed-date.ts';

const TODAY = '2026-05-14';

function read(typed: string, today = TODAY): string {
  const result = readTypedDate(typed, today);
  return result.kind === 'date' ? result.value : result.kind;
}

describe('a date as people type it', () => {
  test.each([
    ['12/5/26', '2026-05-12'],
    ['12/05/2026', '2026-05-12'],
    ['12.5.26', '2026-05-12'],
    ['12-5-2026', '2026-05-12'],
    ['12 5 26', '2026-05-12'],
    ['120526', '2026-05-12'],
    ['12052026', '2026-05-12'],
    ['2026-05-12', '2026-05-12'],
    ['12 May', '2026-05-12'],
    ['12 may 26', '2026-05-12'],
    ['12th May 2026', '2026-05-12'],
    ['Tuesday 12 May 2026', '2026-05-12'],
    ['12may26', '2026-05-12'],
    ['1 Sept 2026', '2026-09-01'],
    ['  today ', '2026-05-14'],
    ['Yesterday', '2026-05-13'],
    ['tomorrow', '2026-05-15'],
    ['29/2/24', '2024-02-29'],
    ['4/9/98', '1998-09-04'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  test('day comes before month, as in Britain', () => {
    expect(read('3/4/26')).toBe('2026-04-03');
  });

  test('without a year the nearest such day is meant, across a new year too', () => {
    expect(read('12 Dec', '2026-01-03')).toBe('2025-12-12');
    expect(read('5 Jan', '2025-12-20')).toBe('2026-01-05');
    expect(read('12/5', '2026-05-14')).toBe('2026-05-12');
    expect(read('29 Feb', '2025-01-10')).toBe('2024-02-29');
  });

  test('a day that the month does not have is told apart from nonsense', () => {
    expect(readTypedDate('31/02/2026', TODAY)).toEqual({ kind: 'no-such-day', month: 2, year: 2026, lastDay: 28 });
    expect(readTypedDate('31 June', TODAY)).toEqual({ kind: 'no-such-day', month: 6, year: 2026, lastDay: 30 });
    expect(read('soon')).toBe('not-a-date');
    expect(read('5/13/26')).toBe('not-a-date');
    expect(read('12 Maybe')).toBe('not-a-date');
    expect(read('0/5/26')).toBe('not-a-date');
  });

  test('nothing typed is not an error by itself, and 1899 is out of range', () => {
    expect(read('')).toBe('empty');
    expect(read('31/12/1899')).toBe('out-of-range');
  });

  test('what is put back into a field reads as the same day', () => {
    for (const value of ['2026-05-12', '2024-02-29', '1998-09-04']) expect(read(dateInWords(value))).toBe(value);
  });
});
