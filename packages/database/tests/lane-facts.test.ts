import type { Facts } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dutiesAbout, inCouncil, loadFacts, loadLanes, responsibilitiesOf } from '../src/index.ts';
import { LANE_COLUMNS } from '../src/duties/lane-columns.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { smallWorld } from './_world.ts';

const DAYS = { on: '2026-05-20', since: '2025-05-01', stillOpenOn: '2026-04-10' };
const TEAM = { persons: ['W1', 'W2'], children: ['C101', 'C102', 'C103', 'C201', 'C202', 'C203'] };

let test: TestDatabase;
let council: string;

beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, withoutWorker('C201'), loadPack('wirral'));
});
afterAll(() => test.close());

/** The usual small team, in which nobody holds one child any more. */
function withoutWorker(child: string): Facts {
  const world = smallWorld(3, 3);
  const allocation = world.allocation.map((row) => (row.child === child ? { ...row, endedOn: '2026-05-10' } : row));
  return { ...world, allocation };
}

it('reads what lanes show, and no other team’s', async () => {
  const { facts, duties, responsibilities } = await inCouncil(test.db, council, (tx) => loadLanes(tx, TEAM, DAYS));
  expect(new Set(facts.session.map((row) => row.supervisee))).toEqual(new Set(TEAM.persons));
  expect(new Set(facts.discussion.map((row) => row.child))).toEqual(new Set(TEAM.children));
  expect(new Set(responsibilities.map((answer) => answer.ref))).toEqual(new Set([...TEAM.persons, ...TEAM.children]));
  const stored = await inCouncil(test.db, council, async (tx) => ({
    duties: await dutiesAbout(tx, TEAM, { stillOpenOn: DAYS.stillOpenOn }),
    responsibilities: await responsibilitiesOf(tx, TEAM, { on: DAYS.on }),
  }));
  expect(facts.team.map((row) => row.team)).toEqual(['T1']);
  expect(duties).toHaveLength(stored.duties.length);
  expect(responsibilities).toEqual(stored.responsibilities);
});

it('names everybody who owes something', async () => {
  const { facts, duties, responsibilities } = await inCouncil(test.db, council, (tx) => loadLanes(tx, TEAM, DAYS));
  const known = new Set(facts.person.map((person) => person.person));
  const named = [...duties.map((duty) => duty.owedBy), ...responsibilities.flatMap((one) => [one.worker, one.supervisor])];
  expect(duties.length).toBeGreaterThan(0);
  expect(named.filter((ref) => ref !== null && !known.has(ref))).toEqual([]);
});

it('knows the manager of a team in which nobody holds a child', async () => {
  const { facts, responsibilities } = await inCouncil(test.db, council, (tx) => loadLanes(tx, TEAM, DAYS));
  expect(responsibilities.find((answer) => answer.ref === 'C201')).toMatchObject({ worker: null, team: 'T1' });
  const managers = facts.post.filter((post) => post.team === 'T1' && post.role === 'team-manager');
  expect(managers.map((post) => post.person)).toEqual(['M1']);
});

it('reads the same facts of a kind as the whole context does, as far as lanes show them', async () => {
  const [lanes, whole] = await inCouncil(test.db, council, async (tx) => [
    await loadLanes(tx, TEAM, DAYS),
    await loadFacts(tx, TEAM, { since: DAYS.since }),
  ]);
  for (const kind of ['session', 'discussion', 'child-status', 'placement', 'child-flag'] as const) {
    const shown = (rows: readonly object[]): string[] =>
      rows.map((row) => JSON.stringify(row, [...LANE_COLUMNS[kind]])).toSorted();
    expect(shown(lanes.facts[kind])).toEqual(shown(whole[kind]));
  }
});
