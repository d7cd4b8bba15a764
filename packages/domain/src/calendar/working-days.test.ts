import { expect, test } from 'vitest';
import fc from 'fast-check';
import { formatDay, toDay, type Day } from './day.ts';
import { addInterval, addWorkingWeeks, approximateDays, ORDINARY_WEEK, partsOf } from './interval.ts';
import { addWorkingDays, isWorkingDay, lastWorkingDayOnOrBefore, workingDaysBetween } from './working-days.ts';

/** England's weekday holidays around the examples, typed by hand. */
const HOLIDAYS = new Set([
  '2025-12-25',
  '2025-12-26',
  '2026-01-01',
  '2026-04-03',
  '2026-04-06',
  '2026-05-04',
  '2026-05-25',
  '2026-08-31',
  '2026-12-25',
  '2026-12-28',
]);

/** The plain way: walk by Temporal, ask the hand-typed list. */
function walk(from: string, count: number): string {
  let date = Temporal.PlainDate.from(from);
  let left = Math.abs(count);
  while (left > 0) {
    date = date.add({ days: Math.sign(count) });
    if (date.dayOfWeek <= 5 && !HOLIDAYS.has(date.toString())) left -= 1;
  }
  return date.toString();
}

test('working days over every day of 2026 equal a walk by Temporal', () => {
  for (let date = Temporal.PlainDate.from('2026-01-01'); date.year === 2026 && date.month < 12; date = date.add({ days: 1 })) {
    for (const count of [1, 2, 3, 5, 10, 20, -1, -2, -5]) {
      if (count < 0 && date.toString() < '2026-01-08') continue;
      expect(formatDay(addWorkingDays(toDay(date.toString()), count)), `${date.toString()} ${count}`).toBe(
        walk(date.toString(), count),
      );
    }
  }
});

test.each([
  ['2026-04-02', 1, '2026-04-07'],
  ['2026-04-02', 2, '2026-04-08'],
  ['2026-05-01', 10, '2026-05-18'],
  ['2025-12-24', 2, '2025-12-30'],
  ['2026-12-24', 1, '2026-12-29'],
  ['2026-05-16', 1, '2026-05-18'],
  ['2026-05-15', 0, '2026-05-15'],
])('%s and %i working days is %s', (from, count, to) => {
  expect(formatDay(addInterval(toDay(from), { workingDays: count }))).toBe(to);
});

test('the last working day on or before a holiday', () => {
  expect(formatDay(lastWorkingDayOnOrBefore(toDay('2026-04-06')))).toBe('2026-04-02');
  expect(formatDay(lastWorkingDayOnOrBefore(toDay('2026-05-15')))).toBe('2026-05-15');
});

const someDay = fc.integer({ min: toDay('2000-01-01'), max: toDay('2099-12-31') });

test('counting back what was added gives the number that was added', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const end = addWorkingDays(day, count);
      return isWorkingDay(end) && workingDaysBetween(day, end) === count && workingDaysBetween(end, day) === 0;
    }),
  );
});

test('there and back again lands on the last working day before the start, or on the start', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 60 }), (day, count) => {
      const back = addWorkingDays(addWorkingDays(day, count), -count);
      return back === (isWorkingDay(day) ? day : lastWorkingDayOnOrBefore(day));
    }),
  );
});

/** Working weeks by hand: pattern, absences, no bank holidays. */
function walkWeeks(day: Day, weeks: number, worksOn: readonly boolean[], away: ReadonlySet<Day>): Day {
  const week = worksOn.some(Boolean) ? worksOn : ORDINARY_WEEK.worksOn;
  let date = Temporal.PlainDate.from(formatDay(day));
  let left = weeks * week.filter(Boolean).length;
  while (left > 0) {
    date = date.add({ days: 1 });
    if (week[date.dayOfWeek - 1] && !away.has(toDay(date.toString()))) left -= 1;
  }
  return toDay(date.toString());
}

test('working weeks of a person equal a walk by Temporal', () => {
  fc.assert(
    fc.property(
      someDay,
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }),
      (day, weeks, worksOn, away) => {
        const absent = new Set(away.map((n) => day + n));
        expect(addWorkingWeeks(day, weeks, { worksOn, isAbsent: (d) => absent.has(d) })).toBe(
          walkWeeks(day, weeks, worksOn, absent),
        );
      },
    ),
  );
});

test('four working weeks of somebody in every day are 28 days', () => {
  expect(formatDay(addInterval(toDay('2026-05-12'), { workingWeeks: 4 }))).toBe('2026-06-09');
});

test('an interval keeps its own unit', () => {
  expect(partsOf({ days: 90 })).toEqual({ unit: 'days', count: 90 });
  expect(partsOf({ months: 3 })).toEqual({ unit: 'months', count: 3 });
  expect(formatDay(addInterval(toDay('2026-01-31'), { days: 90 }))).toBe('2026-05-01');
  expect(formatDay(addInterval(toDay('2026-01-31'), { months: 3 }))).toBe('2026-04-30');
});

test('lengths of different units compare in the right order', () => {
  const lengths = [
    { days: 7 },
    { workingDays: 10 },
    { workingWeeks: 4 },
    { days: 30 },
    { months: 1 },
    { weeks: 6 },
    { days: 90 },
    { months: 3 },
    { years: 1 },
  ];
  const days = lengths.map(approximateDays);
  expect(days).toEqual(days.toSorted((a, b) => a - b));
});
