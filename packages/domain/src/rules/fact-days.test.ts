import { expect, test } from 'vitest';
import fc from 'fast-check';
import { FAR_FUTURE, formatDay, formatInstant, londonDay, parseInstant, toDay as toCheckedDay } from '../calendar/index.ts';
import { dayOfInstant, endDay, toDay, toInstant } from './fact-days.ts';

const FIRST = toCheckedDay('1900-01-01');
const LAST = toCheckedDay('2199-12-31');

test('reads every day from 1900 to 2199 as the calendar does', () => {
  const different: string[] = [];
  for (let day = FIRST; day <= LAST; day += 1) if (toDay(formatDay(day)) !== day) different.push(formatDay(day));
  expect(different).toEqual([]);
});

test('reads every minute around both clock changes of a year as the calendar does', () => {
  const different: string[] = [];
  for (const around of ['2026-03-29T01:00Z', '2026-10-25T01:00Z', '2026-06-30T23:30Z', '2026-12-31T23:30Z']) {
    const middle = parseInstant(around) ?? 0;
    for (let at = middle - 3000; at <= middle + 3000; at += 1) {
      const text = formatInstant(at);
      if (toInstant(text) !== at || dayOfInstant(text) !== londonDay(at)) different.push(text);
    }
  }
  expect(different).toEqual([]);
});

test('an instant at random lies on the day that London says', () => {
  fc.assert(
    fc.property(fc.integer({ min: FIRST * 1440, max: LAST * 1440 }), (at) => {
      expect(toInstant(formatInstant(at))).toBe(at);
      expect(dayOfInstant(formatInstant(at))).toBe(londonDay(at));
    }),
  );
});

test('reads other forms of an instant, and no end at all', () => {
  expect(toInstant('2026-05-12T09:00:30+01:00')).toBe(parseInstant('2026-05-12T08:00Z'));
  expect(dayOfInstant('2026-05-12T23:30:00Z')).toBe(toCheckedDay('2026-05-13'));
  expect(endDay(null)).toBe(FAR_FUTURE);
  expect(endDay('2026-05-12')).toBe(toCheckedDay('2026-05-12'));
});

test.each([
  '',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026/01/01',
  '1899-12-31',
  '2200-01-01',
  '2026-1-012',
  '２026-01-01',
])('refuses the date "%s"', (text) => {
  expect(() => toDay(text)).toThrow(RangeError);
});

test.each(['2026-02-29T09:00Z', '2026-05-12T24:00Z', '2026-05-12T09:60Z', '2026-05-12 09-00Z', '2026-05-12T0a:00Z', 'soon'])(
  'refuses the instant "%s"',
  (text) => {
    expect(() => toInstant(text)).toThrow(RangeError);
    expect(() => dayOfInstant(text)).toThrow(RangeError);
  },
);
