import { expect, test } from 'vitest';
import { findingOf } from './_ask.ts';
import { facts } from './_facts.ts';
import { rule } from './_pack.ts';

const common = { kind: 'coverage', owes: 'session-supervisor' } as const;
const FAMILY = rule({ ...common, id: 'FAMILY', covers: 'family' });
const ACTIONS = rule({ ...common, id: 'ACTIONS', covers: 'open-actions' });
const MEMBERS = rule({ ...common, id: 'MEMBERS', covers: 'team-members', formats: ['team-meeting'] });
const TRACKED = rule({ ...common, id: 'TRACKED', covers: 'tracked-cases', when: 'agreed:caseload-method' });
const DUE = rule({
  ...common,
  id: 'DUE',
  covers: 'due-cases',
  series: 'case',
  which: { kinds: ['one-to-one'], statuses: ['held', 'planned'] },
});

const children = ['C', 'D'].map((child) => ({ child, family: 'F', openedOn: '2026-01-05' }));
const entry = (child: string, on: string, session: string | null = null, concernsFamily = false) => ({
  child,
  discussedOn: on,
  session,
  filedAt: `${on}T16:00Z`,
  concernsFamily,
});

test('what holds for a family needs a copy on the file of each open sibling', () => {
  const alone = facts({ child: children, discussion: [entry('C', '2026-03-02', 'S1', true)] });
  expect(findingOf([FAMILY], alone, '2026-03-31', 'D|2026-03-02|S1')).toBe('breached');
  const both = facts({ child: children, discussion: [entry('C', '2026-03-02', 'S1', true), entry('D', '2026-03-02', 'S1')] });
  expect(findingOf([FAMILY], both, '2026-03-31')).toBe('nothing');
  const closed = facts({
    child: [children[0]!, { ...children[1], closedOn: '2026-03-01' }],
    discussion: [entry('C', '2026-03-02', 'S1', true)],
  });
  expect(findingOf([FAMILY], closed, '2026-03-31')).toBe('nothing');
});

test('an action open at one entry has progress or an end by the next', () => {
  const action = { action: 'X', child: 'C', agreedOn: '2026-03-02' };
  const discussion = [entry('C', '2026-03-02'), entry('C', '2026-04-06')];
  const of = (given: Parameters<typeof facts>[0]) =>
    findingOf([ACTIONS], facts({ child: children, discussion, ...given }), '2026-04-30');
  expect(of({ action: [action] })).toBe('breached');
  expect(of({ action: [action], 'action-progress': [{ action: 'X', notedOn: '2026-04-06' }] })).toBe('nothing');
  expect(of({ action: [action], 'action-progress': [{ action: 'X', notedOn: '2026-04-07' }] })).toBe('breached');
  expect(of({ action: [{ ...action, closedOn: '2026-04-06' }] })).toBe('nothing');
  expect(of({ action: [{ ...action, agreedOn: '2026-04-06' }] })).toBe('nothing');
});

test('everybody in the team on the day is there, or a reason or an absence says why not', () => {
  const base = {
    person: [{ person: 'A', employedFrom: '2020-01-06' }],
    post: [{ person: 'A', post: 'P', role: 'social-worker' as const, team: 'T', from: '2020-01-06', to: '2026-03-31' }],
    group: [
      { group: 'G1', heldOn: '2026-03-02', format: 'team-meeting' as const, team: 'T' },
      { group: 'G2', heldOn: '2026-04-06', format: 'team-meeting' as const, team: 'T' },
      { group: 'G3', heldOn: '2026-03-09', format: 'case-discussion' as const, team: 'T' },
    ],
  };
  const of = (given: Parameters<typeof facts>[0]) => findingOf([MEMBERS], facts({ ...base, ...given }), '2026-04-30');
  expect(of({})).toBe('breached');
  expect(of({ attendance: [{ group: 'G1', person: 'A', isPresent: true }] })).toBe('nothing');
  expect(of({ attendance: [{ group: 'G1', person: 'A', isPresent: false }] })).toBe('breached');
  expect(of({ attendance: [{ group: 'G1', person: 'A', isPresent: false, hasReason: true }] })).toBe('nothing');
  expect(of({ absence: [{ person: 'A', from: '2026-03-02', to: '2026-03-02' }] })).toBe('nothing');
});

test('under a method every case held is on its list', () => {
  const agreed = (kind: 'person' | 'child', subject: string, from: string) => ({
    subjectKind: kind,
    subject,
    reason: 'caseload-method' as const,
    days: 90,
    from,
  });
  const base = {
    person: [{ person: 'A', employedFrom: '2020-01-06' }],
    child: children,
    allocation: ['C', 'D'].map((child) => ({ child, worker: 'A', allocatedAt: '2026-01-05T09:00Z' })),
  };
  const given = facts({
    ...base,
    'agreed-interval': [
      agreed('person', 'A', '2026-02-02'),
      agreed('child', 'C', '2026-02-02'),
      agreed('child', 'D', '2026-02-09'),
    ],
  });
  expect(findingOf([TRACKED], given, '2026-02-01')).toBe('nothing');
  expect(findingOf([TRACKED], given, '2026-02-03')).toBe('overdue');
  expect(findingOf([TRACKED], given, '2026-02-09')).toBe('met-late');
});

test('a case that falls due before the next session is talked over in this one', () => {
  const session = (name: string, on: string) => ({
    session: name,
    supervisee: 'A',
    supervisor: 'M',
    kind: 'one-to-one' as const,
    status: 'held' as const,
    plannedStartAt: `${on}T10:00Z`,
  });
  // Opened on 5 January, so due on 5 March.
  const base = {
    person: [{ person: 'A', employedFrom: '2020-01-06' }],
    child: [{ child: 'C', openedOn: '2026-01-05' }],
    allocation: [{ child: 'C', worker: 'A', allocatedAt: '2026-01-05T09:00Z' }],
  };
  const two = { ...base, session: [session('S1', '2026-02-09'), session('S2', '2026-03-06')] };
  expect(findingOf([DUE], facts(two), '2026-03-31', 'C|2026-02-09|S1')).toBe('breached');
  const early = { ...base, session: [session('S1', '2026-02-09'), session('S2', '2026-03-05')] };
  expect(findingOf([DUE], facts(early), '2026-02-28')).toBe('nothing');
  const talked = { ...two, discussion: [entry('C', '2026-02-09', 'S1')] };
  expect(findingOf([DUE], facts(talked), '2026-03-31')).toBe('nothing');
});
