import { toDay } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { isWithin, windowsOf } from './windows.ts';

const of = (begins: string, next: string | null, today: string) =>
  windowsOf({ begins: toDay(begins), next: next === null ? null : toDay(next), today: toDay(today) });

describe('which months are compared', () => {
  it('are the whole months since the first, and the twelve before', () => {
    expect(of('2026-03-01', null, '2026-11-22')).toEqual({
      before: { from: '2025-03-01', to: '2026-02-28' },
      since: { from: '2026-03-01', to: '2026-10-31' },
      dated: { from: '2026-03-01', to: '2026-11-22' },
    });
  });

  it('leave out the month in which one version followed another, on either side', () => {
    expect(of('2026-05-14', null, '2026-11-22')).toEqual({
      before: { from: '2025-05-01', to: '2026-04-30' },
      since: { from: '2026-06-01', to: '2026-10-31' },
      dated: { from: '2026-05-14', to: '2026-11-22' },
    });
    expect(of('2025-01-01', '2026-05-14', '2026-11-22')).toMatchObject({
      since: { from: '2025-05-01', to: '2026-04-30' },
      dated: { from: '2025-05-01', to: '2026-05-13' },
    });
  });

  it('are the last twelve of an old version', () => {
    expect(of('2022-03-01', null, '2026-11-22')).toEqual({
      before: { from: '2021-03-01', to: '2022-02-28' },
      since: { from: '2025-11-01', to: '2026-10-31' },
      dated: { from: '2025-11-01', to: '2026-11-22' },
    });
  });

  it.each([
    ['began this month', '2026-11-09', null],
    ['began last month, within it', '2026-10-02', null],
    ['is still to come', '2027-01-01', null],
    ['was followed within its first month', '2026-05-04', '2026-05-20'],
  ])('are none of a version that %s', (_name, begins, next) => {
    const { since } = of(begins, next, '2026-11-22');
    expect(since.to < since.from).toBe(true);
  });

  it('have no days yet of a version still to come, and some of one that began this month', () => {
    const coming = of('2027-01-01', null, '2026-11-22').dated;
    expect(isWithin(coming, '2026-11-22')).toBe(false);
    expect(isWithin(coming, '2027-01-01')).toBe(false);
    expect(of('2026-11-09', null, '2026-11-22').dated).toEqual({ from: '2026-11-09', to: '2026-11-22' });
  });
});
