import { expect, test } from 'vitest';
import type { FactOf } from '../facts/index.ts';
import { toDay } from '../calendar/index.ts';
import { dutiesOf, findingOf, policyWith } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';
import { explain } from './explain.ts';

const FOURTH = rule({
  id: 'FOURTH',
  kind: 'deadline',
  of: 'post',
  when: { all: ['contract:permanent', { any: ['joined-from:outside', 'joined-from:other-service'] }] },
  from: 'post.from',
  within: { months: 4 },
  metBy: { event: 'probation-point', point: 4, after: { months: 3 } },
  owes: 'line-manager',
});

const person = [{ person: 'A', employedFrom: '2026-01-31' }];
const post = (given: Partial<FactOf<'post'>> = {}) => ({
  person: 'A',
  post: 'P1',
  role: 'social-worker' as const,
  team: 'T',
  from: '2026-01-31',
  contract: 'permanent' as const,
  joinedFrom: 'outside' as const,
  ...given,
});
const point = (on: string, number: number) => ({
  event: `E${on}`,
  kind: 'probation-point' as const,
  person: 'A',
  on,
  doneOn: on,
  point: number,
});

test('a point is due so many months after the beginning, clipped to the end of a shorter month, and counts only in its time', () => {
  const none = facts({ person, post: [post()] });
  expect(findingOf([FOURTH], none, '2026-05-31')).toBe('due');
  expect(findingOf([FOURTH], none, '2026-06-01')).toBe('overdue');
  expect(findingOf([FOURTH], facts({ person, post: [post()], event: [point('2026-05-01', 4)] }), '2026-06-01')).toBe('met');
  expect(findingOf([FOURTH], facts({ person, post: [post()], event: [point('2026-04-30', 4)] }), '2026-06-01')).toBe('overdue');
  expect(findingOf([FOURTH], facts({ person, post: [post()], event: [point('2026-05-04', 1)] }), '2026-06-01')).toBe('overdue');
});

test('what was done too early is said, until it is done in its time', () => {
  const steps = (events: readonly Partial<FactOf<'event'>>[]) => {
    const given = facts({ person, post: [post()], event: events as never });
    const duty = dutiesOf([FOURTH], given)[0];
    if (duty === undefined) throw new Error('A limit is asked for.');
    return explain(policyWith([FOURTH]), given, duty, { on: toDay('2026-06-15'), at: 0 }).steps.filter(
      ({ kind }) => kind === 'too-early',
    );
  };
  // The third month ends on 30 April; point 1 and what was before the post are no fourth point.
  expect(steps([point('2026-04-30', 4), point('2026-03-02', 4), point('2026-04-01', 1), point('2026-01-30', 4)])).toEqual([
    { kind: 'too-early', on: '2026-03-02', from: '2026-05-01' },
    { kind: 'too-early', on: '2026-04-30', from: '2026-05-01' },
  ]);
  expect(steps([point('2026-04-30', 4), point('2026-05-04', 4)])).toEqual([]);
});

test('it is not asked of agency staff, of who stays in the service, or of who has left before', () => {
  expect(dutiesOf([FOURTH], facts({ person, post: [post({ contract: 'agency' })] }))).toEqual([]);
  expect(dutiesOf([FOURTH], facts({ person, post: [post({ joinedFrom: 'same-service' })] }))).toEqual([]);
  const left = facts({ person: [{ ...person[0], employedTo: '2026-03-31' }], post: [post()] });
  expect(findingOf([FOURTH], left, '2026-06-01')).toBe('not-applicable');
});
