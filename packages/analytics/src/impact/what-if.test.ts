import { formatDay, toDay } from '@plumbline/domain/calendar';
import { compilePolicy, indexFacts, onlyVersion, timelineOf } from '@plumbline/domain/rules';
import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import { describe, expect, it } from 'vitest';
import { factsOf, held, packEvery, worker } from './_what-if.ts';
import { readCouncilYear, twelveMonthsBefore } from './what-if-council.ts';
import { hoursOf } from './what-if-hours.ts';
import { whatIf } from './what-if.ts';

const TODAY = toDay('2026-11-20');

/*
 * The council on paper. Twelve whole months before 20 November 2026: 1 November 2025 to 31 October 2026.
 * Ash and Bay are social workers from 3 November 2025 to 28 February 2026: 28 + 31 + 31 + 28 = 118 days in the window.
 * Ash is supervised on 1 December, 12 January and 9 February; Bay on 24 November only.
 * K1 (Ash's) is open on the same days as they are employed, discussed on 8 December.
 * K2 (Bay's) is open from 3 November to 10 February, discussed on 8 December and 19 January.
 * Dee and Elm begin on 1 November 2026, after the window; today M1 supervises these two.
 */
const [ASH, BAY] = [worker('Ash', '2025-11-03', '2026-02-28'), worker('Bay', '2025-11-03', '2026-02-28')];
const [DEE, ELM] = [worker('Dee', '2026-11-01'), worker('Elm', '2026-11-01')];
const STAFF = [ASH, BAY, DEE, ELM];

const COUNCIL = factsOf({
  team: [{ team: 'T1', name: 'Team one', service: 'Assessment', kind: 'assessment' }],
  person: [...STAFF.map(({ person }) => person), { person: 'M1', name: 'Moss', employedFrom: '2020-01-01' }],
  post: STAFF.map(({ post }) => post),
  'supervision-pair': STAFF.map(({ pair }) => pair),
  session: [
    held('Ash', '2025-12-01', 90),
    held('Ash', '2026-01-12', 60),
    held('Ash', '2026-02-09', 75),
    held('Bay', '2025-11-24', 45),
  ],
  child: [
    { child: 'K1', openedOn: '2025-11-03', closedOn: '2026-02-28' },
    { child: 'K2', openedOn: '2025-11-03', closedOn: '2026-02-10' },
  ],
  allocation: [
    { child: 'K1', worker: 'Ash', allocatedAt: '2025-11-03T09:00Z' },
    { child: 'K2', worker: 'Bay', allocatedAt: '2025-11-03T09:00Z' },
  ],
  discussion: [
    { child: 'K1', discussedOn: '2025-12-08' },
    { child: 'K2', discussedOn: '2025-12-08' },
    { child: 'K2', discussedOn: '2026-01-19' },
  ],
});

function yearOf(facts: Facts) {
  return readCouncilYear(indexFacts(facts), twelveMonthsBefore(TODAY), TODAY);
}

function outcome(pack: PolicyPack, facts = COUNCIL) {
  const work = whatIf(onlyVersion(compilePolicy(pack)), yearOf(facts));
  work.add();
  return work.result();
}

const NONE = { due: 0, onTime: 0, late: 0, notDone: 0, excused: 0, notKnown: 0 };

it('takes twelve whole months that are over', () => {
  const shown = ({ from, to }: { from: number; to: number }) => [formatDay(from), formatDay(to)];
  expect(shown(twelveMonthsBefore(TODAY))).toEqual(['2025-11-01', '2026-10-31']);
  expect(shown(twelveMonthsBefore(toDay('2026-03-01')))).toEqual(['2025-03-01', '2026-02-28']);
});

describe('every 42 days', () => {
  // Ash: due 15 December, met on the 1st; 12 January, met on it; 23 February, met on the 9th; the next after leaving.
  // Bay: due 15 December, met 24 November; 5 January, never: 54 days to the last day, 28 February.
  // K1: due 15 December, met on the 8th; 19 January, never: 40 days to the last day. K2: met on the 8th, and on 19 January itself.
  it('has Bay and K1 late', () => {
    const { whole, late } = outcome(packEvery(42));
    expect(whole.people).toEqual({ ...NONE, due: 5, onTime: 4, notDone: 1 });
    expect(whole.children).toEqual({ ...NONE, due: 4, onTime: 3, notDone: 1 });
    expect(late).toEqual([
      { kind: 'person', ref: 'Bay', team: 'T1', late: 0, notDone: 1, daysLate: 54 },
      { kind: 'child', ref: 'K1', team: 'T1', late: 0, notDone: 1, daysLate: 40 },
    ]);
  });

  it('asks for 118 days over 42 of each of the two', () => {
    const { whole, series } = outcome(packEvery(42));
    expect(whole.required).toBeCloseTo((2 * 118) / 42, 10);
    // K1: 118 days; K2: 28 + 31 + 31 + 10 = 100.
    expect(whole.requiredDiscussions).toBeCloseTo(218 / 42, 10);
    expect(series.map(({ series: id, subjects }) => [id, subjects])).toEqual([
      ['own', 2],
      ['case', 2],
    ]);
  });

  it('takes the middle length of those held, where it says none', () => {
    // 45, 60, 75, 90: the middle is 67.5; together 270.
    const year = yearOf(COUNCIL);
    expect(year.real).toMatchObject({ medianMinutes: 67.5, withoutMinutes: 0, whole: { held: 4, spentMinutes: 270 } });
    const { whole, minutesFrom } = outcome(packEvery(42));
    expect(minutesFrom).toBe('median');
    expect(whole.minutes).toBeCloseTo(((2 * 118) / 42) * 67.5, 8);
  });
});

describe('every 28 days, an hour each', () => {
  // Ash: due 1 December, met on it; 29 December, met 12 January: 14 days late; 9 February, met on it.
  // Bay: due 1 December, met 24 November; 22 December, never: 9 + 31 + 28 = 68 days to the last day.
  // K1: due 1 December, met on the 8th: 7 days late; 5 January, never: 26 + 28 = 54 days.
  // K2: due 1 December, 7 days late; 5 January, met on the 19th: 14 days late; the next after it closed.
  it('has Ash and K2 late as well', () => {
    const { whole, late, teams } = outcome(packEvery(28, 60));
    expect(whole.people).toEqual({ ...NONE, due: 5, onTime: 3, late: 1, notDone: 1 });
    expect(whole.children).toEqual({ ...NONE, due: 4, late: 3, notDone: 1 });
    expect(late).toEqual([
      { kind: 'child', ref: 'K1', team: 'T1', late: 1, notDone: 1, daysLate: 54 },
      { kind: 'child', ref: 'K2', team: 'T1', late: 2, notDone: 0, daysLate: 14 },
      { kind: 'person', ref: 'Bay', team: 'T1', late: 0, notDone: 1, daysLate: 68 },
      { kind: 'person', ref: 'Ash', team: 'T1', late: 1, notDone: 0, daysLate: 14 },
    ]);
    expect(teams).toEqual([{ ...whole, team: 'T1' }]);
  });

  it('takes its own length, and says how many people a supervisor could have', () => {
    const { whole, minutesFrom } = outcome(packEvery(28, 60));
    const { real } = yearOf(COUNCIL);
    const minutes = ((2 * 118) / 28) * 60;
    expect(minutesFrom).toBe('policy');
    expect(whole.minutes).toBeCloseTo(minutes, 8);
    expect(real.whole).toMatchObject({ supervisors: 1, supervisees: 2 });
    const hours = hoursOf(whole, real.whole);
    expect(hours.hoursAMonth).toBeCloseTo(minutes / 720, 10);
    expect(hours.hoursPerSupervisor).toBeCloseTo(minutes / 720, 10);
    expect(hours.ratioToday).toBe(2);
    expect(hours.ratioNeeded).toBeCloseTo((2 * 270) / minutes, 10);
  });
});

describe('time away', () => {
  // 42 whole days, 1 January to 11 February, cover Bay's date of 5 January: first after return by five working days later.
  const away = (to: string) => ({
    ...COUNCIL,
    absence: factsOf({ absence: [{ person: 'Bay', from: '2026-01-01', to }] }).absence,
  });

  it('asks for nothing while it is as long as the interval', () => {
    expect(outcome(packEvery(42), away('2026-02-11')).whole.required).toBeCloseTo((118 + 118 - 42) / 42, 10);
    expect(outcome(packEvery(42), away('2026-02-10')).whole.required).toBeCloseTo((118 + 118) / 42, 10);
  });

  it('excuses what falls due in it, and ends before the person is back long enough', () => {
    // Away to the end of employment: nothing could have been held on 5 January or after.
    expect(outcome(packEvery(42), away('2026-02-28')).whole.people).toEqual({ ...NONE, due: 5, onTime: 4, excused: 1 });
  });
});

describe('what was in force', () => {
  it('counts each date under the version that held when it opened', () => {
    // From 1 January every 28 days: Ash's date of 12 January opened on 1 December and stays, met on it; the next is 9 February, met.
    const published = [
      { number: 1, policy: compilePolicy(packEvery(42)), validFrom: toDay('2020-01-01') },
      { number: 2, policy: compilePolicy(packEvery(28)), validFrom: toDay('2026-01-01') },
    ];
    const timeline = timelineOf(published) ?? onlyVersion(compilePolicy(packEvery(42)));
    const work = whatIf(timeline, yearOf(COUNCIL));
    work.add();
    const { whole, late } = work.result();
    expect(whole.people).toEqual({ ...NONE, due: 5, onTime: 4, notDone: 1 });
    expect(late.map(({ ref }) => ref).toSorted()).toEqual(['Bay', 'K1']);
    // Of each: 28 + 31 days over 42, then 31 + 28 days over 28.
    expect(whole.required).toBeCloseTo(2 * (59 / 42 + 59 / 28), 10);
  });

  it('says that nothing is known where nobody records what a clock needs', () => {
    const { feeds } = COUNCIL;
    const without = { ...COUNCIL, feeds: { ...feeds, session: null, discussion: '2026-02-01' } } as unknown as Facts;
    expect(yearOf(without).real.recordsFrom).toEqual({ people: null, children: '2026-02-01' });
    const { whole, series } = outcome(packEvery(42), { ...COUNCIL, feeds: { ...feeds, session: null } } as unknown as Facts);
    expect(whole.people).toEqual(NONE);
    expect(series.find(({ series: id }) => id === 'own')).toMatchObject({ isRecorded: false, required: 0 });
    expect(whole.children.due).toBe(4);
  });
});
