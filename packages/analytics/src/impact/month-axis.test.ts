import { expect, it } from 'vitest';
import { firstWholeMonth, isOnAxis, monthAxis, placeOf } from './month-axis.ts';

const point = (month: string, value: number | null = 1) => ({ month, value, denominator: null });

it('has every month from the first to the last, in order, and marks the one that runs', () => {
  const axis = monthAxis([point('2027-02-01'), point('2026-11-01'), point('2027-03-01')], '2027-02-10');
  expect(axis.map(({ month, label, name, value, isRunning }) => [month, label, name, value, isRunning])).toEqual([
    ['2026-11-01', 'Nov ’26', 'November 2026', 1, false],
    ['2026-12-01', 'Dec', 'December 2026', null, false],
    ['2027-01-01', 'Jan ’27', 'January 2027', null, false],
    ['2027-02-01', 'Feb', 'February 2027', 1, true],
  ]);
  expect(monthAxis([], '2027-02-10')).toEqual([]);
  expect(monthAxis([point('2027-03-01')], '2027-02-10')).toEqual([]);
});

it('takes any day of a month for the month, and refuses one that is given twice', () => {
  expect(monthAxis([point('2026-05-31')], '2026-07-01')[0]).toMatchObject({ month: '2026-05-01', isRunning: false });
  expect(() => monthAxis([point('2026-05-01'), point('2026-05-31')], '2026-07-01')).toThrow(RangeError);
  expect(() => monthAxis([point('2026-02-30')], '2026-07-01')).toThrow(RangeError);
});

it('puts a day on the axis', () => {
  const axis = monthAxis([point('2026-04-01'), point('2026-06-01')], '2026-09-01');
  expect(['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((on) => isOnAxis(axis, on))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(['2026-04-01', '2026-05-01', '2026-05-02', '2026-06-02'].map((on) => firstWholeMonth(axis, on))).toEqual([0, 1, 2, 3]);
  expect(placeOf(axis, '2026-04-01')).toBe(-0.5);
  expect(placeOf(axis, '2026-04-16')).toBe(0);
  expect(placeOf(axis, '2026-06-30')).toBeCloseTo(2.5 - 1 / 30, 12);
  expect(isOnAxis([], '2026-04-01')).toBe(false);
});
