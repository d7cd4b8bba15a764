import { expect, test } from 'vitest';
import { toDay } from '../calendar/index.ts';
import type { FactOf } from '../facts/index.ts';
import { maySupervise } from './answers.ts';
import { indexFacts } from './fact-index.ts';
import { dutiesOf, findingOf, policyWith } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const HELD = { kinds: ['one-to-one'], statuses: ['held' as const] };
const LEVEL = rule({
  id: 'LEVEL',
  kind: 'eligibility',
  of: 'session',
  which: HELD,
  who: 'session.supervisor',
  levelsAbove: 1,
  unless: { 'session.supervisor': { is: ['assessor'] } },
  owes: 'line-manager',
});
const SETTLED = rule({
  id: 'SETTLED',
  kind: 'eligibility',
  of: 'session',
  which: HELD,
  who: 'session.supervisor',
  managesFor: { months: 12 },
  owes: 'line-manager',
});
const FIT = rule({
  id: 'FIT',
  kind: 'eligibility',
  of: 'session',
  which: HELD,
  who: 'session.supervisor',
  whoWhen: 'role:assistant-team-manager',
  whoIs: { all: ['experienced-supervisor', 'trained:supervisor-training'] },
  needs: 'paired:practice-consultant',
  orElse: ['professional'],
  owes: 'line-manager',
});

const people = ['A', 'M', 'N'].map((person) => ({ person, employedFrom: '2020-01-06' }));
const session = (supervisor: string, on: string) => ({
  session: `S-${supervisor}-${on}`,
  supervisee: 'A',
  supervisor,
  kind: 'one-to-one' as const,
  status: 'held' as const,
  plannedStartAt: `${on}T10:00Z`,
});
const post = (person: string, given: Partial<FactOf<'post'>> = {}) => ({
  person,
  post: `P-${person}`,
  role: 'social-worker' as const,
  team: 'T',
  from: '2020-01-06',
  ...given,
});

test('one level above by the levels of posts, by the line where none is recorded, and asked for where neither says', () => {
  const of = (given: Parameters<typeof facts>[0]) =>
    findingOf([LEVEL], facts({ person: people, session: [session('M', '2026-03-02')], ...given }), '2026-03-31');
  expect(of({ post: [post('A', { level: 2 }), post('M', { level: 3 })] })).toBe('nothing');
  expect(of({ post: [post('A', { level: 2 }), post('M', { level: 2 })] })).toBe('breached');
  expect(of({ post: [post('A', { lineManager: 'M' }), post('M')] })).toBe('nothing');
  expect(of({ post: [post('A'), post('M')] })).toBe('needs-evidence');
  const assessor = { supervisee: 'A', supervisor: 'M', capacity: 'assessor' as const, from: '2026-01-05' };
  expect(of({ post: [post('A', { level: 2 }), post('M', { level: 2 })], 'supervision-pair': [assessor] })).toBe('nothing');
});

test('twelve months in a management post, on the day', () => {
  const of = (on: string) =>
    findingOf(
      [SETTLED],
      facts({ person: people, session: [session('M', on)], post: [post('M', { from: '2025-03-02', isManagementPost: true })] }),
      '2026-12-31',
    );
  expect(of('2026-03-01')).toBe('breached');
  expect(of('2026-03-02')).toBe('nothing');
});

test('who managed before and does so again is not new to it; who does not manage now does not meet it', () => {
  const of = (again: string | null) =>
    findingOf(
      [SETTLED],
      facts({
        person: people,
        session: [session('M', '2026-03-02')],
        post: [
          post('M', { from: '2020-01-06', to: '2021-01-05', isManagementPost: true }),
          ...(again === null ? [] : [post('M', { post: 'P2', from: again, isManagementPost: true })]),
        ],
      }),
      '2026-12-31',
    );
  expect(of('2026-03-02')).toBe('nothing');
  expect(of('2026-03-03')).toBe('breached');
  expect(of(null)).toBe('breached');
});

test('somebody of whom it is asked has to be fit, the person supervised to have who is named, or another stands in', () => {
  const base = {
    person: [people[0]!, { ...people[1], isExperiencedSupervisor: true }, { ...people[2], isExperiencedSupervisor: true }],
    session: [session('M', '2026-03-02')],
    post: [post('A'), post('M', { role: 'assistant-team-manager' as const })],
  };
  const training = { person: 'M', course: 'supervisor-training' as const, completedOn: '2026-03-02' };
  const consultant = { supervisee: 'A', supervisor: 'N', capacity: 'practice-consultant' as const, from: '2020-01-06' };
  const professional = { ...consultant, capacity: 'professional' as const };
  expect(findingOf([FIT], facts(base), '2026-03-31')).toBe('breached');
  expect(findingOf([FIT], facts({ ...base, training: [training] }), '2026-03-31')).toBe('breached');
  expect(findingOf([FIT], facts({ ...base, training: [training], 'supervision-pair': [consultant] }), '2026-03-31')).toBe(
    'nothing',
  );
  const other = { ...base, training: [{ ...training, person: 'N' }], 'supervision-pair': [consultant, professional] };
  expect(findingOf([FIT], facts(other), '2026-03-31')).toBe('nothing');
  expect(findingOf([FIT], facts({ ...base, post: [post('A'), post('M')] }), '2026-03-31')).toBe('nothing');
});

test('a departure that somebody else agreed to excuses nothing', () => {
  const guarded = rule({
    ...SETTLED,
    id: 'GUARDED',
    kind: 'eligibility',
    deviation: { agreedBy: 'role:service-manager' },
  } as never);
  const of = (role: FactOf<'post'>['role']) =>
    findingOf(
      [guarded],
      facts({
        person: people,
        session: [session('M', '2026-03-02')],
        post: [post('N', { role })],
        deviation: [{ person: 'A', rule: 'GUARDED', hasReason: true, agreedBy: 'N', agreedOn: '2026-02-02', from: '2026-02-02' }],
      }),
      '2026-03-31',
    );
  expect(of('service-manager')).toBe('excused');
  expect(of('team-manager')).toBe('breached');
});

test('nothing is said while nobody records what would show it, and the question is answered by the same rule', () => {
  const unfed = facts({
    person: people,
    session: [session('M', '2026-03-02')],
    feeds: { person: '2000-01-01', session: '2000-01-01' },
  });
  expect(dutiesOf([LEVEL], unfed)).toEqual([]);
  const index = indexFacts(
    facts({ person: people, post: [post('A', { level: 2 }), post('M', { level: 3 }), post('N', { level: 2 })] }),
  );
  const asks = (supervisor: string) =>
    maySupervise(policyWith([LEVEL]), index, { on: toDay('2026-03-02'), person: 'A', supervisor });
  expect(asks('M')).toEqual({ isAllowed: true, rule: null });
  expect(asks('N')).toEqual({ isAllowed: false, rule: 'LEVEL' });
});
