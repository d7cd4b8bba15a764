import { noFacts, type AnyFact, type FactKindName, type FactOf, type Facts } from '@plumbline/domain/facts';
import { FACT_KIND_NAMES, kindOf } from '@plumbline/domain/facts';

/** A fact of a kind, columns that are not given being empty. */
export function fact<Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>): FactOf<Name> {
  const empty = Object.fromEntries(Object.keys(kindOf(kind).columns).map((column) => [column, null]));
  return { ...empty, ...values } as unknown as FactOf<Name>;
}

/** A small team: a manager, some workers supervised by her, some children held by each, a supervision a month. */
export function smallWorld(workers = 4, childrenEach = 3): Facts {
  const world: Record<FactKindName, AnyFact[]> = Object.fromEntries(
    FACT_KIND_NAMES.map((name) => [name, []]),
  ) as unknown as Record<FactKindName, AnyFact[]>;
  const add = <Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>): void =>
    void world[kind].push(fact(kind, values) as AnyFact);
  add('team', { team: 'T1', name: 'First team', service: 'Assessment', kind: 'assessment' });
  add('team', { team: 'T2', name: 'Second team', service: 'Assessment', kind: 'looked-after' });
  for (const [ref, team, role, name] of [
    ['M1', 'T1', 'team-manager', 'Mar Tarn'],
    ['M2', 'T2', 'team-manager', 'Nell Fell'],
  ] as const) {
    add('person', { person: ref, name, employedFrom: '2020-01-06', isSocialWorkQualified: true });
    add('post', {
      person: ref,
      post: `P-${ref}`,
      from: '2020-01-06',
      role,
      team,
      fullTimeEquivalent: 1,
      contract: 'permanent',
      isManagementPost: true,
    });
  }
  for (let w = 1; w <= workers; w += 1) addWorker(add, `W${w}`, childrenEach);
  const feeds = Object.fromEntries(FACT_KIND_NAMES.map((name) => [name, '2021-01-01']));
  return { ...noFacts(), ...world, feeds } as unknown as Facts;
}

type Add = <Name extends FactKindName>(kind: Name, values: Partial<FactOf<Name>>) => void;

function addWorker(add: Add, ref: string, childrenEach: number): void {
  add('person', { person: ref, name: `Worker ${ref}`, employedFrom: '2021-03-01', isSocialWorkQualified: true });
  add('post', {
    person: ref,
    post: `P-${ref}`,
    from: '2021-03-01',
    role: 'social-worker',
    team: 'T1',
    lineManager: 'M1',
    fullTimeEquivalent: 1,
    contract: 'permanent',
  });
  add('supervision-pair', { supervisee: ref, supervisor: 'M1', capacity: 'designated', from: '2021-03-01' });
  for (let c = 1; c <= childrenEach; c += 1) {
    const child = `C${ref.slice(1)}0${c}`;
    add('child', { child, openedOn: '2026-01-05' });
    add('child-status', { child, status: 'child-in-need', from: '2026-01-05' });
    add('allocation', { child, worker: ref, allocatedAt: '2026-01-05T09:00Z', discussedAt: '2026-01-05T15:00Z' });
  }
  for (let month = 1; month <= 5; month += 1) addSession(add, ref, month, childrenEach);
}

function addSession(add: Add, worker: string, month: number, childrenEach: number): void {
  const on = `2026-0${month}-15`;
  const session = `SUP-${worker}-${month}`;
  add('session', {
    session,
    supervisee: worker,
    supervisor: 'M1',
    kind: 'one-to-one',
    status: 'held',
    bookedAt: `2026-0${month}-01T09:00Z`,
    plannedStartAt: `${on}T10:00Z`,
    startedAt: `${on}T10:00Z`,
    minutes: 95,
    longestBlockMinutes: 95,
    recordSharedAt: `2026-0${month}-18T10:00Z`,
    purposes: ['casework', 'personal'],
  });
  for (let c = 1; c <= childrenEach; c += 1) {
    add('discussion', {
      child: `C${worker.slice(1)}0${c}`,
      session,
      discussedOn: on,
      writtenBy: 'M1',
      filedAt: `2026-0${month}-16T10:00Z`,
    });
  }
}
