import type { LocalDate } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { usualDates } from './round-defaults.ts';

describe('usualDates', () => {
  it('opens on a working day, closes on one within three weeks, and reports within a fortnight', () => {
    // Sunday 22 November 2026: Monday the 23rd, twenty days on is Sunday 13 December, so Friday the 11th.
    expect(usualDates('2026-11-22' as LocalDate)).toEqual({
      opensOn: '2026-11-23',
      closesOn: '2026-12-11',
      // Fourteen days on is Friday 25 December; the last working day before it is Thursday the 24th.
      reportBy: '2026-12-24',
    });
    expect(usualDates('2026-06-03' as LocalDate)).toEqual({
      opensOn: '2026-06-03',
      closesOn: '2026-06-23',
      reportBy: '2026-07-07',
    });
  });
});
