import { expect, test } from 'vitest';
import { FACT_KINDS, type Column } from '../../facts/index.ts';
import { facts } from '../../rules/_facts.ts';
import { childAttributes, personAttributes } from '../../rules/attributes.ts';
import { indexFacts } from '../../rules/fact-index.ts';
import { DEFAULT_CONVENTIONS } from '../conventions.ts';
import { attributesKnownOf, factsBehind } from './attributes.ts';

function options<Name extends string>(column: Column<Name | null>): Name[] {
  return Object.keys(column.options ?? {}) as Name[];
}

const ROLES = options(FACT_KINDS.post.columns.role);
const TEAM_KINDS = options(FACT_KINDS.team.columns.kind);
const JOINED = options(FACT_KINDS.post.columns.joinedFrom);
const CONTRACTS = options(FACT_KINDS.post.columns.contract);

/** One person and one child of whom everything that can be recorded is recorded. */
const EVERYTHING = facts({
  team: TEAM_KINDS.map((kind) => ({ team: kind, kind })),
  person: [
    {
      person: 'A',
      employedFrom: '2020-01-01',
      isSocialWorkQualified: true,
      asyeFrom: '2020-01-01',
      asyePassedOn: '2021-01-01',
      recruitedAbroadFrom: '2020-01-01',
      studentFrom: '2020-01-01',
      newlyQualifiedPsychologistFrom: '2020-01-01',
      isExternal: true,
      isExperiencedSupervisor: true,
    },
    { person: 'B', employedFrom: '2020-01-01' },
  ],
  post: [
    ...ROLES.map((role, i) => ({
      person: 'A',
      post: role,
      role,
      team: TEAM_KINDS[i % TEAM_KINDS.length] ?? '',
      from: '2020-01-01',
      to: '2023-12-31',
      contract: CONTRACTS[i % CONTRACTS.length] ?? null,
      isRegistrationRequired: true,
      isManagementPost: true,
      isStatutory: true,
      isFrontLine: true,
      lineManager: 'B',
      joinedFrom: JOINED[i % JOINED.length] ?? null,
    })),
    {
      person: 'A',
      post: 'LAST',
      role: 'other',
      team: 'assessment',
      from: '2024-01-01',
      fullTimeEquivalent: 0.5,
      contract: 'sessional',
    },
  ],
  shift: ['01', '02', '03', '04', '05'].map((day) => ({ person: 'A', workedOn: `2024-03-${day}` })),
  'stage-decision': options(FACT_KINDS['stage-decision'].columns.stage).map((stage) => ({
    person: 'A',
    stage,
    isStandardMet: true,
    observedOn: '2020-12-01',
    decidedOn: '2021-01-01',
  })),
  registration: ['A', 'B'].map((person) => ({ person, register: 'social-work-england', from: '2020-01-01' })),
  training: options(FACT_KINDS.training.columns.course).map((course) => ({ person: 'A', course, completedOn: '2020-05-01' })),
  'supervision-pair': [
    { supervisee: 'B', supervisor: 'A', capacity: 'designated', from: '2020-01-01' },
    ...options(FACT_KINDS['supervision-pair'].columns.capacity).map((capacity) => ({
      supervisee: 'A',
      supervisor: 'B',
      capacity,
      from: '2020-01-01',
    })),
  ],
  'agreed-interval': options(FACT_KINDS['agreed-interval'].columns.reason).flatMap((reason, i) => [
    { subjectKind: 'person', subject: 'A', reason, days: 14, from: `202${i}-01-01`, to: `202${i}-02-01` },
    { subjectKind: 'child', subject: 'C', reason, days: 14, from: `202${i}-01-01`, to: `202${i}-02-01` },
  ]),
  child: [{ child: 'C', openedOn: '2020-01-01', assessmentCompletedOn: '2020-02-01' }],
  'child-status': options(FACT_KINDS['child-status'].columns.status).map((status) => ({
    child: 'C',
    status,
    from: '2020-01-01',
  })),
  placement: options(FACT_KINDS.placement.columns.kind).map((kind, i) => ({
    child: 'C',
    kind,
    from: `202${i}-01-01`,
    to: `202${i}-06-30`,
  })),
  'child-flag': options(FACT_KINDS['child-flag'].columns.flag).map((flag) => ({ child: 'C', flag, from: '2020-01-01' })),
  allocation: [{ child: 'C', worker: 'A', allocatedAt: '2020-01-01T09:00Z' }],
});

test('what the check knows is exactly what the engine can read from facts', () => {
  const index = indexFacts(EVERYTHING);
  const read = (spans: readonly { attribute: string }[]): string[] =>
    [...new Set(spans.map(({ attribute }) => attribute))].toSorted();
  expect(read(personAttributes(index, 'A', DEFAULT_CONVENTIONS))).toEqual(attributesKnownOf('person').toSorted());
  expect(read(childAttributes(index, 'C'))).toEqual(attributesKnownOf('child').toSorted());
});

test('every attribute that is known has facts behind it', () => {
  for (const subject of ['person', 'child'] as const) {
    for (const attribute of attributesKnownOf(subject)) expect(factsBehind(subject, attribute), attribute).not.toBeNull();
  }
  expect(factsBehind('child', 'placement:castle')).toBeNull();
  expect(factsBehind('person', 'open')).toBeNull();
});
