import { expect, test } from 'vitest';
import fc from 'fast-check';
import { formatDay, toDay } from './day.ts';
import { formatInstant, isSummerTime, londonDay, londonInstant, londonMinuteOfDay, parseInstant } from './london.ts';

const ZONE = 'Europe/London';
const YEARS = Array.from({ length: 101 }, (_, n) => 2000 + n);

function zoned(at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(ZONE);
}

/** The two clock changes of a year, found by Temporal and not by the rule that the code knows. */
function clockChanges(year: number): number[] {
  const found: number[] = [];
  let at = Temporal.PlainDate.from(`${year}-01-01`).toZonedDateTime(ZONE);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.year !== year) return found;
    found.push(next.epochMilliseconds / 60_000);
    at = next;
  }
}

/** Minutes around a change in which something can go wrong, and then some. */
const AROUND = [-2881, -1441, -1440, -121, -120, -61, -60, -59, -31, -1, 0, 1, 30, 59, 60, 61, 119, 120, 1380, 1439, 1440, 2880];

test.each(YEARS)('both clock changes of %i as Temporal has them', (year) => {
  const changes = clockChanges(year);
  expect(changes).toHaveLength(2);
  for (const change of changes) {
    for (const minutes of AROUND) {
      const at = change + minutes;
      const local = zoned(at);
      const where = local.toString();
      expect(isSummerTime(at), where).toBe(local.offsetNanoseconds === 3_600_000_000_000);
      expect(formatDay(londonDay(at)), where).toBe(local.toPlainDate().toString());
      expect(londonMinuteOfDay(at), where).toBe(local.hour * 60 + local.minute);
    }
  }
});

test.each(YEARS)('wall-clock times around both changes of %i, skipped and doubled hours too', (year) => {
  for (const change of clockChanges(year)) {
    const day = londonDay(change);
    for (let minute = 0; minute < 1440; minute += 15) {
      const wall = Temporal.PlainDate.from(formatDay(day)).toPlainDateTime({
        hour: Math.floor(minute / 60),
        minute: minute % 60,
      });
      const expected = wall.toZonedDateTime(ZONE, { disambiguation: 'compatible' }).epochMilliseconds / 60_000;
      expect(londonInstant(day, minute), wall.toString()).toBe(expected);
    }
  }
});

test('midnight and noon of every day 2000 to 2100 in London', () => {
  const wrong: string[] = [];
  const last = toDay('2100-12-31');
  for (let day = toDay('2000-01-01'); day <= last; day += 1) {
    const date = Temporal.PlainDate.from(formatDay(day));
    for (const hour of [0, 12]) {
      const at = date.toZonedDateTime({ timeZone: ZONE, plainTime: { hour } }).epochMilliseconds / 60_000;
      if (londonInstant(day, hour * 60) !== at || londonDay(at) !== day || londonMinuteOfDay(at) !== hour * 60)
        wrong.push(date.toString());
    }
  }
  expect(wrong).toEqual([]);
});

test('Intl agrees on the day at a thousand random minutes', () => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
  const minutes = fc.integer({ min: toDay('2000-01-01') * 1440, max: toDay('2100-12-31') * 1440 });
  fc.assert(
    fc.property(minutes, (at) => formatDay(londonDay(at)) === format.format(at * 60_000)),
    { numRuns: 1000 },
  );
});

test.each([
  ['2026-05-12T09:30Z', '2026-05-12T09:30Z'],
  ['2026-05-12T09:30:59Z', '2026-05-12T09:30Z'],
  ['2026-05-12T09:30:00.123Z', '2026-05-12T09:30Z'],
  ['2026-05-12 09:30Z', '2026-05-12T09:30Z'],
  ['2026-05-12T09:30+01:00', '2026-05-12T08:30Z'],
  ['2026-05-12T00:15+0100', '2026-05-11T23:15Z'],
  ['2026-05-11T23:15-02', '2026-05-12T01:15Z'],
])('%s is the instant %s', (text, expected) => {
  const at = parseInstant(text);
  expect(at).not.toBeNull();
  expect(formatInstant(at ?? 0)).toBe(expected);
});

test.each([
  '',
  '2026-05-12',
  '2026-05-12T09:30',
  '2026-05-12T24:00Z',
  '2026-05-12T09:60Z',
  '12/05/2026 09:30',
  '2026-02-30T09:30Z',
  '2026-13-01T09:30Z',
  '2026-00-10T09:30Z',
])('"%s" is not an instant', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('text and minutes are two ways of writing one instant', () => {
  const minutes = fc.integer({ min: toDay('1990-01-01') * 1440, max: toDay('2150-12-31') * 1440 });
  fc.assert(
    fc.property(
      minutes,
      (at) =>
        parseInstant(formatInstant(at)) === at &&
        formatInstant(at) ===
          `${Temporal.Instant.fromEpochMilliseconds(at * 60_000)
            .toString()
            .slice(0, 16)}Z`,
    ),
  );
});
