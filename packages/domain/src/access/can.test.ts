import { describe, expect, it } from 'vitest';
import { toDay } from '../calendar/index.ts';
import { noFacts, type Facts } from '../facts/index.ts';
import { can, groundOf, permissionsToday, type AccessSubject, type Actor } from './can.ts';
import { PERMISSION_NAMES, ROLE_NAMES, reachOf, type Permission, type Role } from './permissions.ts';
import { childTeamsOf, relationsOf, teamsOf, workersOf } from './relations.ts';

const TODAY = toDay('2026-06-15');
const post = (person: string, team: string, lineManager: string | null, to: string | null = null) =>
  ({
    person,
    post: `P-${person}`,
    team,
    lineManager,
    from: '2024-01-01',
    to,
    role: 'social-worker',
  }) as unknown as Facts['post'][number];
const pair = (supervisee: string, supervisor: string, from: string, to: string | null) =>
  ({ supervisee, supervisor, capacity: 'designated', from, to }) as const;

const facts: Facts = {
  ...noFacts(),
  team: [
    { team: 'A', name: 'Alder', service: 'North', site: null, kind: null },
    { team: 'B', name: 'Beech', service: 'North', site: null, kind: null },
    { team: 'C', name: 'Cedar', service: 'South', site: null, kind: null },
  ],
  post: [
    post('worker', 'A', 'lead'),
    post('lead', 'A', 'head'),
    post('head', 'B', null),
    post('other', 'C', null),
    post('gone', 'A', 'lead', '2026-05-31'),
    post('moved', 'A', 'lead', '2026-03-31'),
    { ...post('moved', 'C', 'other'), from: '2026-04-01' },
  ],
  'supervision-pair': [pair('worker', 'lead', '2024-01-01', null), pair('other', 'lead', '2024-01-01', '2026-06-14')],
  allocation: [
    { child: 'K1', worker: 'worker', allocatedAt: '2026-01-05T09:00Z', endedOn: null, discussedAt: null, isSecondary: null },
    {
      child: 'K3',
      worker: 'other',
      allocatedAt: '2026-01-05T09:00Z',
      endedOn: '2026-02-01',
      discussedAt: null,
      isSecondary: null,
    },
    {
      child: 'K3',
      worker: 'worker',
      allocatedAt: '2026-02-01T09:00Z',
      endedOn: '2026-03-01',
      discussedAt: null,
      isSecondary: null,
    },
    { child: 'K4', worker: 'gone', allocatedAt: '2026-01-05T09:00Z', endedOn: null, discussedAt: null, isSecondary: null },
    {
      child: 'K5',
      worker: 'moved',
      allocatedAt: '2026-01-05T09:00Z',
      endedOn: '2026-03-01',
      discussedAt: null,
      isSecondary: null,
    },
    { child: 'K2', worker: 'other', allocatedAt: '2026-01-05T09:00Z', endedOn: null, discussedAt: null, isSecondary: null },
  ],
};

function actor(person: string, ...roles: Role[]): Actor {
  return { person, roles, relations: relationsOf(person, roles, facts) };
}
const personSubject = (ref: string): AccessSubject => ({ kind: 'person', ref, teams: teamsOf(ref, facts.post) });
function childSubject(ref: string): AccessSubject {
  const workers = workersOf(ref, facts.allocation);
  return { kind: 'child', ref, workers, teams: childTeamsOf(workers, facts.post) };
}

describe('can', () => {
  const table: [string, Actor, Permission, AccessSubject, boolean][] = [
    ['own history', actor('worker', 'social-worker'), 'subjects:read', personSubject('worker'), true],
    ["a colleague's history", actor('worker', 'social-worker'), 'subjects:read', personSubject('other'), false],
    ['a child on the caseload', actor('worker', 'social-worker'), 'subjects:read', childSubject('K1'), true],
    ["a colleague's child", actor('worker', 'social-worker'), 'subjects:read', childSubject('K2'), false],
    ['a supervisee', actor('lead', 'social-worker'), 'subjects:read', personSubject('worker'), true],
    ["a supervisee's child", actor('lead', 'social-worker'), 'subjects:read', childSubject('K1'), true],
    ['somebody supervised until yesterday', actor('lead', 'social-worker'), 'subjects:read', personSubject('other'), false],
    ['their child', actor('lead', 'social-worker'), 'subjects:read', childSubject('K2'), false],
    ['a team of the service', actor('head', 'service-manager'), 'teams:read', { kind: 'team', ref: 'A' }, true],
    ["the last team's child without a worker", actor('lead', 'team-manager'), 'subjects:read', childSubject('K3'), true],
    ['the child of somebody who has left the team', actor('lead', 'team-manager'), 'subjects:read', childSubject('K4'), true],
    [
      'the child of somebody who has gone to another team',
      actor('lead', 'team-manager'),
      'subjects:read',
      childSubject('K5'),
      true,
    ],
    [
      "another team's child whose last worker has come here",
      actor('other', 'team-manager'),
      'subjects:read',
      childSubject('K5'),
      false,
    ],
    ["an earlier team's child without a worker", actor('other', 'team-manager'), 'subjects:read', childSubject('K3'), false],
    ['a team of another service', actor('head', 'service-manager'), 'teams:read', { kind: 'team', ref: 'C' }, false],
    ['somebody in a team of the service', actor('head', 'service-manager'), 'supervisions:log', personSubject('worker'), true],
    [
      'another team of the service as team manager',
      actor('head', 'team-manager'),
      'teams:read',
      { kind: 'team', ref: 'C' },
      false,
    ],
    [
      'anybody as principal social worker',
      actor('psw', 'principal-social-worker'),
      'subjects:read',
      personSubject('other'),
      true,
    ],
    [
      'writing for anybody as principal social worker',
      actor('psw', 'principal-social-worker'),
      'supervisions:log',
      personSubject('other'),
      false,
    ],
    ['their own post as team manager', actor('lead', 'team-manager'), 'facts:correct', personSubject('lead'), false],
    ['history as administrator', actor('admin', 'administrator'), 'subjects:read', personSubject('other'), false],
    ['facts as administrator', actor('admin', 'administrator'), 'facts:correct', personSubject('other'), true],
    ['their own post as administrator', actor('other', 'administrator'), 'facts:correct', personSubject('other'), false],
    ['an import as administrator', actor('admin', 'administrator'), 'imports:apply', { kind: 'council' }, true],
    ['an import as service manager', actor('head', 'service-manager'), 'imports:apply', { kind: 'council' }, false],
    ['anything without a role', actor('nobody'), 'me:read', { kind: 'council' }, false],
  ];
  it.each(table)('%s', (_name, who, action, subject, expected) => {
    expect(can(who, action, subject, TODAY)).toBe(expected);
  });

  it('gives whoever supervises today the pages for it and takes them back the day the line moves', () => {
    const past: Actor = { person: 'x', roles: ['social-worker'], relations: [{ kind: 'person', ref: 'y', from: 0, to: TODAY }] };
    expect(permissionsToday(past, TODAY)).toContain('teams:read');
    expect(permissionsToday(past, TODAY + 1)).not.toContain('teams:read');
  });

  it('leaves no permission that nobody has', () => {
    for (const permission of PERMISSION_NAMES)
      expect(ROLE_NAMES.some((role) => reachOf(permission, [role], false) !== null)).toBe(true);
  });
});

describe('the ground on which somebody looks', () => {
  const grounds: [string, Actor, ReturnType<typeof personSubject>, string][] = [
    ['their own record', actor('worker', 'social-worker'), personSubject('worker'), 'own'],
    ['a child of their caseload', actor('worker', 'social-worker'), childSubject('K1'), 'own-case'],
    ['somebody they supervise', actor('lead', 'social-worker'), personSubject('worker'), 'line'],
    ['the child of somebody they supervise', actor('lead', 'social-worker'), childSubject('K1'), 'line'],
    ['somebody of their service', actor('head', 'service-manager'), personSubject('worker'), 'team'],
    ['a child of their team that nobody holds', actor('lead', 'team-manager'), childSubject('K3'), 'team'],
    ['anybody, for the whole council', actor('psw', 'principal-social-worker'), personSubject('other'), 'council'],
    ['somebody supervised until yesterday', actor('lead', 'principal-social-worker'), personSubject('other'), 'council'],
  ];
  it.each(grounds)('%s', (_name, who, subject, expected) => {
    expect(groundOf(who, subject as never, TODAY)).toBe(expected);
  });
});
