import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, toDay } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Rule } from '../policy/index.ts';
import { facts } from './_facts.ts';
import { cadence, makePack, rule } from './_pack.ts';
import { assess } from './assess.ts';
import { compilePolicy } from './compile.ts';

const OPEN_UNTIL = toDay('2026-12-31');

function duties(rules: readonly Rule[], given: Facts) {
  const found = assess(compilePolicy(makePack(rules)), given, OPEN_UNTIL).duties;
  const text = (day: number | null): string | null => (day === null ? null : formatDay(day));
  return found.map((duty) => ({
    rule: duty.rule,
    subject: duty.subject,
    opening: duty.opening,
    opened: text(duty.openedOn),
    due: text(duty.dueOn),
    dueAt: duty.dueAt === null ? null : formatInstant(duty.dueAt),
    met: text(duty.metOn),
    ended: text(duty.endedOn),
    owedBy: duty.owedBy,
    judged: duty.judged,
  }));
}

const MONTHLY = cadence({ id: 'MONTHLY', series: 'own', when: 'employed', every: { months: 1 } });
const PERSON = { person: 'S1', name: 'Ash Ember', employedFrom: '2026-01-05' };
const PAIR = { supervisee: 'S1', supervisor: 'S9', capacity: 'designated', from: '2026-01-05' } as const;
const HELD = {
  session: 'A',
  supervisee: 'S1',
  supervisor: 'S9',
  kind: 'one-to-one',
  status: 'held',
  plannedStartAt: '2026-02-03T10:00Z',
  minutes: 95,
} as const;

describe('own supervision', () => {
  it('rolls from sessions that count and is owed by the named supervisor', () => {
    const given = facts({
      person: [PERSON],
      'supervision-pair': [PAIR],
      session: [HELD, { ...HELD, session: 'B', status: 'cancelled', plannedStartAt: '2026-02-20T10:00Z' }],
    });
    expect(duties([MONTHLY], given)).toMatchObject([
      { opening: 'start:2026-01-05', due: '2026-02-05', met: '2026-02-03', owedBy: 'S9' },
      { opening: 'counted:2026-02-03', due: '2026-03-03', met: null, owedBy: 'S9' },
    ]);
  });

  it('is not known where nobody feeds the log', () => {
    const given = facts({ person: [PERSON], feeds: { person: '2020-01-01' } });
    expect(duties([MONTHLY], given)).toMatchObject([{ judged: 'unknown', due: null, opening: 'not-fed' }]);
  });

  it('is not known for the first one after records begin, and overdue only a whole interval later', () => {
    const feeds = { person: '2020-01-01', session: '2026-02-01' };
    const met = facts({ person: [{ ...PERSON, employedFrom: '2019-01-01' }], session: [HELD], feeds });
    expect(duties([MONTHLY], met)[0]).toMatchObject({ judged: 'unknown', ended: '2026-02-03' });
    const none = facts({ person: [{ ...PERSON, employedFrom: '2019-01-01' }], feeds });
    expect(duties([MONTHLY], none)).toMatchObject([
      { judged: 'by-date', opening: 'records-begin:2026-02-01', due: '2026-03-01' },
    ]);
  });

  it('is known where it begins on the very day on which records begin, whatever was agreed before', () => {
    const feeds = { person: '2020-01-01', session: '2026-02-01', child: '2020-01-01', allocation: '2020-01-01' };
    const CASES = cadence({ id: 'CASES', series: 'own', when: 'case-holding', every: { days: 28 } });
    const given = facts({
      person: [PERSON],
      child: [{ child: 'C1', openedOn: '2026-01-10' }],
      allocation: [{ child: 'C1', worker: 'S1', allocatedAt: '2026-02-01T10:00Z' }],
      'agreed-interval': [{ subjectKind: 'person', subject: 'S1', days: 7, from: '2026-01-05', to: '2026-01-05' }],
      session: [HELD],
      feeds,
    });
    expect(duties([CASES], given)[0]).toMatchObject({
      opening: 'start:2026-02-01',
      due: '2026-03-01',
      met: '2026-02-03',
      judged: 'by-date',
    });
  });

  it('follows an agreed shorter interval', () => {
    const given = facts({
      person: [PERSON],
      'agreed-interval': [{ subjectKind: 'person', subject: 'S1', days: 14, from: '2026-01-05' }],
    });
    expect(duties([MONTHLY], given)).toMatchObject([{ due: '2026-01-19' }]);
  });
});

describe("a child's clock", () => {
  const OPEN = cadence({ id: 'CASE', series: 'case', when: 'open', every: { days: 56 } });
  const child = [{ child: 'C1', openedOn: '2026-01-01' }];

  it('counts a discussion once it is on the file, from the day of the discussion', () => {
    const said = { child: 'C1', session: 'A', discussedOn: '2026-02-03' };
    expect(duties([OPEN], facts({ child, session: [HELD], discussion: [said] }))).toMatchObject([
      { due: '2026-02-26', met: null },
    ]);
    const filed = { ...said, filedAt: '2026-02-10T09:00Z' };
    expect(duties([OPEN], facts({ child, session: [HELD], discussion: [filed] }))).toMatchObject([
      { met: '2026-02-03' },
      { due: '2026-03-31' },
    ]);
  });

  it('is owed by the supervisor of whoever holds the case on the day it is due', () => {
    const given = facts({
      child,
      allocation: [
        { child: 'C1', worker: 'S1', allocatedAt: '2026-01-01T09:00Z', endedOn: '2026-01-31' },
        { child: 'C1', worker: 'S2', allocatedAt: '2026-02-01T09:00Z' },
      ],
      'supervision-pair': [PAIR, { ...PAIR, supervisee: 'S2', supervisor: 'S8' }],
    });
    expect(duties([OPEN], given)[0]).toMatchObject({ due: '2026-02-26', owedBy: 'S8' });
  });
});

describe('limits, lengths, gaps and quotas', () => {
  const people = { person: [PERSON], 'supervision-pair': [PAIR] };

  it('counts working days past a bank holiday', () => {
    const shared = rule({
      id: 'SHARE',
      kind: 'deadline',
      of: 'session',
      which: { statuses: ['held'] },
      from: 'session.heldOn',
      within: { workingDays: 10 },
      metBy: 'session.recordSharedAt',
      owes: 'session-supervisor',
    });
    const given = facts({ ...people, session: [{ ...HELD, plannedStartAt: '2026-03-30T09:00Z' }] });
    // 30 March 2026 is a Monday; Good Friday 3 April and Easter Monday 6 April are left out: tenth working day 15 April.
    expect(duties([shared], given)).toMatchObject([{ due: '2026-04-15', owedBy: 'S9', met: null }]);
  });

  it('takes a limit of hours before a moment by the clock, across the change to summer time', () => {
    const sent = rule({
      id: 'SENT',
      kind: 'deadline',
      of: 'discussion',
      from: 'session.plannedStartAt',
      before: { hours: 24 },
      metBy: 'discussion.summarySentAt',
      owes: 'worker',
    });
    const session = { ...HELD, plannedStartAt: '2026-03-29T09:00Z' };
    const given = facts({
      ...people,
      child: [{ child: 'C1', openedOn: '2026-01-01' }],
      session: [session],
      discussion: [{ child: 'C1', session: 'A', discussedOn: '2026-03-29', summarySentAt: '2026-03-28T09:30Z' }],
    });
    expect(duties([sent], given)).toMatchObject([{ dueAt: '2026-03-28T09:00Z', met: '2026-03-28' }]);
    const never = { ...given, discussion: given.discussion.map((row) => ({ ...row, summarySentAt: null })) };
    expect(duties([sent], never)).toMatchObject([{ met: null, ended: '2026-03-29' }]);
  });

  it('says nothing of a session that was long enough, and asks where the length is not known', () => {
    const long = rule({
      id: 'LONG',
      kind: 'threshold',
      of: 'session',
      which: { statuses: ['held', 'interrupted'] },
      measures: 'longestUninterruptedMinutes',
      atLeast: 90,
      owes: 'session-supervisor',
    });
    const with_ = (parts: object) => duties([long], facts({ ...people, session: [{ ...HELD, ...parts }] }));
    expect(with_({ minutes: 90 })).toEqual([]);
    expect(with_({ minutes: 89 })).toMatchObject([{ judged: 'breached' }]);
    expect(with_({ minutes: null })).toMatchObject([{ judged: 'needs-evidence' }]);
    expect(with_({ status: 'interrupted', minutes: 120, longestBlockMinutes: 70 })).toMatchObject([{ judged: 'breached' }]);
  });

  it('finds the days without a named supervisor', () => {
    const named = rule({
      id: 'NAMED',
      kind: 'standing',
      subject: 'person',
      when: 'employed',
      requires: 'named-supervisor',
      owes: 'line-manager',
    });
    const given = facts({
      person: [PERSON, { person: 'S9', name: 'Wren Tallow', employedFrom: '2020-01-01', employedTo: '2026-04-30' }],
      'supervision-pair': [{ ...PAIR, from: '2026-01-12' }],
    });
    expect(duties([named], given).filter((d) => d.subject === 'S1')).toMatchObject([
      { opened: '2026-01-05', due: '2026-01-05', met: '2026-01-12' },
      { opened: '2026-05-01', due: '2026-05-01', met: null },
    ]);
  });

  it('asks for one in each whole calendar quarter', () => {
    const quarterly = rule({
      id: 'QUARTER',
      kind: 'quota',
      subject: 'person',
      when: 'employed',
      per: 'calendar-quarter',
      counts: { kinds: ['personal'], statuses: ['held'] },
      atLeast: 1,
      unit: 'sessions',
      owes: 'supervisor',
    });
    const given = facts({ ...people, session: [{ ...HELD, kind: 'personal', plannedStartAt: '2026-05-20T09:00Z' }] });
    expect(duties([quarterly], given)).toMatchObject([
      { opening: 'period:2026-04-01', due: '2026-06-30', met: '2026-05-20' },
      { opening: 'period:2026-07-01', due: '2026-09-30', met: null, ended: '2026-10-01' },
      { opening: 'period:2026-10-01', due: '2026-12-31' },
    ]);
  });
});
