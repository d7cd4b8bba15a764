import { expect, it } from 'vitest';
import { readWatchedOn } from './watched-on.ts';

const TODAY = '2026-06-15';

it('reads a day up to today, and nothing typed as today', () => {
  expect(readWatchedOn('', TODAY)).toEqual({ day: null, problem: null });
  expect(readWatchedOn('12/06/2026', TODAY)).toEqual({ day: '2026-06-12', problem: null });
  expect(readWatchedOn('15/06/2026', TODAY)).toEqual({ day: '2026-06-15', problem: null });
});

it('says what is wrong with any other, and leads to the field', () => {
  expect(readWatchedOn('16/06/2026', TODAY)).toEqual({
    day: null,
    problem: { place: 'whole', field: 'audit-watchedOn', message: '“Watched on”: this day is still to come.' },
  });
  expect(readWatchedOn('soon', TODAY).problem?.field).toBe('audit-watchedOn');
});
