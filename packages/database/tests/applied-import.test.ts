import { randomUUID } from 'node:crypto';
import type { AnyFact } from '@plumbline/domain/facts';
import { loadPack } from '@plumbline/policies';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  applyImports,
  createImport,
  findImport,
  forgetOldKeys,
  inCouncil,
  keepPiece,
  listStagedRows,
  openKeptFile,
  stageRows,
  writeFacts,
} from '../src/index.ts';
import { openTestDatabase, seedTestCouncil, type TestDatabase } from '../src/testing/index.ts';
import { fact, smallWorld } from './_world.ts';

let test: TestDatabase;
let council: string;
beforeAll(async () => {
  test = await openTestDatabase();
  council = await seedTestCouncil(test.db, smallWorld(2), loadPack('wirral'));
});
afterAll(() => test.close());

it('says in the same transaction that a file is applied, and keeps nothing of its rows', async () => {
  const importId = randomUUID();
  const values = fact('absence', { person: 'W1', from: '2026-03-02', to: '2026-03-06' }) as AnyFact;
  await inCouncil(test.db, council, async (tx) => {
    await createImport(tx, { id: importId, kind: 'absence', fileName: 'a.csv', uploadedBy: 'A1', isFullExtract: false });
    await keepPiece(tx, importId, 0, Buffer.from('a file'));
    await stageRows(tx, importId, [{ row: 2, cells: null, key: '["W1","2026-03-02"]', values, problems: null }]);
  });
  const options = {
    importId,
    kind: 'absence',
    rows: 'staged',
    isFullExtract: false,
    extractOn: '2026-06-01',
    actor: 'A1',
  } as const;
  expect(await applyImports(test.db, council, [options])).toMatchObject({ ok: true, counts: [{ added: 1 }] });
  await inCouncil(test.db, council, async (tx) => {
    expect(await findImport(tx, importId)).toMatchObject({ state: 'applied', changes: { added: 1 } });
    expect(await listStagedRows(tx, importId, { offset: 0, limit: 10 })).toEqual([]);
  });
  expect((await openKeptFile(test.db, council, importId)).size).toBe(0);
});

it('forgets the answers to calls that nobody will send again', async () => {
  const idempotency = { key: randomUUID(), fingerprint: 'f' };
  const values = fact('absence', { person: 'W2', from: '2026-03-02', to: '2026-03-06' }) as AnyFact;
  const write = {
    actor: 'M1',
    action: 'facts.record',
    changes: [{ op: 'record', kind: 'absence', values }],
    idempotency,
  } as const;
  await writeFacts(test.db, council, write);
  await inCouncil(test.db, council, forgetOldKeys);
  expect(await writeFacts(test.db, council, write)).toMatchObject({ ok: true, isReplay: true });
  const left = await inCouncil(test.db, council, async (tx) => {
    await tx.sql`update idempotency set at = now() - interval '8 days'`;
    await forgetOldKeys(tx);
    return await tx.sql`select 1 from idempotency`;
  });
  expect(left).toHaveLength(0);
});
