import { formatDay, toDay } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { answer, duty, session, stage, TODAY } from './_stage.ts';
import { aboutIdOf, dutyId } from './duty-id.ts';
import { dutyRow } from './duty-row.ts';
import { alertOf, byAttention, laneRow, standingDuty } from './lane.ts';
import { marksOf } from './marks.ts';
import { personLanes } from './person-lanes.ts';
import { momentOf } from './scene.ts';

const own = stage({}).pack.series[0]!;
const cases = stage({}).pack.series[1]!;
const child = answer({ kind: 'child', ref: 'K1' });

describe('a requirement as a row', () => {
  it('says how late it is and names whoever answers today, not whoever did on the due day', () => {
    const scene = stage({ duties: [duty({ owedBy: 'earlier' })], responsibilities: [answer({ from: TODAY - 3 })] });
    const row = dutyRow(scene, scene.duties[0]!);
    expect(row).toMatchObject({
      finding: 'overdue',
      daysLate: 14,
      owedBy: { id: 'person-lead' },
      wasLateWhenTakenOver: true,
      title: 'Own supervision',
      clause: '6.2',
    });
  });

  it('leaves a done one with whoever owed it', () => {
    const scene = stage({ duties: [duty({ owedBy: 'earlier', metOn: toDay('2026-05-30') })] });
    expect(dutyRow(scene, scene.duties[0]!)).toMatchObject({
      finding: 'met',
      owedBy: { id: 'person-earlier' },
      wasLateWhenTakenOver: false,
    });
  });

  it('leaves a record with whoever held the supervision, whoever supervises now', () => {
    const scene = stage({ duties: [duty({ rule: 'SHARE', series: null, owedBy: 'holder' })] });
    expect(dutyRow(scene, scene.duties[0]!)).toMatchObject({ title: 'Record to share', owedBy: { id: 'person-holder' } });
  });

  it('has an id that says whom it is about and survives being worked out again', () => {
    const about = '11111111-2222-4333-8444-555555555555';
    expect(aboutIdOf(dutyId(about, duty({})))).toBe(about);
    expect(dutyId(about, duty({ dueOn: 5 }))).toBe(dutyId(about, duty({})));
    expect(dutyId(about, duty({ opening: 'counted:2026-05-02' }))).not.toBe(dutyId(about, duty({})));
    expect(aboutIdOf('11111111-2222-4333-8444-555555555555')).toBeNull();
  });
});

describe('the requirement that stands', () => {
  it('is the last one opened by the day, and none once it has ended', () => {
    const before = duty({ opening: 'a', openedOn: toDay('2026-04-01'), metOn: toDay('2026-05-01') });
    const next = duty({ opening: 'b', openedOn: toDay('2026-05-01') });
    const later = duty({ opening: 'c', openedOn: TODAY + 1 });
    expect(standingDuty(stage({ duties: [later, before, next] }), own, 'worker')?.opening).toBe('b');
    expect(standingDuty(stage({ duties: [{ ...next, endedOn: TODAY - 1 }] }), own, 'worker')).toBeNull();
  });
});

describe('marks', () => {
  it('show what counts for the clock, planned ones ahead included', () => {
    const sessions = [
      session({}),
      session({ session: 'SUP-2', kind: 'appraisal' }),
      session({ session: 'SUP-3', status: 'planned', plannedStartAt: '2026-07-01T09:00Z' }),
      session({ session: 'SUP-4', status: 'cancelled', plannedStartAt: '2026-04-01T09:00Z' }),
    ];
    expect(marksOf(stage({ facts: { session: sessions } }), own, 'worker')).toEqual([
      { on: '2026-04-01', status: 'cancelled', sessionId: 'session-SUP-4' },
      { on: '2026-05-12', status: 'held', sessionId: 'session-SUP-1' },
      { on: '2026-07-01', status: 'planned', sessionId: 'session-SUP-3' },
    ]);
  });

  it('show a past day as it stood: what was booked is planned, what nobody knew of is not there', () => {
    const sessions = [
      session({ bookedAt: '2026-04-20T09:00Z' }),
      session({ session: 'SUP-2', plannedStartAt: '2026-05-20T09:00Z', bookedAt: '2026-05-05T09:00Z' }),
    ];
    const then = { ...stage({ facts: { session: sessions } }), asOf: momentOf(toDay('2026-05-01'), 0) };
    expect(marksOf(then, own, 'worker').map((mark) => mark.status)).toEqual(['planned']);
  });

  it('tell a discussion on the file from one that is only said', () => {
    const discussion = (discussedOn: string, filedAt: string | null) =>
      ({
        child: 'K1',
        session: null,
        discussedOn,
        filedAt,
        writtenBy: null,
        summarySentAt: null,
        isReflective: null,
        frequencyView: null,
        reference: null,
        parts: null,
        approach: null,
        isManagementAction: null,
        concernsFamily: null,
        delegatedOn: null,
        sentBackAt: null,
      }) as const;
    const scene = stage({
      facts: { discussion: [discussion('2026-05-12', '2026-05-13T10:00Z'), discussion('2026-06-10', null)] },
      responsibilities: [child],
    });
    expect(marksOf(scene, cases, 'K1').map((mark) => mark.status)).toEqual(['held', 'not-on-file']);
  });
});

describe('alerts', () => {
  const away = { person: 'worker', from: formatDay(TODAY - 2), to: null, isHalfDay: null };
  it.each([
    ['nobody holds the case', stage({ responsibilities: [{ ...child, worker: null, supervisor: null }] }), 'no-worker', null],
    [
      'the worker has no supervisor',
      stage({ responsibilities: [{ ...child, supervisor: null }] }),
      'no-supervisor',
      'person-boss',
    ],
    ['the worker is away', stage({ responsibilities: [child], facts: { absence: [away] } }), 'worker-away', 'person-lead'],
  ])('%s', (_name, scene, kind, actBy) => {
    const alert = alertOf(scene, 'K1');
    expect([alert?.kind, alert?.actBy?.id ?? null]).toEqual([kind, actBy]);
  });

  it('is none where all is as it should be, and where the case is closed', () => {
    expect(alertOf(stage({ responsibilities: [child] }), 'K1')).toBeNull();
    expect(alertOf(stage({}), 'K1')).toBeNull();
  });

  it('come before what is late, and the latest before what is due', () => {
    const row = (alert: boolean, daysLate: number, due: string, label: string) => ({
      alert: alert ? { kind: 'no-worker' as const, actBy: null, actWith: null } : null,
      current: { daysLate, effectiveDueOn: due, dueOn: due } as never,
      subject: { id: label, kind: 'child' as const, label, descriptors: [], team: null },
    });
    const rows = [
      row(false, 0, '2026-07-02', 'C'),
      row(false, 9, '2026-06-06', 'B'),
      row(false, 0, '2026-07-01', 'D'),
      row(true, 0, '2026-08-01', 'A'),
    ];
    expect(rows.toSorted(byAttention).map((one) => one.subject.label)).toEqual(['A', 'B', 'D', 'C']);
  });
});

describe('a person with lanes', () => {
  it('holds their own clocks, their children’s and whatever else is open, and not what was judged long ago', () => {
    const short = (openedOn: number, opening: string) =>
      duty({ rule: 'SHARE', series: null, subjectKind: 'session', judged: 'breached', dueOn: null, openedOn, opening });
    const open = duty({ rule: 'SHARE', series: null, subjectKind: 'session', opening: 'session:SUP-1' });
    const scene = stage({
      duties: [
        duty({}),
        open,
        short(TODAY - 90, 'old'),
        short(TODAY - 5, 'new'),
        duty({ series: 'case', about: { kind: 'child', ref: 'K1' }, subject: 'K1' }),
      ],
      responsibilities: [answer({}), child],
    });
    const lanes = personLanes(scene, 'worker');
    expect(lanes.lanes.map((lane) => lane.series)).toEqual(['own']);
    expect(lanes.children.map((lane) => [lane.subject.label, lane.worker?.id])).toEqual([['K1', 'person-worker']]);
    expect(lanes.other.map((row) => row.finding)).toEqual(['overdue', 'breached']);
    expect(lanes.supervisor?.id).toBe('person-lead');
  });

  it('has no lane for a clock that never asked anything', () => {
    expect(laneRow(stage({}), own, 'worker')).toBeNull();
  });
});
