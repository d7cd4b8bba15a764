import { expect, test } from 'vitest';
import { monthOf, withFirstDay } from './read-month.ts';

test.each([
  ['May 2026', '1 May 2026'],
  [' Sept. 2026 ', '1 Sept. 2026'],
  ['May-26', '1 May-26'],
  ['05/2026', '01/05/2026'],
  ['5.2026', '01.5.2026'],
  ['2026-05', '2026-05-01'],
])('a month alone, “%s”, is given its first day', (text, date) => {
  expect(withFirstDay(text)).toBe(date);
});

test.each(['31/05/2026', '2026-05-31', '31 May 2026', '46154', 'Q1 2026', '05/26', ''])('“%s” stays as it is', (text) => {
  expect(withFirstDay(text)).toBe(text);
});

test.each([
  ['2026-05-31', '2026-05-01'],
  ['2024-02-29', '2024-02-01'],
  ['2026-12-01', '2026-12-01'],
])('%s is known by %s', (date, month) => {
  expect(monthOf(date)).toBe(month);
});
