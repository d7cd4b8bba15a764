import { randomUUID } from 'node:crypto';
import type { AnyFact } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  checkDuties,
  dutiesAbout,
  findFactByKey,
  inCouncil,
  listAudit,
  monthlyFigures,
  setPolicy,
  rebuildDuties,
  responsibilitiesOf,
  searchSubjects,
  setFeeds,
  writeFacts,
  type FactChange,
  type WriteResult,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { fact, smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;

beforeAll(async () => {
  test = await openTestDatabase();
});
beforeEach(async () => {
  council = await seedTestCouncil(test.db, smallWorld(), loadPack('wirral'));
});
afterAll(() => test.close());

const write = (...changes: FactChange[]): Promise<WriteResult> =>
  writeFacts(test.db, council, { actor: 'M1', action: 'test', changes });
const current = (kind: 'session' | 'supervision-pair' | 'absence' | 'person', key: string) =>
  inCouncil(test.db, council, (tx) => findFactByKey(tx, kind, key));
const person = (ref: string) => inCouncil(test.db, council, (tx) => dutiesAbout(tx, { persons: [ref], children: [] }));

const nextSession = (status: 'planned' | 'held'): AnyFact =>
  fact('session', {
    session: 'SUP-NEW',
    supervisee: 'W1',
    supervisor: 'M1',
    kind: 'one-to-one',
    status,
    plannedStartAt: '2026-06-12T10:00Z',
    ...(status === 'held' ? { startedAt: '2026-06-12T10:00Z', minutes: 95, longestBlockMinutes: 95 } : {}),
  }) as AnyFact;

describe('writing by hand', () => {
  it('changes what is due in the same moment', async () => {
    const before = (await person('W1')).find(
      (duty) => duty.series === 'own-supervision' && duty.metOn === null && duty.endedOn === null,
    );
    const written = await write({ op: 'record', kind: 'session', values: nextSession('held') });
    expect(written).toMatchObject({ ok: true, subjects: { persons: ['W1'] } });
    const after = (await person('W1')).find((duty) => duty.opening === before?.opening && duty.series === before?.series);
    expect(after?.metOn).not.toBeNull();
    expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
    expect((await inCouncil(test.db, council, (tx) => listAudit(tx, 1)))[0]).toMatchObject({
      actor: 'M1',
      action: 'test',
      kind: 'session',
      counts: { facts: 1 },
    });
  });

  it('refuses an edit of something that somebody else has changed, with both versions', async () => {
    const session = await current('session', '["SUP-W1-1"]');
    const edit = (minutes: number): FactChange => ({
      op: 'correct',
      kind: 'session',
      factId: session?.id ?? '',
      baseVersion: 1,
      values: { ...session?.values, minutes },
    });
    expect(await write(edit(70))).toMatchObject({ ok: true });
    expect(await write(edit(80))).toMatchObject({
      ok: false,
      problem: { kind: 'stale', base: { version: 1, values: { minutes: 95 } }, current: { version: 2, values: { minutes: 70 } } },
    });
  });

  it('refuses a second fact with the same key, one that overlaps, and one that ends before it begins', async () => {
    const pair = (from: string, to: string | null): FactChange => ({
      op: 'record',
      kind: 'supervision-pair',
      values: fact('supervision-pair', { supervisee: 'W1', supervisor: 'M1', capacity: 'designated', from, to }) as AnyFact,
    });
    expect(await write(pair('2021-03-01', null))).toMatchObject({ ok: false, problem: { kind: 'exists' } });
    expect(await write(pair('2025-01-01', null))).toMatchObject({
      ok: false,
      problem: { kind: 'overlaps', other: { values: { from: '2021-03-01' } } },
    });
    expect(await write(pair('2019-01-02', '2019-01-01'))).toMatchObject({
      ok: false,
      problem: { kind: 'ends-before-it-begins' },
    });
  });

  it('lets all changes of a write stand or none', async () => {
    const refused = await write(
      { op: 'record', kind: 'session', values: nextSession('planned') },
      { op: 'withdraw', kind: 'session', factId: randomUUID(), baseVersion: 1, because: 'Not ours.' },
    );
    expect(refused).toMatchObject({ ok: false, change: 1, problem: { kind: 'not-found' } });
    expect(await current('session', '["SUP-NEW"]')).toBeNull();
  });

  it('answers the same call with the same answer, also when both come at once', async () => {
    const call = () =>
      writeFacts(test.db, council, {
        actor: 'M1',
        action: 'test',
        changes: [{ op: 'record', kind: 'session', values: nextSession('planned') }],
        idempotency: { key, fingerprint: 'x' },
      });
    const key = randomUUID();
    const [one, two] = await Promise.all([call(), call()]);
    expect([one, two].filter((result) => result.ok && result.isReplay)).toHaveLength(1);
    expect(await call()).toMatchObject({ ok: true, isReplay: true, facts: [{ after: { key: '["SUP-NEW"]' } }] });
    expect(
      await writeFacts(test.db, council, { actor: 'M1', action: 'test', changes: [], idempotency: { key, fingerprint: 'y' } }),
    ).toMatchObject({ ok: false, problem: { kind: 'key-used-otherwise' } });
  });

  it('moves who answers when a pair begins, for the person and their children', async () => {
    const pair = await current('supervision-pair', '["W1","M1","designated","2021-03-01"]');
    await write(
      {
        op: 'correct',
        kind: 'supervision-pair',
        factId: pair?.id ?? '',
        baseVersion: 1,
        values: { ...pair?.values, to: '2026-04-30' },
      },
      {
        op: 'record',
        kind: 'supervision-pair',
        values: fact('supervision-pair', {
          supervisee: 'W1',
          supervisor: 'M2',
          capacity: 'designated',
          from: '2026-05-01',
        }) as AnyFact,
      },
    );
    const answers = await inCouncil(test.db, council, (tx) =>
      responsibilitiesOf(tx, { persons: ['W1'], children: ['C101'] }, { on: '2026-05-02' }),
    );
    expect(answers.map((answer) => answer.supervisor)).toEqual(['M2', 'M2']);
    expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
  });

  it('takes what is due for a supervision along when it turns out to be somebody else’s', async () => {
    const session = await current('session', '["SUP-W1-1"]');
    await write({
      op: 'correct',
      kind: 'session',
      factId: session?.id ?? '',
      baseVersion: 1,
      values: { ...session?.values, supervisee: 'W2' },
    });
    const of = async (ref: string): Promise<number> => (await person(ref)).filter((duty) => duty.subject === 'SUP-W1-1').length;
    expect(await of('W1')).toBe(0);
    expect(await of('W2')).toBeGreaterThan(0);
    expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
  });

  it('keeps the monthly figures in step, and a rebuild finds the same', async () => {
    await write({ op: 'record', kind: 'session', values: nextSession('held') });
    const figures = () => inCouncil(test.db, council, (tx) => monthlyFigures(tx, { from: '2026-01-01', to: '2026-12-01' }));
    const before = await figures();
    expect(before.length).toBeGreaterThan(5);
    expect(await rebuildDuties(test.db, council)).toMatchObject({ differences: 0 });
    expect(await figures()).toEqual(before);
  });
});

describe('around the facts', () => {
  it('makes everything not known when a feed is taken away', async () => {
    await setFeeds(test.db, council, { actor: 'A1', feeds: { session: null } });
    expect((await person('W1')).filter((duty) => duty.series === 'own-supervision').map((duty) => duty.judged)).toEqual([
      'unknown',
    ]);
    expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
  });

  it('makes everything again under a new policy', async () => {
    const pack = loadPack('bcp');
    expect(await setPolicy(test.db, council, { ...pack, validFrom: '2025-01-01', validTo: null }, 'A1')).toMatchObject({
      ok: true,
      isNew: true,
    });
    expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });
    expect(await setPolicy(test.db, council, { ...pack, title: 'Other words under the same version' }, 'A1')).toMatchObject({
      ok: false,
    });
  });

  it('finds people by name and number and children by number', async () => {
    const find = async (text: string): Promise<string[]> =>
      (await inCouncil(test.db, council, (tx) => searchSubjects(tx, text))).map((found) => found.ref);
    expect(await find('tarn')).toEqual(['M1']);
    expect(await find('w2')).toContain('W2');
    expect(await find('C10')).toEqual(['C101', 'C102', 'C103']);
    expect(await find('100%_')).toEqual([]);
  });
});
