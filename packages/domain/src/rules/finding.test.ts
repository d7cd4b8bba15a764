import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/index.ts';
import { findingOn, type Duty } from './finding.ts';

const duty = (parts: Partial<Duty>): Duty => ({
  rule: 'R',
  series: 'own',
  strength: 'must',
  subjectKind: 'person',
  subject: 'S1',
  about: { kind: 'person', ref: 'S1' },
  opening: 'counted:2026-05-01',
  openedOn: toDay('2026-05-01'),
  dueOn: toDay('2026-06-01'),
  dueAt: null,
  metOn: null,
  metAt: null,
  endedOn: null,
  owedBy: null,
  absentFrom: null,
  absentTo: null,
  returnDueOn: null,
  judged: 'by-date',
  ...parts,
});

const on = (text: string, d: Duty) => findingOn(d, { on: toDay(text), at: toDay(text) * 1440 + 720 });

describe('a requirement with a date', () => {
  it('is due up to and on its day, and overdue from the next', () => {
    expect(on('2026-06-01', duty({}))).toMatchObject({ finding: 'due', daysLate: 0 });
    expect(on('2026-06-02', duty({}))).toMatchObject({ finding: 'overdue', daysLate: 1 });
  });

  it('is met on its day, and late the day after', () => {
    expect(on('2026-07-01', duty({ metOn: toDay('2026-06-01') })).finding).toBe('met');
    expect(on('2026-07-01', duty({ metOn: toDay('2026-06-04') }))).toMatchObject({ finding: 'met-late', daysLate: 3 });
  });

  it('is judged on a past day by what had happened by then', () => {
    expect(on('2026-06-03', duty({ metOn: toDay('2026-06-04') }))).toMatchObject({ finding: 'overdue', daysLate: 2 });
    expect(on('2026-04-30', duty({})).finding).toBe('not-applicable');
  });

  it('ends unowed when it ended before it was due, and not met when it ended after', () => {
    expect(on('2026-07-01', duty({ endedOn: toDay('2026-05-20') })).finding).toBe('not-applicable');
    expect(on('2026-07-01', duty({ endedOn: toDay('2026-06-11') }))).toMatchObject({ finding: 'breached', daysLate: 10 });
  });
});

describe('a recorded absence over the due date', () => {
  // Away Monday 25 May to Friday 12 June 2026; five working days later is Friday 19 June.
  const away = duty({ absentFrom: toDay('2026-05-25'), absentTo: toDay('2026-06-12'), returnDueOn: toDay('2026-06-19') });

  it('is not counted while away', () => {
    expect(on('2026-06-08', away)).toMatchObject({ finding: 'excused', daysLate: 0 });
  });

  it('is due again after return, by the first supervision after return', () => {
    expect(on('2026-06-15', away)).toMatchObject({ finding: 'due', effectiveDueOn: toDay('2026-06-19') });
    expect(on('2026-07-01', { ...away, metOn: toDay('2026-06-18') }).finding).toBe('excused');
  });

  it('is overdue after that, with the days away left out', () => {
    // Due 1 June; away to 12 June; 22 June is 21 days after, of which 11 (2 to 12 June) were away.
    expect(on('2026-06-22', away)).toMatchObject({ finding: 'overdue', daysLate: 10 });
  });
});

describe('a limit in hours', () => {
  const dueAt = toDay('2026-06-01') * 1440 + 600;
  const limited = duty({ dueAt });

  it('compares instants', () => {
    expect(findingOn(limited, { on: toDay('2026-06-01'), at: dueAt }).finding).toBe('due');
    expect(findingOn(limited, { on: toDay('2026-06-01'), at: dueAt + 1 }).finding).toBe('overdue');
    const late = { ...limited, metOn: toDay('2026-06-01'), metAt: dueAt + 30 };
    expect(findingOn(late, { on: toDay('2026-06-03'), at: dueAt + 5000 }).finding).toBe('met-late');
  });

  it('that nobody kept by the end of its own day is not met from the next', () => {
    const ended = { ...limited, endedOn: toDay('2026-06-01') };
    expect(findingOn(ended, { on: toDay('2026-06-01'), at: dueAt + 1 }).finding).toBe('overdue');
    expect(findingOn(ended, { on: toDay('2026-06-02'), at: dueAt + 1440 }).finding).toBe('breached');
    const before = { ...limited, endedOn: toDay('2026-05-31') };
    expect(findingOn(before, { on: toDay('2026-06-02'), at: dueAt + 1440 }).finding).toBe('not-applicable');
  });
});
