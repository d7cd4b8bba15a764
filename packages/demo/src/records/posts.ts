import { toDay } from '@plumbline/domain/calendar';
import type { FactOf } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { FactRows } from '../fact-rows.ts';
import { change, streamOf } from './beside.ts';

type Role = FactOf<'post'>['role'];

const LEVELS: Readonly<Partial<Record<Role, number>>> = {
  'strategic-lead': 6,
  'principal-social-worker': 5,
  'service-manager': 5,
  'team-manager': 4,
  'registered-manager': 4,
  'practice-supervisor': 3,
  'student-social-worker': 1,
  'trainee-psychologist': 1,
};

const STATUTORY: readonly Role[] = [
  'social-worker',
  'senior-social-worker',
  'practice-supervisor',
  'team-manager',
  'reviewing-officer',
];
const FRONT_LINE: readonly Role[] = [
  'social-worker',
  'senior-social-worker',
  'family-support-worker',
  'personal-adviser',
  'youth-worker',
  'residential-carer',
];

function joinedFrom(context: Context, person: string): 'outside' | 'other-authority' | 'other-service' {
  return streamOf(context, 'joined', person).weighted({ outside: 50, 'other-authority': 35, 'other-service': 15 });
}

/** Levels, statutory work, work with families and where people came from into their first post. */
export function describePosts(context: Context, rows: FactRows): void {
  const first = new Map<string, string>();
  for (const { person, from } of rows.post) if (from < (first.get(person) ?? '9999')) first.set(person, from);
  change(rows, 'post', (post) => ({
    level: LEVELS[post.role] ?? 2,
    isStatutory: STATUTORY.includes(post.role),
    isFrontLine: FRONT_LINE.includes(post.role),
    joinedFrom: post.from === first.get(post.person) ? joinedFrom(context, post.person) : ('same-service' as const),
  }));
  const supervisors = new Set(rows['supervision-pair'].map((pair) => pair.supervisor));
  change(rows, 'person', (person) => ({
    isExternal: false,
    isExperiencedSupervisor: supervisors.has(person.person)
      ? toDay(person.employedFrom) < context.today - 730 || streamOf(context, 'experienced', person.person).chance(0.5)
      : null,
    leftAuthorityOn:
      person.employedTo !== null && streamOf(context, 'left', person.person).chance(0.8) ? person.employedTo : null,
  }));
}
