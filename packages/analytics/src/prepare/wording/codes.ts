import { FACT_KINDS, SESSION_KINDS, SESSION_STATUSES, kindOf, type FactKindName } from '@plumbline/domain/facts';

type Labels = Readonly<Record<string, string>>;

const ROLES: Labels = FACT_KINDS.post.columns.role.options ?? {};
const CONTRACTS: Labels = FACT_KINDS.post.columns.contract.options ?? {};
const STATUSES: Labels = FACT_KINDS['child-status'].columns.status.options ?? {};
const PLACEMENTS: Labels = FACT_KINDS.placement.columns.kind.options ?? {};
const FLAGS: Labels = FACT_KINDS['child-flag'].columns.flag.options ?? {};

const CAPACITIES: Labels = FACT_KINDS['supervision-pair'].columns.capacity.options ?? {};
const COURSES: Labels = FACT_KINDS.training.columns.course.options ?? {};
const JOINED_FROM: Labels = FACT_KINDS.post.columns.joinedFrom.options ?? {};
const REASONS: Labels = FACT_KINDS['agreed-interval'].columns.reason.options ?? {};

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

/** The title of a kind of fact, such as "Absences". */
export function factKindTitle(kind: string): string {
  return kind in FACT_KINDS ? kindOf(kind as FactKindName).title : plainCode(kind);
}

/** The descriptors of a person or child in one line: "Social worker · Newly qualified". */
export function describedAs(descriptors: readonly { readonly kind: string; readonly code: string }[]): string {
  return [...new Set(descriptors.map(({ kind, code }) => codeLabel(kind, code)))].join(' · ');
}

function plainCode(code: string): string {
  const words = code.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
