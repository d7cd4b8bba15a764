import { describe, expect, it } from 'vitest';
import { laneOf, monthsOf, periodInWords, shiftYears, todayAt } from './programme-lane.ts';

const HUNDRED = { from: '2026-01-01', to: '2026-04-10' }; // 31 + 28 + 31 + 10 days

describe('where days lie in a period', () => {
  it('counts the first and the last day', () => {
    expect(laneOf('2026-01-01', '2026-01-10', HUNDRED)).toEqual({ left: 0, width: 10 });
    expect(laneOf('2026-02-01', '2026-02-01', HUNDRED)).toEqual({ left: 31, width: 1 });
  });

  it('cuts what reaches over the edge, and leaves out what lies beyond', () => {
    expect(laneOf('2025-06-01', '2026-01-05', HUNDRED)).toEqual({ left: 0, width: 5 });
    expect(laneOf('2026-04-10', '2027-01-01', HUNDRED)).toEqual({ left: 99, width: 1 });
    expect(laneOf('2025-12-01', '2025-12-31', HUNDRED)).toBeNull();
    expect(laneOf('2026-04-11', '2026-05-01', HUNDRED)).toBeNull();
  });

  it('hangs today at the middle of its day', () => {
    expect(todayAt('2026-01-01', HUNDRED)).toBe(0.5);
    expect(todayAt('2026-04-10', HUNDRED)).toBe(99.5);
    expect(todayAt('2026-04-11', HUNDRED)).toBeNull();
  });
});

describe('the months of a period', () => {
  it('gives each its part, the last one cut', () => {
    expect(monthsOf(HUNDRED).map(({ name, left, width }) => [name, left, width])).toEqual([
      ['January 2026', 0, 31],
      ['February 2026', 31, 28],
      ['March 2026', 59, 31],
      ['April 2026', 90, 10],
    ]);
  });

  it('has twelve in a year that crosses the turn of one', () => {
    const months = monthsOf({ from: '2026-08-01', to: '2027-07-31' });
    expect(months.map(({ label }) => label).join(' ')).toBe('Aug Sep Oct Nov Dec Jan Feb Mar Apr May Jun Jul');
  });
});

describe('other years', () => {
  it('keeps whole months, leap years too', () => {
    expect(shiftYears({ from: '2026-03-01', to: '2027-02-28' }, 1)).toEqual({ from: '2027-03-01', to: '2028-02-29' });
    expect(shiftYears({ from: '2026-08-15', to: '2027-08-14' }, -1)).toEqual({ from: '2025-08-01', to: '2026-07-31' });
  });

  it('says which months', () => {
    expect(periodInWords({ from: '2026-08-01', to: '2027-07-31' })).toBe('August 2026 to July 2027');
  });
});
