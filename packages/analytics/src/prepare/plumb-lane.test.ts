import { toDay } from '@plumbline/domain/calendar';
import { describe, expect, it } from 'vitest';
import { aChild, aDuty, aLane } from './_rows.ts';
import { prepareLane } from './plumb-lane.ts';
import { monthTicks, windowAround } from './time-window.ts';

const TODAY = '2026-06-21';
/** 100 days back and 100 ahead, so that today is the middle and one day is 0.005. */
const WINDOW = windowAround(TODAY, 100, 100);

const overdue = aLane({ current: aDuty({ finding: 'overdue', daysLate: 9 }) });

describe('prepareLane', () => {
  it('puts today, the last one counted, the allowed gap and the bob on one axis', () => {
    const lane = prepareLane(
      aLane({
        current: aDuty({ openedOn: '2026-06-01', dueOn: '2026-07-01', effectiveDueOn: '2026-07-01' }),
        marks: [{ on: '2026-06-01', status: 'held', sessionId: 's' }],
      }),
      WINDOW,
      TODAY,
    );
    expect(lane.today).toBe(0.5);
    expect(lane.marks).toEqual([
      { at: 0.4, on: '2026-06-01', shape: 'held', label: 'Held on 1 June', sessionId: 's', isCounted: true },
    ]);
    expect(lane.band).toEqual({ from: 0.4, to: 0.55, startsBefore: false, runsOn: false, tone: 'allowed' });
    expect(lane.bob).toEqual({ at: 0.55, beyond: null, label: 'Due 1 July' });
    expect(lane.late).toBeNull();
  });

  it('ends the band left of today and writes out the days late when overdue', () => {
    const lane = prepareLane(overdue, WINDOW, TODAY);
    expect(lane.band?.tone).toBe('overdue');
    expect(lane.band?.to).toBeCloseTo(0.455);
    expect(lane.late).toEqual({ from: lane.band?.to, to: 0.5, label: '9 days late' });
    expect(lane.standing).toBe('9 days overdue');
    expect(lane.due).toBe('was due Friday 12 June');
  });

  it('says the whole lane in one sentence', () => {
    expect(prepareLane(overdue, WINDOW, TODAY).sentence).toBe(
      'Own supervision for Rowan Ashdown, owed by T. Marlow, is 9 days overdue; last held 12 May, under section 6.2e.',
    );
    const soon = aDuty({ dueOn: '2026-06-24', effectiveDueOn: '2026-06-24', clause: 'section 11, table' });
    expect(
      prepareLane(aLane({ subject: aChild(), seriesTitle: 'Case supervision', current: soon, marks: [] }), WINDOW, TODAY)
        .sentence,
    ).toBe(
      'Case supervision for C20417, owed by T. Marlow, is due in 3 days, Wednesday 24 June; last discussed: none in view, under section 11, table.',
    );
    expect(prepareLane(aLane({ current: null }), WINDOW, TODAY).sentence).toBe(
      'Own supervision for Rowan Ashdown: the policy doesn’t say how often; last held 12 May.',
    );
  });

  it('keeps the bob at the edge when the date lies outside the picture', () => {
    const far = prepareLane(aLane({ current: aDuty({ dueOn: '2027-06-01', effectiveDueOn: '2027-06-01' }) }), WINDOW, TODAY);
    expect(far.bob).toEqual({ at: 1, beyond: 'after', label: 'Due 1 June 2027' });
    expect(far.band?.runsOn).toBe(true);
    const long = prepareLane(
      aLane({
        current: aDuty({
          openedOn: '2025-01-01',
          dueOn: '2025-02-01',
          effectiveDueOn: '2025-02-01',
          finding: 'overdue',
          daysLate: 505,
        }),
      }),
      WINDOW,
      TODAY,
    );
    expect(long.bob?.beyond).toBe('before');
    expect(long.band).toBeNull();
    expect(long.late?.from).toBe(0);
  });

  it('draws each status by its own shape and leaves out what lies outside the picture', () => {
    const statuses = ['held', 'interrupted', 'cancelled', 'postponed', 'abandoned', 'planned', 'not-on-file'] as const;
    const marks = statuses.map((status, day) => ({ on: `2026-06-0${day + 1}`, status, sessionId: null }));
    const lane = prepareLane(aLane({ marks: [...marks, { on: '2025-01-01', status: 'held', sessionId: null }] }), WINDOW, TODAY);
    expect(lane.marks.map((mark) => mark.shape)).toEqual([
      'held',
      'interrupted',
      'cancelled',
      'cancelled',
      'interrupted',
      'planned',
      'not-on-file',
    ]);
  });

  it('hangs nothing where there is no date to hang', () => {
    const lane = prepareLane(aLane({ current: aDuty({ finding: 'unknown', dueOn: null, effectiveDueOn: null }) }), WINDOW, TODAY);
    expect([lane.band, lane.bob, lane.late]).toEqual([null, null, null]);
    expect(lane.standing).toBe('not known');
  });

  it('has a table twin', () => {
    expect(prepareLane(overdue, WINDOW, TODAY).table).toMatchObject({
      who: 'Rowan Ashdown',
      what: 'Own supervision',
      last: '12 May 2026',
      due: '12 June 2026',
      standing: '9 days overdue',
      status: { sign: '▲', word: 'overdue' },
      owedBy: 'T. Marlow',
    });
  });
});

describe('monthTicks', () => {
  it('marks the first of each month inside the window', () => {
    const ticks = monthTicks({ from: toDay('2026-11-15'), to: toDay('2027-02-15') });
    expect(ticks.map((tick) => [tick.label, tick.title, tick.isYearStart])).toEqual([
      ['Dec', 'December 2026', false],
      ['Jan', 'January 2027', true],
      ['Feb', 'February 2027', false],
    ]);
  });
});
