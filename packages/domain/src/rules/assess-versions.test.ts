import { describe, expect, it } from 'vitest';
import { formatDay, toDay } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Rule } from '../policy/index.ts';
import { facts } from './_facts.ts';
import { cadence, makePack, rule } from './_pack.ts';
import { assessVersions } from './assess-versions.ts';
import { compilePolicy } from './compile.ts';
import { findingOn } from './finding.ts';
import { timelineFrom, versionOf, type PolicyTimeline } from './policy-timeline.ts';

/** The second version holds from Tuesday 1 December 2026. */
const CHANGE = '2026-12-01';

function versions(before: readonly Rule[], after: readonly Rule[], from = CHANGE): PolicyTimeline {
  const timeline = timelineFrom([
    { number: 1, policy: compilePolicy(makePack(before)), validFrom: '2020-01-01' },
    { number: 2, policy: compilePolicy({ ...makePack(after), version: '2.0.0', validFrom: from }), validFrom: from },
  ]);
  if (timeline === null) throw new Error('There are two versions.');
  return timeline;
}

function asked(timeline: PolicyTimeline, given: Facts) {
  const text = (day: number | null): string | null => (day === null ? null : formatDay(day));
  return assessVersions(timeline, given, toDay('2027-03-31'))
    .duties.toSorted((a, b) => a.openedOn - b.openedOn)
    .map((duty) => ({
      rule: duty.rule,
      version: versionOf(timeline, duty).number,
      opening: duty.opening,
      opened: text(duty.openedOn),
      due: text(duty.dueOn),
      met: text(duty.metOn),
      ended: text(duty.endedOn),
      on: (day: string) => findingOn(duty, { on: toDay(day), at: (toDay(day) + 1) * 1440 - 1 }).finding,
    }));
}

const every = (months: number, id = 'OWN'): Rule => cadence({ id, series: 'own', when: 'employed', every: { months } });
const PERSON = { person: 'S1', name: 'Ash Ember', employedFrom: '2026-10-10' };
const PAIR = { supervisee: 'S1', supervisor: 'S9', capacity: 'designated', from: '2026-10-10' } as const;
const held = (session: string, on: string, kind: 'one-to-one' | 'group' = 'one-to-one') =>
  ({ session, supervisee: 'S1', supervisor: 'S9', kind, status: 'held', plannedStartAt: `${on}T10:00Z`, minutes: 95 }) as const;
const world = (...sessions: readonly ReturnType<typeof held>[]): Facts =>
  facts({ person: [PERSON], 'supervision-pair': [PAIR], session: sessions });

describe('a clock', () => {
  it('keeps the date of what was open when a stricter version comes, and counts the next one by the new one', () => {
    const found = asked(versions([every(2)], [every(1)]), world(held('A', '2026-11-10'), held('B', '2026-12-20')));
    expect(found).toMatchObject([
      { opening: 'start:2026-10-10', due: '2026-12-10', met: '2026-11-10', version: 1 },
      { opening: 'counted:2026-11-10', due: '2027-01-10', met: '2026-12-20', version: 1 },
      { opening: 'counted:2026-12-20', due: '2027-01-20', met: null, version: 2 },
    ]);
  });

  it('keeps a breach when a looser version comes', () => {
    const found = asked(versions([every(1)], [every(3)]), world(held('A', '2026-10-20'), held('B', '2026-12-04')));
    expect(found).toMatchObject([
      { due: '2026-11-10', met: '2026-10-20', version: 1 },
      { due: '2026-11-20', met: '2026-12-04', version: 1 },
      { due: '2027-03-04', version: 2 },
    ]);
    expect(['2026-11-20', '2026-11-30', '2026-12-03', '2026-12-04'].map((day) => found[1]?.on(day))).toEqual([
      'due',
      'overdue',
      'overdue',
      'met-late',
    ]);
  });

  it('puts what opens on the very day of the change under the new version, and the day before under the old', () => {
    const onTheDay = asked(versions([every(2)], [every(1)]), world(held('A', '2026-12-01')));
    expect(onTheDay[1]).toMatchObject({ opened: '2026-12-01', due: '2027-01-01', version: 2 });
    const dayBefore = asked(versions([every(2)], [every(1)]), world(held('A', '2026-11-30')));
    expect(dayBefore[1]).toMatchObject({ opened: '2026-11-30', due: '2027-01-30', version: 1 });
  });

  it('ends what a version asks no longer: time left is over, lateness stays', () => {
    const other = cadence({ id: 'OTHER', series: 'own', when: 'supervises', every: { months: 1 } });
    const inTime = asked(versions([every(2)], [other]), world(held('A', '2026-11-10')));
    expect(inTime[1]).toMatchObject({ due: '2027-01-10', met: null, ended: '2026-11-30', version: 1 });
    expect([inTime[1]?.on('2026-11-30'), inTime[1]?.on('2026-12-01'), inTime[1]?.on('2027-02-01')]).toEqual([
      'due',
      'not-applicable',
      'not-applicable',
    ]);
    const late = asked(versions([every(1)], [other]), world());
    expect(late).toMatchObject([{ due: '2026-11-10', ended: '2026-11-30', version: 1 }]);
    expect([late[0]?.on('2026-11-30'), late[0]?.on('2027-02-01')]).toEqual(['overdue', 'breached']);
  });

  it('asks from its first day what a version is the first to ask', () => {
    const other = cadence({ id: 'OTHER', series: 'own', when: 'supervises', every: { months: 1 } });
    expect(asked(versions([other], [every(1)]), world(held('A', '2026-11-10')))).toMatchObject([
      { opening: 'start:2026-12-01', due: '2027-01-01', version: 2 },
    ]);
  });

  it('lets each version say what resets the clock on its own days', () => {
    const counting = (kinds: string[]): Rule =>
      rule({ id: 'COUNT-OWN', kind: 'counting', series: 'own', counts: { kinds, statuses: ['held'] }, evidence: 'none' });
    const withGroup = makePack([every(1)]);
    const timeline = timelineFrom([
      {
        number: 1,
        policy: compilePolicy({ ...withGroup, rules: [counting(['one-to-one', 'group']), ...withGroup.rules.slice(1)] }),
        validFrom: '2020-01-01',
      },
      { number: 2, policy: compilePolicy(withGroup), validFrom: CHANGE },
    ]);
    if (timeline === null) throw new Error('There are two versions.');
    const given = world(held('A', '2026-11-10', 'group'), held('B', '2026-12-05', 'group'), held('C', '2026-12-09'));
    expect(asked(timeline, given)).toMatchObject([
      { due: '2026-11-10', met: '2026-11-10', version: 1 },
      { due: '2026-12-10', met: '2026-12-09', version: 1 },
      { due: '2027-01-09', met: null, version: 2 },
    ]);
  });

  it('is replaced altogether by a version for the same day that was published later', () => {
    const timeline = timelineFrom(
      [2, 1, 3].map((months, i) => ({
        number: i + 1,
        policy: compilePolicy({ ...makePack([every(months)]), version: `${i + 1}.0.0` }),
        validFrom: i === 0 ? '2020-01-01' : CHANGE,
      })),
    );
    expect(timeline?.map(({ number, to }) => [number, to])).toEqual([
      [1, toDay('2026-11-30')],
      [3, 2_000_000],
    ]);
  });
});

describe('what is asked of single things', () => {
  const share = (workingDays: number, id = 'SHARE'): Rule =>
    rule({
      id,
      kind: 'deadline',
      of: 'session',
      from: 'session.heldOn',
      within: { workingDays },
      metBy: 'session.recordSharedAt',
      owes: 'supervisor',
    });
  const given = world(held('A', '2026-11-27'), held('B', '2026-12-01'));
  const ofRule = (timeline: PolicyTimeline, id: string) => asked(timeline, given).filter((duty) => duty.rule === id);

  it('stands under the version of the day on which it opened', () => {
    expect(ofRule(versions([share(10)], [share(5)]), 'SHARE')).toMatchObject([
      { opened: '2026-11-27', due: '2026-12-11', version: 1 },
      { opened: '2026-12-01', due: '2026-12-08', version: 2 },
    ]);
  });

  it('is over when a version drops the rule, unless it was late', () => {
    const short = ofRule(versions([share(1)], []), 'SHARE');
    expect(short).toMatchObject([{ due: '2026-11-30', ended: '2026-11-30' }]);
    const late = ofRule(versions([share(1)], [], '2026-12-02'), 'SHARE');
    expect(late).toMatchObject([
      { due: '2026-11-30', ended: '2026-12-01' },
      { due: '2026-12-02', ended: '2026-12-01' },
    ]);
    expect(late.map((duty) => duty.on('2027-01-01'))).toEqual(['breached', 'not-applicable']);
  });

  it('is not asked of what was over before a version brought the rule', () => {
    expect(ofRule(versions([], [share(5, 'NEW')]), 'NEW')).toMatchObject([{ opened: '2026-12-01', version: 2 }]);
  });

  it('is asked by the older version where each would leave it to the other', () => {
    const before = (hours: number): Rule =>
      rule({
        id: 'BEFORE',
        kind: 'deadline',
        of: 'session',
        from: 'session.plannedStartAt',
        before: { hours },
        metBy: 'session.recordSharedAt',
        owes: 'supervisor',
      });
    const found = asked(versions([before(24)], [before(48)]), world(held('A', '2026-12-02')));
    expect(found.filter((duty) => duty.rule === 'BEFORE')).toMatchObject([
      { opened: '2026-11-30', due: '2026-12-01', version: 1 },
    ]);
  });
});

describe('what must hold on every day', () => {
  const named: Rule = rule({
    id: 'NAMED',
    kind: 'standing',
    subject: 'person',
    when: 'employed',
    requires: 'named-supervisor',
    owes: 'line-manager',
  });
  const alone = facts({
    person: [PERSON],
    'supervision-pair': [{ ...PAIR, from: '2026-12-15' }],
  });

  it('goes on under the old version where both ask it', () => {
    expect(asked(versions([named], [named]), alone).filter((duty) => duty.rule === 'NAMED')).toMatchObject([
      { opening: 'gap:2026-10-10', due: '2026-10-10', met: '2026-12-15', version: 1 },
    ]);
  });

  it('is asked from the first day of the version that brings it, and ends with the last of the one that had it', () => {
    expect(asked(versions([], [named]), alone).filter((duty) => duty.rule === 'NAMED')).toMatchObject([
      { opening: 'gap:2026-12-01', due: '2026-12-01', met: '2026-12-15', version: 2 },
    ]);
    const dropped = asked(versions([named], []), alone).filter((duty) => duty.rule === 'NAMED');
    expect(dropped).toMatchObject([{ opening: 'gap:2026-10-10', ended: '2026-11-30' }]);
    expect(dropped[0]?.on('2027-01-01')).toBe('breached');
  });
});

describe('so many in each period', () => {
  const quota = (atLeast: number): Rule =>
    rule({
      id: 'QUOTA',
      kind: 'quota',
      subject: 'person',
      when: 'employed',
      per: 'calendar-quarter',
      counts: { kinds: ['group'] },
      atLeast,
      unit: 'sessions',
      owes: 'supervisee',
    });
  const given = facts({ person: [{ ...PERSON, employedFrom: '2026-06-01' }] });
  const of = (timeline: PolicyTimeline) => asked(timeline, given).filter((duty) => duty.opened! >= '2026-10-01');

  it('is counted for a whole period by the version in which the period began', () => {
    const found = of(versions([quota(1)], [quota(2)])).filter((duty) => duty.rule === 'QUOTA');
    expect(found).toMatchObject([
      { opening: 'period:2026-10-01', due: '2026-12-31', ended: '2027-01-01', version: 1 },
      { opening: 'period:2027-01-01', due: '2027-03-31', version: 2 },
    ]);
  });

  it('is over in the middle of a period when a version drops it', () => {
    const found = of(versions([quota(1)], [])).filter((duty) => duty.rule === 'QUOTA');
    expect(found).toMatchObject([{ opening: 'period:2026-10-01', ended: '2026-11-30' }]);
    expect(found[0]?.on('2027-02-01')).toBe('not-applicable');
  });
});
