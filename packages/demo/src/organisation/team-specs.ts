import type { CouncilSize } from '../context.ts';
import type { Role, TeamKind } from './plan.ts';

interface TeamSpec {
  readonly kind: TeamKind;
  readonly workers: readonly Role[];
  readonly manager: Role;
  readonly hasDeputy: boolean;
  readonly isJobShare?: boolean;
}

/** So many seats of one role. */
export const many = (role: Role, count: number): Role[] => Array.from({ length: count }, () => role);

export const SPECS = {
  'front-door': { kind: 'front-door', workers: many('social-worker', 3), manager: 'team-manager', hasDeputy: false },
  assessment: { kind: 'assessment', workers: many('social-worker', 5), manager: 'team-manager', hasDeputy: false },
  safeguarding: {
    kind: 'children-in-need',
    workers: [...many('social-worker', 5), 'family-support-worker'],
    manager: 'team-manager',
    hasDeputy: true,
  },
  'job-share': {
    kind: 'children-in-need',
    workers: [...many('social-worker', 5), 'family-support-worker'],
    manager: 'team-manager',
    hasDeputy: false,
    isJobShare: true,
  },
  'looked-after': { kind: 'looked-after', workers: many('social-worker', 5), manager: 'team-manager', hasDeputy: false },
  'leaving-care': {
    kind: 'leaving-care',
    workers: ['social-worker', ...many('personal-adviser', 3)],
    manager: 'team-manager',
    hasDeputy: false,
  },
  disability: {
    kind: 'disability',
    workers: [...many('social-worker', 5), 'family-support-worker'],
    manager: 'team-manager',
    hasDeputy: true,
  },
  fostering: { kind: 'fostering', workers: many('social-worker', 6), manager: 'team-manager', hasDeputy: true },
  home: { kind: 'residential', workers: many('residential-carer', 5), manager: 'registered-manager', hasDeputy: false },
  'early-help': {
    kind: 'early-help',
    workers: [...many('family-support-worker', 6), ...many('youth-worker', 2)],
    manager: 'team-manager',
    hasDeputy: true,
  },
  psychology: {
    kind: 'psychology',
    workers: [...many('educational-psychologist', 7), 'trainee-psychologist'],
    manager: 'team-manager',
    hasDeputy: false,
  },
  reviewing: { kind: 'reviewing-officers', workers: many('reviewing-officer', 6), manager: 'team-manager', hasDeputy: false },
} satisfies Record<string, TeamSpec>;

export type SpecName = keyof typeof SPECS;

export interface SizePlan {
  readonly teams: Partial<Record<SpecName, number>>;
  readonly extraWorkers: number;
  readonly openChildren: number;
  readonly closedPerOpen: number;
}

/** A large council has the share of England's children and staff that the first of 153 has (field.md 5.1). */
export const SIZES: Readonly<Record<CouncilSize, SizePlan>> = {
  small: {
    teams: { 'front-door': 1, assessment: 1, safeguarding: 1, 'job-share': 1, 'looked-after': 1, 'leaving-care': 1, home: 1 },
    extraWorkers: 0,
    openChildren: 350,
    closedPerOpen: 3,
  },
  medium: {
    teams: {
      'front-door': 1,
      assessment: 4,
      safeguarding: 8,
      'job-share': 1,
      'looked-after': 5,
      'leaving-care': 3,
      disability: 1,
      fostering: 1,
      home: 2,
      reviewing: 1,
      'early-help': 1,
    },
    extraWorkers: 1,
    openChildren: 2500,
    closedPerOpen: 4,
  },
  large: {
    teams: {
      'front-door': 6,
      assessment: 14,
      safeguarding: 34,
      'job-share': 2,
      'looked-after': 18,
      'leaving-care': 8,
      disability: 4,
      fostering: 10,
      home: 26,
      reviewing: 4,
      psychology: 3,
      'early-help': 48,
    },
    extraWorkers: 1,
    openChildren: 8900,
    closedPerOpen: 5,
  },
};

export const SERVICE_OF: Readonly<Record<TeamKind, string>> = {
  'front-door': 'Family safeguarding',
  assessment: 'Family safeguarding',
  'children-in-need': 'Family safeguarding',
  'looked-after': 'Care and care experience',
  'leaving-care': 'Care and care experience',
  fostering: 'Care and care experience',
  residential: 'Care and care experience',
  disability: 'Family help',
  'early-help': 'Family help',
  'reviewing-officers': 'Practice and quality',
  psychology: 'Practice and quality',
  management: 'Practice and quality',
};

export const TEAM_WORDS: Readonly<Record<SpecName, { code: string; name: string }>> = {
  'front-door': { code: 'FRONT', name: 'Front door' },
  assessment: { code: 'ASMT', name: 'Assessment' },
  safeguarding: { code: 'SAFE', name: 'Safeguarding' },
  'job-share': { code: 'SAFE-J', name: 'Safeguarding' },
  'looked-after': { code: 'LAC', name: 'Children in care' },
  'leaving-care': { code: 'LCT', name: 'Leaving care' },
  disability: { code: 'DIS', name: 'Disabled children' },
  fostering: { code: 'FOST', name: 'Fostering and adoption' },
  home: { code: 'HOME', name: 'Home' },
  'early-help': { code: 'HELP', name: 'Early help' },
  psychology: { code: 'PSYCH', name: 'Educational psychology' },
  reviewing: { code: 'IRO', name: 'Reviewing officers' },
};

const AREAS = ['North', 'South', 'East', 'West', 'Harbour', 'Vale', 'Heath', 'Riverside', 'Priory', 'Downs', 'Coast', 'Moor'];
const HOMES = [
  'Larkrise',
  'Copper Beech',
  'Tidewater',
  'Old Orchard',
  'Fernhollow',
  'Skylark',
  'Willowbank',
  'Kingfisher',
  'Meadowend',
  'Starling',
];
export const SITES = ['Quay House', 'Lantern Court', 'The Old Exchange', 'Millrace Centre', 'Beacon Rooms', 'Sorrel House'];
/** What a team of a kind is called, by its place among those of its kind. */
export function teamName(spec: SpecName, index: number, count: number): string {
  const { name } = TEAM_WORDS[spec];
  if (spec === 'home')
    return `${HOMES[index % HOMES.length]} home${index < HOMES.length ? '' : ` ${Math.floor(index / HOMES.length) + 1}`}`;
  if (spec === 'job-share') return `${name} Central${index === 0 ? '' : ` ${index + 1}`}`;
  return count === 1 && spec !== 'safeguarding' ? name : `${name} ${areaOf(index)}`;
}

export function areaOf(index: number): string {
  const round = Math.floor(index / AREAS.length);
  return `${AREAS[index % AREAS.length]}${round === 0 ? '' : ` ${round + 1}`}`;
}
