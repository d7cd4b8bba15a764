import { randomUUID } from 'node:crypto';
import type { AnyFact, FactKindName } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeEach, beforeAll, describe, expect, it } from 'vitest';
import {
  applyImports,
  checkDuties,
  findFactByKey,
  inCouncil,
  listAudit,
  listFacts,
  listVersions,
  loadFacts,
  previewImport,
  writeFacts,
  type ImportsResult,
  type MergeCounts,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { fact, smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;
const pack = loadPack('wirral');
const world = smallWorld();

beforeAll(async () => {
  test = await openTestDatabase();
});
beforeEach(async () => {
  council = await seedTestCouncil(test.db, world, pack);
});
afterAll(() => test.close());

interface Bring {
  readonly isFullExtract?: boolean;
  readonly extractOn?: string;
}

function optionsFor(kind: FactKindName, facts: readonly AnyFact[], how: Bring) {
  return {
    importId: randomUUID(),
    kind,
    rows: facts.map((values, i) => ({ row: i + 2, values })),
    isFullExtract: how.isFullExtract ?? true,
    extractOn: how.extractOn ?? '2026-06-01',
    actor: 'A1',
  };
}

async function bring(kind: FactKindName, facts: readonly AnyFact[], how: Bring = {}): Promise<MergeCounts> {
  const result = await applyImports(test.db, council, [optionsFor(kind, facts, how)]);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.counts[0] ?? NOTHING;
}

const NOTHING: MergeCounts = { added: 0, changed: 0, ended: 0, unchanged: 0, heldByHand: 0 };
const all = (kind: FactKindName): AnyFact[] => [...(world[kind] as readonly AnyFact[])];
const noDifferences = async (): Promise<void> => expect(await checkDuties(test.db, council)).toMatchObject({ differences: 0 });

describe('a file that says what is known', () => {
  it.each(['person', 'post', 'supervision-pair', 'child', 'child-status', 'allocation', 'session', 'discussion'] as const)(
    'changes nothing, in any order: %s',
    async (kind) => {
      const facts = all(kind);
      expect(await bring(kind, facts.toReversed())).toEqual({ ...NOTHING, unchanged: facts.length });
      await noDifferences();
    },
  );

  it('changes one fact when one cell differs, and what is due follows', async () => {
    const sessions = all('session').map((session, i) =>
      i === 0 ? { ...session, recordSharedAt: '2026-03-30T10:00Z' } : session,
    );
    expect(await bring('session', sessions)).toEqual({ ...NOTHING, changed: 1, unchanged: sessions.length - 1 });
    const changed = await inCouncil(test.db, council, (tx) =>
      findFactByKey(tx, 'session', JSON.stringify([sessions[0]?.['session']])),
    );
    expect(changed).toMatchObject({
      version: 2,
      source: 'feed',
      recordedBy: 'A1',
      values: { recordSharedAt: '2026-03-30T10:00Z' },
    });
    await noDifferences();
  });

  it('counts the last of two rows that say the same fact', async () => {
    const [first] = all('person');
    expect(
      await bring(
        'person',
        [
          { ...first, name: 'Earlier' },
          { ...first, name: 'Later' },
        ],
        { isFullExtract: false },
      ),
    ).toEqual({ ...NOTHING, changed: 1 });
    expect(await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'person', '["M1"]'))).toMatchObject({
      values: { name: 'Later' },
    });
  });
});

describe('a whole file', () => {
  it('ends an open interval that it no longer lists on the day before it was drawn', async () => {
    const kept = all('allocation').slice(1);
    expect(await bring('allocation', kept, { extractOn: '2026-06-01' })).toEqual({
      ...NOTHING,
      ended: 1,
      unchanged: kept.length,
    });
    const { rows } = await inCouncil(test.db, council, (tx) =>
      listFacts(tx, { kind: 'allocation', naming: { columns: ['child'], refs: ['C101'] } }),
    );
    expect(rows).toMatchObject([{ version: 2, values: { endedOn: '2026-05-31' } }]);
    await noDifferences();
  });

  it('ends nothing when it is only a part', async () => {
    expect(await bring('allocation', all('allocation').slice(1), { isFullExtract: false })).toMatchObject({ ended: 0 });
  });

  it('takes a corrected first day for one change, not an end and a beginning', async () => {
    const posts = all('post').map((post) => (post['person'] === 'W1' ? { ...post, from: '2021-02-15' } : post));
    expect(await bring('post', posts)).toEqual({ ...NOTHING, changed: 1, unchanged: posts.length - 1 });
    const { rows } = await inCouncil(test.db, council, (tx) =>
      listFacts(tx, { kind: 'post', naming: { columns: ['person'], refs: ['W1'] } }),
    );
    expect(rows).toMatchObject([{ version: 2, values: { from: '2021-02-15', to: null } }]);
    await noDifferences();
  });

  it('ends an interval before the same thing begins anew with other terms', async () => {
    const posts = all('post').map((post) =>
      post['person'] === 'W1' ? { ...post, from: '2026-05-01', fullTimeEquivalent: 0.5 } : post,
    );
    expect(await bring('post', posts, { extractOn: '2026-06-01' })).toEqual({
      ...NOTHING,
      added: 1,
      ended: 1,
      unchanged: posts.length - 1,
    });
    const { rows } = await inCouncil(test.db, council, (tx) =>
      listFacts(tx, { kind: 'post', naming: { columns: ['person'], refs: ['W1'] } }),
    );
    expect(rows.map((row) => [row.values['from'], row.values['to']])).toEqual([
      ['2021-03-01', '2026-04-30'],
      ['2026-05-01', null],
    ]);
    await noDifferences();
  });

  it('drops what it once announced for a day that has not come', async () => {
    const ahead = fact('child-status', { child: 'C101', status: 'child-protection', from: '2026-07-01' }) as AnyFact;
    await bring('child-status', [...all('child-status'), ahead]);
    expect(await bring('child-status', all('child-status'), { extractOn: '2026-06-01' })).toMatchObject({ ended: 1 });
    const { total } = await inCouncil(test.db, council, (tx) =>
      listFacts(tx, { kind: 'child-status', naming: { columns: ['child'], refs: ['C101'] } }),
    );
    expect(total).toBe(1);
    await noDifferences();
  });
});

describe('what somebody said by hand', () => {
  it('outlives the next feed, and is counted', async () => {
    const before = await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'session', '["SUP-W1-1"]'));
    const corrected = await writeFacts(test.db, council, {
      actor: 'M1',
      action: 'facts.correct',
      changes: [
        { op: 'correct', kind: 'session', factId: before?.id ?? '', baseVersion: 1, values: { ...before?.values, minutes: 60 } },
      ],
    });
    expect(corrected.ok).toBe(true);
    expect(await bring('session', all('session'))).toMatchObject({ heldByHand: 1, changed: 0, added: 0 });
    expect(await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'session', '["SUP-W1-1"]'))).toMatchObject({
      source: 'hand',
      values: { minutes: 60 },
    });
    await noDifferences();
  });

  it('outlives the feed when the correction changed which day it began', async () => {
    const key = '["W1","M1","designated","2021-03-01"]';
    const before = await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'supervision-pair', key));
    await writeFacts(test.db, council, {
      actor: 'M1',
      action: 'facts.correct',
      changes: [
        {
          op: 'correct',
          kind: 'supervision-pair',
          factId: before?.id ?? '',
          baseVersion: 1,
          values: { ...before?.values, from: '2021-04-01' },
        },
      ],
    });
    expect(await bring('supervision-pair', all('supervision-pair'))).toEqual({ ...NOTHING, heldByHand: 1, unchanged: 3 });
    const { rows } = await inCouncil(test.db, council, (tx) =>
      listFacts(tx, { kind: 'supervision-pair', naming: { columns: ['supervisee'], refs: ['W1'] } }),
    );
    expect(rows.map((row) => row.values['from'])).toEqual(['2021-04-01']);
    await noDifferences();
  });

  it('stays withdrawn when the feed brings it again', async () => {
    const before = await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'session', '["SUP-W1-1"]'));
    await writeFacts(test.db, council, {
      actor: 'M1',
      action: 'facts.withdraw',
      changes: [{ op: 'withdraw', kind: 'session', factId: before?.id ?? '', baseVersion: 1, because: 'It was another team.' }],
    });
    expect(await bring('session', all('session'))).toMatchObject({ heldByHand: 1, added: 0 });
    expect(await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'session', '["SUP-W1-1"]'))).toBeNull();
    await noDifferences();
  });

  it('is not ended by a whole file that does not know it', async () => {
    await writeFacts(test.db, council, {
      actor: 'M1',
      action: 'facts.record',
      changes: [
        {
          op: 'record',
          kind: 'supervision-pair',
          values: fact('supervision-pair', {
            supervisee: 'W1',
            supervisor: 'M2',
            capacity: 'cover',
            from: '2026-05-01',
          }) as AnyFact,
        },
      ],
    });
    expect(await bring('supervision-pair', all('supervision-pair'))).toEqual({ ...NOTHING, unchanged: 4 });
  });
});

describe('nothing half-applied', () => {
  it('refuses a file in which two facts would hold that may not, and changes nothing', async () => {
    const posts = [...all('post'), { ...all('post').find((post) => post['person'] === 'W1'), from: '2024-01-01' } as AnyFact];
    const before = await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'));
    const result: ImportsResult = await applyImports(test.db, council, [optionsFor('post', posts, {})]);
    expect(result).toMatchObject({
      ok: false,
      problems: [{ kind: 'overlaps', row: posts.length + 1, other: '["W1","P-W1","2021-03-01"]' }],
    });
    expect(await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'))).toEqual(before);
  });

  it('brings in several files in one step, with what is due worked out once', async () => {
    const [session] = all('session');
    const later = {
      ...session,
      session: 'SUP-NEW',
      startedAt: '2026-05-29T10:00Z',
      plannedStartAt: '2026-05-29T10:00Z',
    } as AnyFact;
    const discussion = { ...all('discussion')[0], session: 'SUP-NEW', discussedOn: '2026-05-29' } as AnyFact;
    const sessions = optionsFor('session', [later], { isFullExtract: false });
    const discussions = optionsFor('discussion', [discussion], { isFullExtract: false });
    const result = await applyImports(test.db, council, [sessions, discussions]);
    expect(result).toMatchObject({ ok: true, counts: [{ added: 1 }, { added: 1 }] });
    await noDifferences();
    const audit = await inCouncil(test.db, council, (tx) => listAudit(tx, 2));
    expect(audit.map(({ kind, counts }) => [kind, counts?.['files']])).toEqual([
      ['discussion', 2],
      ['session', 2],
    ]);
  });

  it('changes nothing of any file when one of them is refused, and says which', async () => {
    const absence = fact('absence', { person: 'W1', from: '2026-03-02', to: '2026-03-06' }) as AnyFact;
    const posts = [...all('post'), { ...all('post').find((post) => post['person'] === 'W1'), from: '2024-01-01' } as AnyFact];
    const good = optionsFor('absence', [absence], { isFullExtract: false });
    const bad = optionsFor('post', posts, {});
    const before = await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'));
    expect(await applyImports(test.db, council, [good, bad])).toMatchObject({
      ok: false,
      importId: bad.importId,
      problems: [{ kind: 'overlaps' }],
    });
    expect(await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'))).toEqual(before);
  });

  it('shows in a dry run what it would do, and does nothing', async () => {
    const sessions = all('session').map((session, i) => (i === 0 ? { ...session, minutes: 40 } : session));
    const preview = await previewImport(test.db, council, optionsFor('session', sessions, {}));
    expect(preview).toMatchObject({
      counts: { changed: 1 },
      changes: [{ change: 'changed', row: 2, before: { minutes: 95 }, after: { minutes: 40 } }],
      problems: [],
    });
    const ended = await previewImport(test.db, council, optionsFor('allocation', all('allocation').slice(1), {}));
    expect(ended).toMatchObject({
      counts: { ended: 1 },
      changes: [{ change: 'ended', row: null, before: { endedOn: null }, after: { endedOn: '2026-05-31' } }],
    });
    expect(await bring('session', all('session'))).toMatchObject({ changed: 0 });
  });

  it('answers the same call again without doing it twice', async () => {
    const idempotency = { key: randomUUID(), fingerprint: 'a' };
    const options = optionsFor(
      'session',
      all('session')
        .slice(0, 3)
        .map((session) => ({ ...session, minutes: 61 })),
      { isFullExtract: false },
    );
    const first = await applyImports(test.db, council, [options], { idempotency });
    const second = await applyImports(test.db, council, [options], { idempotency });
    expect(second).toEqual({ ...first, isReplay: true });
    expect(await applyImports(test.db, council, [options], { idempotency: { ...idempotency, fingerprint: 'b' } })).toMatchObject({
      ok: false,
    });
  });

  it('keeps what was known before, version by version', async () => {
    const [clock] = await test.db.sql<{ at: string }[]>`select clock_timestamp() as at`;
    await bring(
      'session',
      all('session').map((session) => ({ ...session, minutes: 30 })),
    );
    const then = await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council', { knownAt: clock?.at }));
    const now = await inCouncil(test.db, council, (tx) => loadFacts(tx, 'council'));
    expect(new Set(then.session.map((session) => session.minutes))).toEqual(new Set([95]));
    expect(new Set(now.session.map((session) => session.minutes))).toEqual(new Set([30]));
    const current = await inCouncil(test.db, council, (tx) => findFactByKey(tx, 'session', '["SUP-W1-1"]'));
    expect(
      (await inCouncil(test.db, council, (tx) => listVersions(tx, 'session', current?.id ?? ''))).map((fact) => [
        fact.version,
        fact.isCurrent,
      ]),
    ).toEqual([
      [2, true],
      [1, false],
    ]);
  });
});
