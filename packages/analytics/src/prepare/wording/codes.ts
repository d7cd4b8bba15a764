import {
  agreedInterval,
  childFlag,
  childStatus,
  placement,
  post,
  SESSION_KINDS,
  SESSION_STATUSES,
  supervisionPair,
  training,
} from '@plumbline/domain/facts';

type Labels = Readonly<Record<string, string>>;

const ROLES: Labels = post.columns.role.options ?? {};
const CONTRACTS: Labels = post.columns.contract.options ?? {};
const STATUSES: Labels = childStatus.columns.status.options ?? {};
const PLACEMENTS: Labels = placement.columns.kind.options ?? {};
const FLAGS: Labels = childFlag.columns.flag.options ?? {};

const CAPACITIES: Labels = supervisionPair.columns.capacity.options ?? {};
const COURSES: Labels = training.columns.course.options ?? {};
const JOINED_FROM: Labels = post.columns.joinedFrom.options ?? {};
const REASONS: Labels = agreedInterval.columns.reason.options ?? {};

const STAGES: Labels = {
  'newly-qualified': 'Newly qualified',
  asye: 'Newly qualified',
  'internationally-recruited': 'Internationally recruited',
  'recruited-abroad': 'Internationally recruited',
  overseas: 'Internationally recruited',
  student: 'Student on placement',
  'new-in-role': 'New in role',
  'newly-qualified-psychologist': 'Newly qualified psychologist',
};

const OF_DESCRIPTOR: Readonly<Record<string, Labels>> = {
  role: ROLES,
  contract: CONTRACTS,
  status: STATUSES,
  placement: PLACEMENTS,
  flag: FLAGS,
  stage: STAGES,
  capacity: CAPACITIES,
  course: COURSES,
  joinedFrom: JOINED_FROM,
  reason: REASONS,
};

/** A code as people read it; an unknown one is shown without its hyphens rather than hidden. */
export function codeLabel(kind: string, code: string): string {
  return OF_DESCRIPTOR[kind]?.[code] ?? plainCode(code);
}

export function sessionKindLabel(code: string): string {
  return (SESSION_KINDS as Labels)[code] ?? plainCode(code);
}

export function sessionStatusLabel(code: string): string {
  return (SESSION_STATUSES as Labels)[code] ?? plainCode(code);
}

/** The descriptors of a person or child in one line: "Social worker · Newly qualified". */
export function describedAs(descriptors: readonly { readonly kind: string; readonly code: string }[]): string {
  return [...new Set(descriptors.map(({ kind, code }) => codeLabel(kind, code)))].join(' · ');
}

/** A code without its hyphens. */
export function plainCode(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
