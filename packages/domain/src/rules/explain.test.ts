import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/index.ts';
import type { Facts } from '../facts/index.ts';
import type { Rule } from '../policy/index.ts';
import { facts } from './_facts.ts';
import { cadence, makePack, rule } from './_pack.ts';
import { assess } from './assess.ts';
import { compilePolicy } from './compile.ts';
import { explain } from './explain.ts';

const ON = { on: toDay('2026-06-15'), at: toDay('2026-06-15') * 1440 + 720 };

function explained(rules: readonly Rule[], given: Facts, at = -1) {
  const policy = compilePolicy(makePack(rules));
  const duty = assess(policy, given, toDay('2026-12-31')).duties.at(at)!;
  return { duty, told: explain(policy, given, duty, ON) };
}

const NEED = cadence({ id: 'NEED', series: 'case', when: 'status:child-in-need', every: { months: 2 } });
const COURT = cadence({ id: 'COURT', series: 'case', when: 'status:public-law-proceedings', every: { months: 1 } });
const child = [{ child: 'C1', openedOn: '2026-01-31' }];

describe('why something is due', () => {
  it('starts at the last one counted and adds the interval, naming the fact', () => {
    const { told } = explained(
      [NEED],
      facts({
        child,
        'child-status': [{ child: 'C1', status: 'child-in-need', from: '2026-01-31' }],
        discussion: [{ child: 'C1', discussedOn: '2026-03-14', filedAt: '2026-03-15T09:00Z' }],
      }),
    );
    expect(told.steps).toEqual([
      { kind: 'counted-from', on: '2026-03-14', what: 'session', ref: 'discussion:2026-03-14' },
      {
        kind: 'interval-added',
        from: '2026-03-14',
        every: { unit: 'months', count: 2 },
        to: '2026-05-14',
        rule: 'NEED',
        wasClipped: false,
      },
    ]);
    expect(told).toMatchObject({ finding: 'overdue', daysLate: 32, dueOn: '2026-05-14' });
    expect(told.conventions.map((used) => used.name)).toEqual(['monthArithmetic', 'childClock']);
  });

  it('says when a month end was clipped, when it tightened, and what else held', () => {
    const { told, duty } = explained(
      [NEED, COURT],
      facts({
        child,
        'child-status': [
          { child: 'C1', status: 'child-in-need', from: '2026-01-31' },
          { child: 'C1', status: 'public-law-proceedings', from: '2026-03-10' },
        ],
      }),
    );
    expect(told.steps).toMatchObject([
      { kind: 'counted-from', on: '2026-01-31', what: 'start' },
      { kind: 'interval-added', to: '2026-03-31', wasClipped: false },
      { kind: 'tightened', on: '2026-03-10', to: '2026-03-10', rule: 'COURT', target: '2026-03-10' },
    ]);
    expect(told.others).toEqual([expect.objectContaining({ rule: 'NEED', every: { unit: 'months', count: 2 } })]);
    expect(told.dueOn).toBe('2026-03-10');
    expect(duty.rule).toBe('COURT');
  });

  it('shows the working of a limit in working days', () => {
    const share = rule({
      id: 'SHARE',
      kind: 'deadline',
      of: 'session',
      from: 'session.heldOn',
      within: { workingDays: 10 },
      metBy: 'session.recordSharedAt',
      owes: 'session-supervisor',
    });
    const { told } = explained(
      [share],
      facts({
        person: [{ person: 'S1', name: 'Ash Ember', employedFrom: '2026-01-05' }],
        session: [
          {
            session: 'A',
            supervisee: 'S1',
            supervisor: 'S9',
            kind: 'one-to-one',
            status: 'held',
            plannedStartAt: '2026-03-30T09:00Z',
          },
        ],
      }),
    );
    expect(told.steps).toEqual([
      { kind: 'counted-from', on: '2026-03-30', what: 'moment', ref: null, moment: 'session.heldOn' },
      {
        kind: 'interval-added',
        from: '2026-03-30',
        every: { unit: 'workingDays', count: 10 },
        to: '2026-04-15',
        rule: 'SHARE',
        wasClipped: false,
      },
    ]);
  });

  it('says what would have to be recorded where nothing is known', () => {
    const { told } = explained(
      [NEED],
      facts({
        child,
        'child-status': [{ child: 'C1', status: 'child-in-need', from: '2026-01-31' }],
        feeds: { child: '2020-01-01' },
      }),
    );
    expect(told).toMatchObject({ finding: 'unknown', steps: [{ kind: 'not-known', needs: ['discussion'] }] });
  });

  it('reaches the same date as the assessment for every duty of a history', () => {
    const policy = compilePolicy(makePack([NEED, COURT]));
    const given = facts({
      child,
      'child-status': [
        { child: 'C1', status: 'child-in-need', from: '2026-01-31', to: '2026-08-01' },
        { child: 'C1', status: 'public-law-proceedings', from: '2026-03-10', to: '2026-05-20' },
      ],
      discussion: ['2026-02-10', '2026-03-20', '2026-04-30', '2026-06-02'].map((discussedOn) => ({
        child: 'C1',
        discussedOn,
        filedAt: `${discussedOn}T12:00Z`,
      })),
    });
    for (const duty of assess(policy, given, ON.on).duties) {
      const last = explain(policy, given, duty, ON)
        .steps.filter((step) => 'to' in step && 'every' in step)
        .at(-1);
      expect(last).toMatchObject({ to: explain(policy, given, duty, ON).dueOn });
    }
  });
});
