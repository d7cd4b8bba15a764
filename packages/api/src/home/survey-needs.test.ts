import type { LocalDate } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { linksToTake } from './survey-needs.ts';

const day = (text: string): LocalDate => text as LocalDate;
const round = { opensOn: day('2026-11-23'), closesOn: day('2026-12-11') };
const untaken = { issuedOn: null, remindersStopped: false };

describe('the line on Home about a survey', () => {
  it('stands from the first day to the last, with the day until which it is open', () => {
    expect(linksToTake(untaken, round, day('2026-11-22'))).toEqual([]);
    for (const today of ['2026-11-23', '2026-12-11'])
      expect(linksToTake(untaken, round, day(today))).toMatchObject([{ kind: 'survey-open', on: '2026-12-11' }]);
    expect(linksToTake(untaken, round, day('2026-12-12'))).toEqual([]);
  });

  it('goes once the link is taken or reminders are stopped, and says nothing about answering', () => {
    const today = day('2026-11-25');
    expect(linksToTake({ ...untaken, issuedOn: day('2026-11-24') }, round, today)).toEqual([]);
    expect(linksToTake({ ...untaken, remindersStopped: true }, round, today)).toEqual([]);
    expect(linksToTake(untaken, null, today)).toEqual([]);
  });
});
