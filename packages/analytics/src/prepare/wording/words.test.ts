import { CONVENTIONS } from '@plumbline/domain/policy';
import { describe, expect, it } from 'vitest';
import { aChild, aDuty, aNeed, aPerson } from '../_rows.ts';
import { alertInWords } from './alerts.ts';
import { codeLabel, describedAs } from './codes.ts';
import { CONVENTION_SENTENCES } from './conventions.ts';
import { dateInWords, dateWithWeekday, instantInWords, nearDateInWords, relativeToToday, weekdaySentence } from './dates.ts';
import { dueDateInWords, standingInWords, statusOf } from './findings.ts';
import { everyInWords, listInWords } from './intervals.ts';
import { needInWords } from './needs.ts';

const TODAY = '2026-05-11';

describe('dates', () => {
  it('are written as people say them', () => {
    expect(dateInWords('2026-05-14')).toBe('14 May 2026');
    expect(dateWithWeekday('2026-05-14')).toBe('Thursday 14 May 2026');
    expect(nearDateInWords('2026-05-14', TODAY)).toBe('14 May');
    expect(nearDateInWords('2025-05-14', TODAY)).toBe('14 May 2025');
    expect(instantInWords('2026-05-12T13:02Z')).toBe('Tuesday 12 May 2026 at 14:02');
  });

  it.each([
    ['2026-05-11', 'today'],
    ['2026-05-12', 'tomorrow'],
    ['2026-05-10', 'yesterday'],
    ['2026-05-14', 'in 3 days'],
    ['2026-05-02', '9 days ago'],
    ['2026-06-15', 'in 5 weeks'],
    ['2026-11-11', 'in 6 months'],
  ])('%s is %s', (date, expected) => {
    expect(relativeToToday(date, TODAY)).toBe(expected);
  });

  it('know bank holidays from weekends', () => {
    expect(weekdaySentence('2026-05-25')).toBe('It is a Monday and a bank holiday.');
    expect(weekdaySentence('2026-05-24')).toBe('It is a Sunday, not a working day.');
  });
});

describe('findings', () => {
  it.each([
    ['due in three days', { dueOn: '2026-05-14', effectiveDueOn: '2026-05-14' }, 'due-soon', 'due in 3 days', 'Thursday 14 May'],
    ['due later', {}, 'due', 'due in 5 weeks', 'Friday 12 June'],
    [
      'overdue by one day',
      { finding: 'overdue', daysLate: 1, dueOn: '2026-05-10', effectiveDueOn: '2026-05-10' },
      'overdue',
      '1 day overdue',
      'was due Sunday 10 May',
    ],
    ['done late', { finding: 'met-late', daysLate: 4, metOn: '2026-05-08' }, 'done-late', 'done 4 days late', 'on 8 May'],
    [
      'away',
      { finding: 'excused', dueOn: '2026-05-08', effectiveDueOn: '2026-05-08' },
      'away',
      'not counted: away',
      'would have been due Friday 8 May',
    ],
    [
      'after return',
      { dueOn: '2026-05-01', effectiveDueOn: '2026-05-15' },
      'due-soon',
      'due in 4 days',
      'first supervision after return, due Friday 15 May',
    ],
    ['not known', { finding: 'unknown', dueOn: null, effectiveDueOn: null }, 'not-known', 'not known', ''],
  ] as const)('%s', (_name, overrides, kind, standing, due) => {
    const duty = aDuty(overrides);
    expect([statusOf(duty, TODAY).kind, standingInWords(duty, TODAY), dueDateInWords(duty, TODAY)]).toEqual([
      kind,
      standing,
      due,
    ]);
  });
});

describe('codes and intervals', () => {
  it('come from the registry and never hide an unknown code', () => {
    expect(codeLabel('status', 'child-protection')).toBe('Child protection plan');
    expect(codeLabel('status', 'brand-new')).toBe('Brand new');
    expect(
      describedAs([
        { kind: 'role', code: 'social-worker' },
        { kind: 'stage', code: 'newly-qualified' },
      ]),
    ).toBe('Social worker · Newly qualified');
  });

  it('are words up to ten', () => {
    expect(everyInWords({ unit: 'months', count: 1 })).toBe('every month');
    expect(everyInWords({ unit: 'workingWeeks', count: 6 })).toBe('every six working weeks');
    expect(everyInWords({ unit: 'days', count: 42 })).toBe('every 42 days');
    expect(listInWords(['a', 'b', 'c'])).toBe('a, b and c');
  });

  it('have a sentence for every convention that a policy can name', () => {
    for (const [name, values] of Object.entries(CONVENTIONS)) {
      expect(Object.keys(CONVENTION_SENTENCES[name] ?? {}).sort()).toEqual(Object.keys(values).sort());
    }
  });
});

describe('needInWords', () => {
  const late = aDuty({ finding: 'overdue', daysLate: 9, dueOn: '2026-05-02', effectiveDueOn: '2026-05-02' });

  it.each([
    [
      aNeed({ duty: late, subject: aPerson() }),
      'Own supervision for Rowan Ashdown is 9 days overdue',
      'Was due Saturday 2 May',
      'Log a supervision',
    ],
    [
      aNeed({
        kind: 'due-soon',
        duty: aDuty({ dueOn: '2026-05-12', effectiveDueOn: '2026-05-12', title: 'Case supervision' }),
        subject: aChild(),
      }),
      'Case supervision for C20417 is due tomorrow',
      'Tuesday 12 May',
      'Open the child',
    ],
    [
      aNeed({ kind: 'outcome-missing', subject: aPerson(), on: '2026-05-08' }),
      'Say how the supervision with Rowan Ashdown went',
      'It was planned for Friday 8 May 2026.',
      'Complete the log',
    ],
    [
      aNeed({ kind: 'not-on-file', subject: aChild(), on: '2026-05-08' }),
      'C20417: said to be discussed, not yet on the child’s file',
      'Discussed on Friday 8 May 2026. It counts from that day once the record is there.',
      'Open the child',
    ],
    [
      aNeed({ kind: 'not-on-file', subject: aPerson(), on: '2026-05-08', count: 3 }),
      '3 children discussed with Rowan Ashdown, not yet on the file',
      'Discussed on Friday 8 May 2026. Each counts from that day once the record is on the child’s own file.',
      'Open the supervision',
    ],
    [
      aNeed({ duty: { ...late, series: null, title: 'Outcome to record' }, subject: aPerson() }),
      'Outcome to record: Rowan Ashdown',
      '9 days overdue, was due Saturday 2 May',
      'Open the log',
    ],
    [
      aNeed({ kind: 'record-to-share', duty: { ...late, series: null }, subject: aPerson() }),
      'Share the record of the supervision with Rowan Ashdown',
      '9 days overdue, was due Saturday 2 May',
      'Open the supervision',
    ],
    [
      aNeed({ kind: 'alert', count: 6 }),
      '6 open children have no worker or supervisor in place',
      'No worker, the worker away, or no current supervisor.',
      'See who must act',
    ],
    [
      aNeed({ kind: 'import-problem', count: 1 }),
      '1 file needs attention before it can be applied',
      'Nothing has been changed so far.',
      'Open imports',
    ],
    [
      aNeed({ kind: 'report-failed', on: '2026-05-11' }),
      'The files for reports could not be written',
      'Last tried on Monday 11 May 2026. It is tried again every ten minutes.',
      'See why',
    ],
    [
      aNeed({ kind: 'feed-missing', count: 3 }),
      '3 kinds of record have no start date',
      'Until then, what depends on them is shown as not known.',
      'Say from when',
    ],
    [
      aNeed({ kind: 'my-supervision', duty: late }),
      'Your own supervision is 9 days overdue',
      'Was due Saturday 2 May',
      'See my supervision',
    ],
  ])('$kind', (row, headline, detail, action) => {
    const words = needInWords(row, TODAY);
    expect([words.headline, words.detail, words.action.label]).toEqual([headline, detail, action]);
  });
});

describe('alertInWords', () => {
  it('says what is missing and who must act, or that nobody can', () => {
    const worker = { id: 'w', name: 'Rowan Ashdown' };
    expect(
      alertInWords({ alert: { kind: 'worker-away', actBy: { id: 'm', name: 'T. Marlow' }, actWith: null }, worker }),
    ).toEqual({
      headline: 'Rowan Ashdown, the allocated worker, is away',
      act: 'For T. Marlow to act.',
    });
    expect(alertInWords({ alert: { kind: 'no-worker', actBy: null, actWith: null }, worker: null })?.act).toBe(
      'Nobody is recorded who could act: tell the service manager.',
    );
  });
});
