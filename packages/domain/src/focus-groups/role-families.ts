/** The coarse families of roles by which groups are invited: small numbers of people never stand alone in one. */
export const ROLE_FAMILIES = {
  'social-worker': 'Social workers',
  'case-holding': 'Others who hold cases',
  'not-case-holding': 'Staff who hold no cases',
  manager: 'Managers',
} as const;

export type RoleFamily = keyof typeof ROLE_FAMILIES;
export const ROLE_FAMILY_NAMES = Object.keys(ROLE_FAMILIES) as RoleFamily[];

const FAMILY_OF_POST: Readonly<Record<string, RoleFamily>> = {
  'social-worker': 'social-worker',
  'senior-social-worker': 'social-worker',
  'student-social-worker': 'social-worker',
  'family-support-worker': 'case-holding',
  'personal-adviser': 'case-holding',
  'youth-worker': 'case-holding',
  'reviewing-officer': 'case-holding',
  'educational-psychologist': 'case-holding',
  'trainee-psychologist': 'case-holding',
  'practice-supervisor': 'manager',
  'assistant-team-manager': 'manager',
  'team-manager': 'manager',
  'service-manager': 'manager',
  'strategic-lead': 'manager',
  'principal-social-worker': 'manager',
  'registered-manager': 'manager',
};

/** The family of a post's kind; a kind that holds no cases, or that nobody named, is with those who hold none. */
export function roleFamilyOfPost(kind: string | null): RoleFamily {
  return (kind === null ? undefined : FAMILY_OF_POST[kind]) ?? 'not-case-holding';
}
