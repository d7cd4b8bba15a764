import { formatInstant, parseInstant, type EpochMinute } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { isReportDue, lastDue, nextDue, type ReportSchedule } from './report-schedule.ts';

type When = Pick<ReportSchedule, 'at' | 'days'>;

const HALF_FIVE = 5 * 60 + 30;
const DAILY: When = { at: HALF_FIVE, days: { kind: 'daily' } };
const MONDAYS: When = { at: HALF_FIVE, days: { kind: 'weekdays', weekdays: [1] } };
const MONTHLY: When = { at: HALF_FIVE, days: { kind: 'monthly' } };

function at(text: string): EpochMinute {
  const found = parseInstant(text);
  if (found === null) throw new Error(`${text} is no instant.`);
  return found;
}

describe('when files for reports are due', () => {
  // 16 November 2026 is a Monday; until 25 October London is an hour ahead of Greenwich.
  it.each([
    ['daily, just before', DAILY, '2026-11-17T05:29Z', '2026-11-16T05:30Z', '2026-11-17T05:30Z'],
    ['daily, to the minute', DAILY, '2026-11-17T05:30Z', '2026-11-17T05:30Z', '2026-11-18T05:30Z'],
    ['daily in summer, by London’s clocks', DAILY, '2026-07-01T04:30Z', '2026-07-01T04:30Z', '2026-07-02T04:30Z'],
    ['daily over the end of summer time', DAILY, '2026-10-25T05:29Z', '2026-10-24T04:30Z', '2026-10-25T05:30Z'],
    ['Mondays, on a Sunday', MONDAYS, '2026-11-22T12:00Z', '2026-11-16T05:30Z', '2026-11-23T05:30Z'],
    ['Mondays, early on a Monday', MONDAYS, '2026-11-23T05:00Z', '2026-11-16T05:30Z', '2026-11-23T05:30Z'],
    ['the first of the month', MONTHLY, '2026-11-22T12:00Z', '2026-11-01T05:30Z', '2026-12-01T05:30Z'],
    ['the first, before its time', MONTHLY, '2026-12-01T05:00Z', '2026-11-01T05:30Z', '2026-12-01T05:30Z'],
  ])('%s', (_name, schedule, now, last, next) => {
    expect(formatInstant(lastDue(schedule, at(now)))).toBe(last);
    expect(formatInstant(nextDue(schedule, at(now)))).toBe(next);
  });

  it.each([
    ['never written', DAILY, '2026-11-17T03:00Z', null, true],
    ['written since it was asked for', DAILY, '2026-11-17T09:00Z', '2026-11-17T05:31Z', false],
    ['written yesterday, and asked for since', DAILY, '2026-11-17T05:30Z', '2026-11-16T05:31Z', true],
    ['made up for in the night, and not again the same day', DAILY, '2026-11-17T05:30Z', '2026-11-17T03:00Z', false],
    ['three weeks missed', MONDAYS, '2026-11-22T12:00Z', '2026-10-26T05:30Z', true],
    ['not asked for yet', MONDAYS, '2026-11-22T12:00Z', '2026-11-16T05:30Z', false],
  ])('%s', (_name, schedule, now, last, expected) => {
    expect(isReportDue(schedule, at(now), last === null ? null : { at: at(last) })).toBe(expected);
  });
});
