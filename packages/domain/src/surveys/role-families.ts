import type { FactOf } from '../facts/index.ts';

/** The kinds of work by which answers are grouped, in the order in which they are listed. Coarse on purpose: a finer one would show people. */
export const ROLE_FAMILIES = {
  'social-worker': 'Social workers',
  'other-case-holding': 'Others who hold cases',
  'not-case-holding': 'Staff who hold no cases',
  manager: 'Managers',
} as const;

export type RoleFamily = keyof typeof ROLE_FAMILIES;

export const ROLE_FAMILY_NAMES = Object.keys(ROLE_FAMILIES) as RoleFamily[];

type Role = FactOf<'post'>['role'];

const FAMILY_OF_ROLE: Readonly<Record<string, RoleFamily>> = {
  'social-worker': 'social-worker',
  'senior-social-worker': 'social-worker',
  'student-social-worker': 'social-worker',
  'family-support-worker': 'other-case-holding',
  'personal-adviser': 'other-case-holding',
  'youth-worker': 'other-case-holding',
  'residential-carer': 'other-case-holding',
  'educational-psychologist': 'other-case-holding',
  'trainee-psychologist': 'other-case-holding',
  'practice-supervisor': 'manager',
  'assistant-team-manager': 'manager',
  'team-manager': 'manager',
  'service-manager': 'manager',
  'strategic-lead': 'manager',
  'principal-social-worker': 'manager',
  'registered-manager': 'manager',
};

/** The role family of a post; whoever neither holds cases nor manages is in the third. */
export function roleFamilyOf(role: Role): RoleFamily {
  return FAMILY_OF_ROLE[role] ?? 'not-case-holding';
}
