import { expect, test } from 'vitest';
import { formatDay } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import { dutiesOf, findingOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const TWICE = rule({
  id: 'TWICE',
  kind: 'quota',
  subject: 'person',
  when: 'employed',
  per: 'last-twelve-months',
  counts: { kinds: ['observation'], isFormal: true },
  atLeast: 2,
  unit: 'sessions',
  owes: 'supervisor',
});
const person = [{ person: 'A', employedFrom: '2025-01-06' }];
const session = (name: string, on: string, given: Partial<FactOf<'session'>>) => ({
  session: name,
  supervisee: 'A',
  supervisor: 'M',
  kind: 'one-to-one' as const,
  status: 'held' as const,
  plannedStartAt: `${on}T10:00Z`,
  ...given,
});
const observed = (on: string, isFormal = true) => session(on, on, { kind: 'observation', isFormal });

test('two in the last twelve months: the next is due twelve months after the last but one', () => {
  const given = facts({ person, session: [observed('2025-04-07'), observed('2025-10-06'), observed('2025-12-01', false)] });
  const due = dutiesOf([TWICE], given).map((duty) => [formatDay(duty.openedOn), formatDay(duty.dueOn ?? 0)]);
  expect(due).toEqual([
    ['2025-01-06', '2026-01-06'],
    ['2025-04-07', '2026-01-06'],
    ['2025-10-06', '2026-04-07'],
  ]);
  expect(findingOf([TWICE], given, '2026-04-07')).toBe('due');
  expect(findingOf([TWICE], given, '2026-04-08')).toBe('overdue');
});

test('each topic by itself', () => {
  const topics = rule({ ...TWICE, id: 'TOPICS', counts: { kinds: ['check-in'] }, each: 'topic' } as never);
  const given = facts({
    person,
    session: ['2025-03-03', '2025-09-01'].map((on) => session(on, on, { kind: 'check-in', topics: ['values'] })),
  });
  const open = dutiesOf([topics], given).filter((duty) => duty.metOn === null);
  expect(open.map((duty) => [duty.opening.split(':')[2], formatDay(duty.dueOn ?? 0)]).toSorted()).toEqual([
    ['about-you', '2026-01-06'],
    ['looking-forward', '2026-01-06'],
    ['priorities', '2026-01-06'],
    ['values', '2026-03-03'],
  ]);
});

test('half an hour for each day on placement, and nothing in a week without one', () => {
  const minutes = rule({
    ...TWICE,
    id: 'DAYS',
    per: 'week',
    counts: {},
    atLeast: 30,
    unit: 'minutes',
    forEachDay: true,
  } as never);
  const shift = ['2026-03-02', '2026-03-03', '2026-03-04'].map((workedOn) => ({ person: 'A', workedOn }));
  const of = (length: number) =>
    dutiesOf(
      [minutes],
      facts({ person, shift, session: [session('S', '2026-03-06', { minutes: length })] }),
      '2026-03-31',
    ).filter((duty) => duty.openedOn >= 20514 && duty.openedOn < 20521);
  // Monday 2 March 2026 is day 20514 since 1970.
  expect(of(90).map((duty) => duty.metOn !== null)).toEqual([true]);
  expect(of(89).map((duty) => duty.metOn !== null)).toEqual([false]);
  expect(dutiesOf([minutes], facts({ person }), '2026-03-31')).toEqual([]);
});

test('a child is discussed in each whole month of a flag, on file', () => {
  const monthly = rule({
    ...TWICE,
    id: 'MONTH',
    subject: 'child',
    when: 'flag:safeguarding',
    per: 'calendar-month',
    counts: { kinds: ['one-to-one'] },
    atLeast: 1,
  } as never);
  const base = {
    child: [{ child: 'C', openedOn: '2026-01-05' }],
    'child-flag': [{ child: 'C', flag: 'safeguarding' as const, from: '2026-03-01', to: '2026-04-30' }],
  };
  const filed = { child: 'C', discussedOn: '2026-03-31', filedAt: '2026-04-02T10:00Z' };
  expect(findingOf([monthly], facts({ ...base, discussion: [filed] }), '2026-03-31')).toBe('met');
  expect(findingOf([monthly], facts({ ...base, discussion: [{ ...filed, filedAt: null }] }), '2026-03-31')).toBe('due');
  // April had none: overdue on the day after it, and from then on nothing can make it good.
  expect(findingOf([monthly], facts({ ...base, discussion: [filed] }), '2026-05-01')).toBe('overdue');
  expect(findingOf([monthly], facts({ ...base, discussion: [filed] }), '2026-05-02')).toBe('breached');
});
