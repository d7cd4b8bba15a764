import type { LocalDate } from '@plumbline/domain/calendar';
import { FACT_KINDS, noFacts, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';
import { DEFAULT_CONVENTIONS, type PolicyPack, type Rule } from '@plumbline/domain/policy';

const COMMON = { clause: '1', area: 'test', says: 'An invented rule.', appliesTo: 'tests', strength: 'must' } as const;

/** An invented policy that asks for supervision and for discussion of children every so many days, and may say how long one is. */
export function packEvery(days: number, minutes: number | null = null): PolicyPack {
  const rules = [
    {
      ...COMMON,
      id: 'OWN-COUNTS',
      kind: 'counting',
      series: 'own',
      counts: { kinds: ['one-to-one'], statuses: ['held'] },
      evidence: 'none',
    },
    { ...COMMON, id: 'CASE-COUNTS', kind: 'counting', series: 'case', counts: {}, evidence: 'none' },
    { ...COMMON, id: 'OWN', kind: 'cadence', series: 'own', when: 'role:social-worker', every: { days } },
    { ...COMMON, id: 'CASE', kind: 'cadence', series: 'case', when: 'open', every: { days } },
    ...(minutes === null
      ? []
      : [
          {
            ...COMMON,
            id: 'LENGTH',
            kind: 'threshold',
            of: 'session',
            measures: 'netMinutes',
            atLeast: minutes,
            owes: 'supervisor',
          },
        ]),
  ];
  const clock = { anchor: 'open', owes: 'supervisor' } as const;
  return {
    format: 'plumbline-policy/1',
    id: `every-${days}`,
    council: 'Invented',
    title: 'Invented policy',
    version: '1.0.0',
    source: { dated: null },
    state: 'in-force',
    validFrom: '2020-01-01',
    validTo: null,
    conventions: DEFAULT_CONVENTIONS,
    words: {},
    returnGraceWorkingDays: 5,
    series: [
      {
        ...clock,
        id: 'own',
        subject: 'person',
        title: 'Own supervision',
        countedBy: ['OWN-COUNTS'],
        needs: ['person', 'session'],
      },
      {
        ...clock,
        id: 'case',
        subject: 'child',
        title: 'Case supervision',
        countedBy: ['CASE-COUNTS'],
        needs: ['child', 'discussion'],
      },
    ],
    rules: rules as unknown as readonly Rule[],
    interpretations: [],
    silences: [],
  } as unknown as PolicyPack;
}

type Parts = Partial<{ [Name in FactKindName]: readonly Partial<FactOf<Name>>[] }>;

/** Facts of an invented council, every column empty that is not given and every kind recorded since 2020. */
export function factsOf(parts: Parts): Facts {
  const built = Object.entries(parts).map(([kind, rows]) => {
    const empty = Object.fromEntries(Object.keys(FACT_KINDS[kind as FactKindName].columns).map((column) => [column, null]));
    return [kind, rows.map((row) => ({ ...empty, ...row }))];
  });
  const feeds = Object.fromEntries(Object.keys(FACT_KINDS).map((kind) => [kind, '2020-01-01']));
  return { ...noFacts(), ...Object.fromEntries(built), feeds } as unknown as Facts;
}

/** A social worker of team T1, supervised by M1. */
export function worker(person: string, from: LocalDate, to: LocalDate | null = null) {
  return {
    person: { person, name: person, employedFrom: from, employedTo: to },
    post: { post: `P-${person}`, person, team: 'T1', role: 'social-worker', from, lineManager: 'M1' } as const,
    pair: { supervisee: person, supervisor: 'M1', capacity: 'designated', from } as const,
  };
}

/** One supervision held alone. */
export function held(supervisee: string, on: LocalDate, minutes: number | null) {
  const at = `${on}T10:00Z`;
  const session = `${supervisee} ${on}`;
  return {
    session,
    supervisee,
    supervisor: 'M1',
    kind: 'one-to-one',
    status: 'held',
    plannedStartAt: at,
    startedAt: at,
    minutes,
  } as const;
}
