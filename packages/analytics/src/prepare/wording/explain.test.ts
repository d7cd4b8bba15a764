import type { Explanation } from '@plumbline/domain/rules';
import { describe, expect, it } from 'vitest';
import { explainInWords } from './explain.ts';

const child: Explanation = {
  finding: 'due',
  daysLate: 0,
  dueOn: '2026-05-14',
  dueAt: null,
  effectiveDueOn: '2026-05-14',
  metOn: null,
  owedBy: 'S1007',
  owedWith: null,
  rule: {
    id: 'WIR-11.4',
    clause: '11',
    says: 'Child protection cases are discussed at least every two months.',
    strength: 'must',
    isInferred: false,
  },
  pack: { id: 'wirral', council: 'Wirral', title: 'Supervision policy', version: '1.0.0', state: 'under-review' },
  subject: { kind: 'child', ref: 'C20417' },
  steps: [
    { kind: 'counted-from', on: '2026-03-14', what: 'session', ref: 'SUP-1' },
    {
      kind: 'interval-added',
      from: '2026-03-14',
      every: { unit: 'months', count: 2 },
      to: '2026-05-14',
      rule: 'WIR-11.4',
      wasClipped: false,
    },
  ],
  conventions: [{ name: 'monthArithmetic', value: 'clip-to-month-end', cites: 'C-02' }],
  interpretations: [],
  others: [
    {
      rule: 'WIR-11.2',
      clause: '11',
      says: 'Children in need are discussed at least every three months.',
      every: { unit: 'months', count: 3 },
    },
  ],
};

const sentences = (overrides: Partial<Explanation>): readonly string[] =>
  explainInWords({ ...child, owedBy: null, ...overrides }, {}).sentences;

const headline = (overrides: Partial<Explanation>): string => explainInWords({ ...child, ...overrides }, {}).headline;

describe('explainInWords', () => {
  it('says who confirmed what on which day and when it is asked again', () => {
    const steps = [
      { kind: 'asked', on: '2026-01-05', asks: 'Was practice observed?' },
      { kind: 'answered', on: '2026-02-10', by: 'S1007', answer: 'not-applicable' },
      { kind: 'asked-again', on: '2027-02-10' },
    ] as const;
    expect(explainInWords({ ...child, owedBy: null, dueOn: null, steps }, { S1007: 'T. Marlow' }).sentences).toEqual([
      'Nothing but an answer shows this, asked since 5 January 2026: “Was practice observed?”',
      'T. Marlow answered “Does not apply” on 10 February 2026.',
      'It is asked again on 10 February 2027, a year after the answer.',
    ]);
  });

  it('names both who share the management of a post', () => {
    const words = explainInWords({ ...child, owedWith: 'S1008' }, { S1007: 'T. Marlow', S1008: 'R. Ashdown' });
    expect(words.sentences.at(-1)).toBe('It is for T. Marlow or R. Ashdown to see to: they share the management of this post.');
  });

  it('reads like a colleague', () => {
    const words = explainInWords(child, { S1007: 'T. Marlow' });
    expect(words.headline).toBe('Due by Thursday 14 May 2026.');
    expect(words.rule).toBe('Child protection cases are discussed at least every two months (Wirral, section 11).');
    expect(words.sentences).toEqual([
      'The last discussion counted was on 14 March.',
      'Two months later is 14 May. It is a Thursday, a working day.',
      'It is for T. Marlow to see to.',
    ]);
    expect(words.conventions).toEqual([
      {
        sentence: 'A month later is the same day of the next month, or its last day where that month is shorter.',
        cites: 'C-02',
      },
    ]);
    expect(words.others).toEqual([
      'Children in need are discussed at least every three months (section 11: every three months). A shorter interval counts here, so this did not decide the date.',
    ]);
  });

  it.each([
    ['overdue', { finding: 'overdue', daysLate: 9 }, 'Was due by Thursday 14 May 2026: 9 days overdue.'],
    ['met', { finding: 'met', metOn: '2026-05-12' }, 'Done on time, on Tuesday 12 May 2026.'],
    ['late', { finding: 'met-late', metOn: '2026-05-15', daysLate: 1 }, 'Done on Friday 15 May 2026, 1 day late.'],
    ['away', { finding: 'excused' }, 'Not counted: away when it was due, on Thursday 14 May 2026.'],
    ['after return', { effectiveDueOn: '2026-06-01' }, 'First supervision after return, due by Monday 1 June 2026.'],
    ['not met', { finding: 'breached' }, 'Not met: it was due by Thursday 14 May 2026.'],
    ['unknown', { finding: 'unknown', dueOn: null }, 'Not known: what is recorded here does not go back far enough to say.'],
    ['hours', { dueAt: '2026-05-14T08:30Z' }, 'Due by Thursday 14 May 2026 at 09:30.'],
  ] as const)('has a headline when %s', (_name, overrides, expected) => {
    expect(explainInWords({ ...child, ...overrides }, {}).headline).toBe(expected);
  });

  it('tells clipped months, stages that got shorter or longer, and where counting begins', () => {
    expect(
      sentences({
        dueOn: '2026-02-28',
        steps: [
          { kind: 'counted-from', on: '2026-01-31', what: 'start', ref: null },
          {
            kind: 'interval-added',
            from: '2026-01-31',
            every: { unit: 'months', count: 1 },
            to: '2026-02-28',
            rule: 'r',
            wasClipped: true,
          },
        ],
      }),
    ).toEqual([
      'There is none before it, so counting starts on 31 January, when this rule began to apply.',
      'One month later is 28 February. That month is shorter, so its last day counts. It is a Saturday, not a working day.',
    ]);
    expect(
      sentences({
        dueOn: '2026-05-01',
        steps: [
          { kind: 'counted-from', on: '2025-12-01', what: 'records-begin', ref: null },
          {
            kind: 'tightened',
            on: '2026-04-03',
            every: { unit: 'days', count: 14 },
            to: '2026-04-17',
            rule: 'r',
            target: '2026-04-17',
          },
          { kind: 'loosened', on: '2026-04-10', every: { unit: 'months', count: 1 }, to: '2026-05-01', rule: 'r' },
        ],
      }),
    ).toEqual([
      'Records here begin on 1 December 2025, so counting starts there.',
      'From 3 April a shorter interval applied (every 14 days), which brings the date forward to 17 April.',
      'From 10 April a longer interval applied (every month), so the date was reckoned again: 1 May. It is a Friday, a working day.',
    ]);
  });

  it('points out where absence has stretched four working weeks beyond a calendar month', () => {
    // 12 January + 1 month is 12 February: the 16th lies beyond it, the 9th does not.
    const step = (to: string) =>
      ({
        kind: 'interval-added',
        from: '2026-01-12',
        every: { unit: 'workingWeeks', count: 4 },
        to,
        rule: 'R',
        wasClipped: false,
      }) as const;
    expect(sentences({ dueOn: null, steps: [step('2026-02-16'), step('2026-02-09'), step('2026-02-12')] })).toEqual([
      'Four working weeks later is 16 February 2026. Days away are left out, so that more than a calendar month lies between.',
      'Four working weeks later is 9 February 2026.',
      'Four working weeks later is 12 February 2026.',
    ]);
  });

  it('asks for a date after return where only a date was missing', () => {
    const away = { kind: 'absence', from: '2026-05-01', to: '2026-05-20', returnDueOn: '2026-05-28' } as const;
    const due = { finding: 'due', dueOn: '2026-05-04', effectiveDueOn: '2026-05-28' } as const;
    expect(headline({ ...due, steps: [{ ...away, isOfDate: true }] })).toBe(
      'A date in the log after return, due by Thursday 28 May 2026.',
    );
    expect(headline({ ...due, steps: [away] })).toBe('First supervision after return, due by Thursday 28 May 2026.');
  });

  it('tells lengths, hours, quotas, missing parts and absence', () => {
    expect(
      sentences({
        dueOn: null,
        steps: [
          { kind: 'measured', measure: 'netMinutes', value: 60, atLeast: 90, atMost: null },
          { kind: 'measured', measure: 'longestUninterruptedMinutes', value: null, atLeast: 90, atMost: null },
          { kind: 'hours-added', from: '2026-05-12T09:00Z', hours: -24, to: '2026-05-11T09:00Z' },
          { kind: 'period', from: '2026-04-01', to: '2026-06-30', counted: 0, needed: 1, unit: 'sessions' },
          { kind: 'too-early', on: '2026-04-30', from: '2026-05-01' },
          { kind: 'missing', fields: ['session.recordSharedAt', 'session.minutes'] },
          { kind: 'absence', from: '2026-05-01', to: '2026-05-20', returnDueOn: '2026-05-28' },
          { kind: 'absence', from: '2026-05-01', to: '2026-05-20', returnDueOn: '2026-05-28', isOfDate: true },
          { kind: 'not-known', needs: ['session', 'absence'], feedsBegin: null },
        ],
      }),
    ).toEqual([
      'It lasted 60 minutes; at least 90 are asked for.',
      'It was not recorded; at least 90 are asked for.',
      '24 hours before that is Monday 11 May 2026 at 10:00.',
      'From 1 April 2026 to 30 June 2026, none counted of at least 1.',
      'It was done on 30 April 2026, which is too early: it counts from 1 May 2026.',
      'Not recorded yet: record shared at and minutes.',
      'The person was away from 1 May 2026 to 20 May 2026; that time is not counted as late. The first supervision after return is due by Thursday 28 May 2026; how many days that allows is a local setting.',
      'The person was away from 1 May 2026 to 20 May 2026; that time is not counted as late. After return a date is to be in the log by Thursday 28 May 2026; how many days that allows is a local setting.',
      'Nothing has been brought in yet for supervision log and absences, so nothing can be said.',
    ]);
  });
});
