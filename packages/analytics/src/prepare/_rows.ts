import type { DutyRow, LaneRow, LaneSubject, NeedRow, PersonLanes } from '../compliance/index.ts';

/** Valid rows with overrides, for tests of what pages show. */

export function aPerson(label = 'Rowan Ashdown', id = `person-${label}`): LaneSubject {
  return { id, kind: 'person', label, descriptors: [{ kind: 'role', code: 'social-worker' }], team: 'Assessment North' };
}

export function aChild(label = 'C20417'): LaneSubject {
  return {
    id: `child-${label}`,
    kind: 'child',
    label,
    descriptors: [{ kind: 'status', code: 'child-protection' }],
    team: 'Assessment North',
  };
}

export function aDuty(overrides: Partial<DutyRow> = {}): DutyRow {
  return {
    id: 'duty-1',
    rule: 'WIR-6.2e',
    clause: '6.2e',
    says: 'Social workers have their own supervision at least every month.',
    strength: 'must',
    series: 'own-supervision',
    title: 'Own supervision',
    subject: aPerson(),
    openedOn: '2026-05-12',
    dueOn: '2026-06-12',
    dueAt: null,
    effectiveDueOn: '2026-06-12',
    metOn: null,
    finding: 'due',
    daysLate: 0,
    owedBy: { id: 'person-marlow', name: 'T. Marlow' },
    owedWith: null,
    wasLateWhenTakenOver: false,
    ...overrides,
  };
}

export function aLane(overrides: Partial<LaneRow> = {}): LaneRow {
  return {
    subject: aPerson(),
    series: 'own-supervision',
    seriesTitle: 'Own supervision',
    marks: [{ on: '2026-05-12', status: 'held', sessionId: 'session-1' }],
    current: aDuty(),
    owedBy: { id: 'person-marlow', name: 'T. Marlow' },
    owedWith: null,
    worker: null,
    alert: null,
    ...overrides,
  };
}

export function aChildLane(label: string, current: DutyRow | null): LaneRow {
  return aLane({
    subject: aChild(label),
    series: 'case-supervision',
    seriesTitle: 'Case supervision',
    current,
    worker: { id: 'w', name: 'Rowan Ashdown' },
  });
}

export function somePerson(label: string, overrides: Partial<PersonLanes> = {}): PersonLanes {
  return {
    person: aPerson(label),
    supervisor: null,
    isAway: false,
    toConfirm: 0,
    lanes: [],
    children: [],
    other: [],
    ...overrides,
  };
}

export function aNeed(overrides: Partial<NeedRow> = {}): NeedRow {
  return { kind: 'overdue', duty: null, subject: null, sessionId: null, on: null, count: null, ...overrides };
}
