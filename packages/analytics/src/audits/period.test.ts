import { expect, it } from 'vitest';
import { lastSettledDay, periodBefore } from './period.ts';

it.each([
  ['2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
  ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['2025-04-01', '2026-03-31', '2024-04-01', '2025-03-31'],
  ['2026-04-02', '2026-06-30', '2026-01-02', '2026-04-01'],
  ['2026-04-10', '2026-04-10', '2026-04-09', '2026-04-09'],
])('%s to %s comes after %s to %s', (from, to, before, until) => {
  expect(periodBefore({ from, to })).toEqual({ from: before, to: until });
});

it('refuses a period that ends before it begins', () => {
  expect(() => periodBefore({ from: '2026-04-02', to: '2026-04-01' })).toThrow(RangeError);
});

it.each([
  ['2026-04-01', '2026-03-31'],
  ['2026-03-31', '2026-02-28'],
])('on %s everything up to %s is settled', (today, last) => expect(lastSettledDay(today)).toBe(last));
