import { expect, test } from 'vitest';
import { dutiesOf, findingOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const common = { kind: 'trigger', owes: 'line-manager' } as const;
const HANDED = rule({ ...common, id: 'HANDED', on: 'supervisor-changed', requires: { event: 'file-transfer' }, sameDay: true });
const LEFT = rule({ ...common, id: 'LEFT', on: 'left', requires: { event: 'file-to-records' } });
const MOVED = rule({
  ...common,
  id: 'MOVED',
  on: 'service-changed',
  post: 'same-role',
  requires: { event: 'file-transfer' },
  sameDay: true,
});
const HARD = rule({
  ...common,
  id: 'HARD',
  on: { event: 'difficult-incident' },
  requires: { session: { kinds: ['reactive'] } },
  within: { workingDays: 5 },
});

const person = [{ person: 'A', employedFrom: '2020-01-06' }];
const pair = (supervisor: string, from: string, to: string | null = null) => ({
  supervisee: 'A',
  supervisor,
  capacity: 'designated' as const,
  from,
  to,
});
const moved = (on: string, kind: 'file-transfer' | 'file-to-records') => ({ event: `E${on}`, kind, person: 'A', on, doneOn: on });

test('another supervisor: the file is handed over on the same day', () => {
  const base = { person, 'supervision-pair': [pair('M', '2025-01-06', '2026-03-01'), pair('N', '2026-03-02')] };
  expect(findingOf([HANDED], facts(base), '2026-03-02')).toBe('due');
  expect(findingOf([HANDED], facts(base), '2026-03-03')).toBe('overdue');
  expect(findingOf([HANDED], facts({ ...base, event: [moved('2026-03-02', 'file-transfer')] }), '2026-03-31')).toBe('met');
  expect(findingOf([HANDED], facts({ ...base, event: [moved('2026-03-03', 'file-transfer')] }), '2026-03-31')).toBe('met-late');
  const ahead = (on: string) => [{ ...moved(on, 'file-transfer'), doneOn: '2026-02-27' }];
  expect(findingOf([HANDED], facts({ ...base, event: ahead('2026-03-02') }), '2026-03-31')).toBe('met');
  // What was entered for an earlier day was done for something else.
  expect(findingOf([HANDED], facts({ ...base, event: ahead('2026-02-27') }), '2026-03-31')).toBe('overdue');
  const same = facts({ person, 'supervision-pair': [pair('M', '2025-01-06', '2026-03-01'), pair('M', '2026-03-02')] });
  expect(dutiesOf([HANDED], same)).toEqual([]);
});

test('without a limit it is asked for until it is done', () => {
  const left = { person: [{ ...person[0]!, employedTo: '2026-03-31' }] };
  expect(findingOf([LEFT], facts(left), '2026-12-31')).toBe('needs-evidence');
  expect(findingOf([LEFT], facts({ ...left, event: [moved('2026-04-20', 'file-to-records')] }), '2026-12-31')).toBe('met');
});

test('another service, in the same kind of post only where the rule says so', () => {
  const team = [
    { team: 'T1', name: 'One', service: 'X' },
    { team: 'T2', name: 'Two', service: 'X' },
    { team: 'T3', name: 'Three', service: 'Y' },
  ];
  const post = (teamCode: string, role: 'social-worker' | 'team-manager', from: string, to: string | null = null) => ({
    person: 'A',
    post: from,
    team: teamCode,
    role,
    from,
    to,
  });
  const of = (second: ReturnType<typeof post>) =>
    dutiesOf([MOVED], facts({ person, team, post: [post('T1', 'social-worker', '2020-01-06', '2026-03-01'), second] })).length;
  expect(of(post('T3', 'social-worker', '2026-03-02'))).toBe(1);
  expect(of(post('T3', 'team-manager', '2026-03-02'))).toBe(0);
  expect(of(post('T2', 'social-worker', '2026-03-02'))).toBe(0);
});

test('a difficult event asks for a session within so many working days', () => {
  const event = [{ event: 'E', kind: 'difficult-incident' as const, person: 'A', on: '2026-03-02' }];
  const talk = (on: string) => ({
    session: on,
    supervisee: 'A',
    supervisor: 'M',
    kind: 'reactive' as const,
    status: 'held' as const,
    plannedStartAt: `${on}T10:00Z`,
  });
  expect(findingOf([HARD], facts({ person, event, session: [talk('2026-03-09')] }), '2026-03-31')).toBe('met');
  expect(findingOf([HARD], facts({ person, event, session: [talk('2026-03-10')] }), '2026-03-31')).toBe('met-late');
  expect(findingOf([HARD], facts({ person, event, session: [talk('2026-02-27')] }), '2026-03-10')).toBe('overdue');
});
