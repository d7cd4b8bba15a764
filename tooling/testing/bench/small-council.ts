import {
  FACT_KIND_NAMES,
  kindOf,
  noFacts,
  type AnyFact,
  type FactKindName,
  type FactOf,
  type Facts,
} from '@plumbline/domain/facts';

const WORKERS = 3;
const CHILDREN_EACH = 2;
const MONTHS = 5;

type Add = <Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>) => void;

/** Two teams with a manager each and a handful of workers and children: so few that writers cannot help meeting. */
export function smallCouncil(): Facts {
  const rows = Object.fromEntries(FACT_KIND_NAMES.map((name) => [name, [] as AnyFact[]])) as Record<FactKindName, AnyFact[]>;
  const add: Add = (kind, values) => {
    const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
    rows[kind].push({ ...empty, ...values } as AnyFact);
  };
  for (const [team, manager] of [
    ['T1', 'M1'],
    ['T2', 'M2'],
  ] as const) {
    add('team', { team, name: `Team ${team}`, service: 'Assessment', kind: 'assessment' });
    addPerson(add, manager, { team, role: 'team-manager', isManagementPost: true });
  }
  for (let worker = 1; worker <= WORKERS; worker += 1) addWorker(add, worker);
  // What people confirm comes by hand, and no file of a council's own systems holds it.
  const fed = FACT_KIND_NAMES.filter((name) => name !== 'confirmation');
  const feeds = Object.fromEntries(fed.map((name) => [name, '2021-01-01']));
  return { ...noFacts(), ...rows, feeds } as unknown as Facts;
}

function addPerson(add: Add, person: string, post: Partial<FactOf<'post'>>): void {
  add('person', { person, name: `Person ${person}`, employedFrom: '2021-01-04', isSocialWorkQualified: true });
  add('post', { person, post: `P-${person}`, from: '2021-01-04', fullTimeEquivalent: 1, contract: 'permanent', ...post });
}

function addWorker(add: Add, number: number): void {
  const worker = `W${number}`;
  addPerson(add, worker, { team: 'T1', role: 'social-worker', lineManager: 'M1' });
  add('supervision-pair', { supervisee: worker, supervisor: 'M1', capacity: 'designated', from: '2021-01-04' });
  const children = Array.from({ length: CHILDREN_EACH }, (_, i) => `C${number}0${i + 1}`);
  for (const child of children) {
    add('child', { child, openedOn: '2026-01-05' });
    add('child-status', { child, status: 'child-in-need', from: '2026-01-05' });
    add('allocation', { child, worker, allocatedAt: '2026-01-05T09:00Z', discussedAt: '2026-01-05T15:00Z' });
  }
  for (let month = 1; month <= MONTHS; month += 1) addSession(add, worker, month, children);
}

function addSession(add: Add, worker: string, month: number, children: readonly string[]): void {
  const on = `2026-0${month}-15`;
  const session = `SUP-${worker}-${month}`;
  const times = { plannedStartAt: `${on}T10:00Z`, startedAt: `${on}T10:00Z`, minutes: 95, longestBlockMinutes: 95 };
  add('session', { session, supervisee: worker, supervisor: 'M1', kind: 'one-to-one', status: 'held', ...times });
  for (const child of children) add('discussion', { child, session, discussedOn: on, writtenBy: 'M1', filedAt: `${on}T15:00Z` });
}
