import { formatDay } from '@plumbline/domain/calendar';
import type { AnyFact } from '@plumbline/domain/facts';
import type { PolicyPack, Rule } from '@plumbline/domain/policy';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkDuties,
  dutiesAbout,
  findTimeline,
  inCouncil,
  listFeeds,
  listPolicyVersions,
  loadFacts,
  rebuildDuties,
  setFeeds,
  setPolicy,
  writeFacts,
} from '../src/index.ts';
import { interleaveWrites, openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { fact, smallWorld } from './_world.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test.close());

const wirral = loadPack('wirral');
const monthly = wirral.rules.filter((rule) => rule.kind === 'cadence' && rule.series === 'own-supervision').map(({ id }) => id);

/** Wirral's policy with staff seen every so many weeks, whatever their stage. */
function everyWeeks(weeks: number, version: string, validFrom: string): PolicyPack {
  const rules = wirral.rules.map((rule): Rule =>
    monthly.includes(rule.id) && rule.kind === 'cadence' ? { ...rule, every: { weeks } } : rule,
  );
  return { ...wirral, version, validFrom, rules };
}

async function council(): Promise<string> {
  return await seedTestCouncil(test.db, smallWorld(), everyWeeks(6, '1.0.0', '2020-01-01'));
}

async function clockOf(id: string, person: string) {
  const duties = await inCouncil(test.db, id, (tx) => dutiesAbout(tx, { persons: [person], children: [] }));
  return duties
    .filter((duty) => duty.series === 'own-supervision')
    .toSorted((a, b) => a.openedOn - b.openedOn)
    .map((duty) => [formatDay(duty.openedOn), duty.dueOn === null ? null : formatDay(duty.dueOn)]);
}

const storedVersions = (id: string, person: string) =>
  inCouncil(test.db, id, async (tx) => {
    const rows = await tx.sql<{ opened: string; version: number }[]>`
      select opened_on as opened, policy_version as version from duty
       where council_id = ${id} and about_ref = ${person} and series = 'own-supervision' order by opened_on desc limit 2`;
    return rows.map((row) => [row.opened, row.version]);
  });

const held = (session: string, on: string) =>
  fact('session', {
    session,
    supervisee: 'W1',
    supervisor: 'M1',
    kind: 'one-to-one',
    status: 'held',
    plannedStartAt: `${on}T10:00Z`,
    startedAt: `${on}T10:00Z`,
    minutes: 95,
    purposes: ['casework', 'personal'],
  }) as AnyFact;

describe('a second version', () => {
  it('leaves what is open under the first, takes what opens from its first day, and the check agrees', async () => {
    const id = await council();
    // The last supervision of W1 was on 15 May 2026: six weeks later is 26 June.
    expect((await clockOf(id, 'W1')).at(-1)).toEqual(['2026-05-15', '2026-06-26']);
    await setPolicy(test.db, id, everyWeeks(2, '2.0.0', '2026-06-01'), 'P1');
    expect((await clockOf(id, 'W1')).at(-1)).toEqual(['2026-05-15', '2026-06-26']);
    await writeFacts(test.db, id, {
      actor: 'M1',
      action: 'test',
      changes: [{ op: 'record', kind: 'session', values: held('SUP-W1-6', '2026-06-15') }],
    });
    expect((await clockOf(id, 'W1')).slice(-2)).toEqual([
      ['2026-05-15', '2026-06-26'],
      ['2026-06-15', '2026-06-29'],
    ]);
    expect(await storedVersions(id, 'W1')).toEqual([
      ['2026-06-15', 2],
      ['2026-05-15', 1],
    ]);
    expect(await checkDuties(test.db, id)).toMatchObject({ differences: 0 });
    expect(await rebuildDuties(test.db, id)).toMatchObject({ differences: 0 });
  });

  it('that comes before one published earlier for a later day is in force until that day', async () => {
    const id = await council();
    await setPolicy(test.db, id, everyWeeks(2, '2.0.0', '2026-08-01'), 'P1');
    await setPolicy(test.db, id, everyWeeks(4, '1.5.0', '2026-07-01'), 'P1');
    const timeline = await inCouncil(test.db, id, (tx) => findTimeline(tx));
    expect(timeline?.map(({ number, from }) => [number, number === 1 ? '' : formatDay(from)])).toEqual([
      [1, ''],
      [3, '2026-07-01'],
      [2, '2026-08-01'],
    ]);
    expect(await checkDuties(test.db, id)).toMatchObject({ differences: 0 });
  });

  it('stays in step while eight people write at once', async () => {
    const id = await council();
    await setPolicy(test.db, id, everyWeeks(2, '2.0.0', '2026-03-20'), 'P1');
    await setPolicy(test.db, id, { ...loadPack('bcp'), validFrom: '2026-05-01' }, 'P1');
    const outcome = await interleaveWrites(test.db, id, { writes: 150, writers: 8, seed: 11 });
    expect(outcome.failed).toEqual([]);
    expect(outcome.written).toBeGreaterThan(40);
    expect(await checkDuties(test.db, id)).toMatchObject({ differences: 0, examples: [] });
  });
});

describe('what is published', () => {
  it('is counted, and neither changed nor taken away', async () => {
    const id = await council();
    await setPolicy(test.db, id, everyWeeks(2, '2.0.0', '2026-06-01'), 'P1');
    expect(
      (await inCouncil(test.db, id, (tx) => listPolicyVersions(tx))).map(({ number, version }) => [number, version]),
    ).toEqual([
      [2, '2.0.0'],
      [1, '1.0.0'],
    ]);
    await expect(
      inCouncil(test.db, id, (tx) => tx.sql`update council_policy set note = 'x' where council_id = ${id}`),
    ).rejects.toThrow('permission denied');
    await expect(inCouncil(test.db, id, (tx) => tx.sql`delete from council_policy where council_id = ${id}`)).rejects.toThrow(
      'permission denied',
    );
  });
});

describe('as it was known', () => {
  it('goes by the versions and the first days of records of that time', async () => {
    const id = await council();
    const [before] = await inCouncil(test.db, id, (tx) => tx.sql<{ at: string }[]>`select clock_timestamp()::text as at`);
    await setPolicy(test.db, id, everyWeeks(2, '2.0.0', '2026-03-01'), 'P1');
    await setFeeds(test.db, id, { actor: 'A1', feeds: { session: '2026-02-01', absence: null } });
    const asKnown = (knownAt?: string) =>
      inCouncil(test.db, id, async (tx) => ({
        versions: (await findTimeline(tx, knownAt))?.length,
        session: (await listFeeds(tx, knownAt)).session,
        feeds: (await loadFacts(tx, 'council', knownAt === undefined ? {} : { knownAt })).feeds,
      }));
    expect(await asKnown(before?.at)).toMatchObject({ versions: 1, session: '2021-01-01', feeds: { absence: '2021-01-01' } });
    expect(await asKnown()).toMatchObject({ versions: 2, session: '2026-02-01' });
    expect((await asKnown()).feeds.absence).toBeUndefined();
  });
});
