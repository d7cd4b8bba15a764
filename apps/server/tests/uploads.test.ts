import { callerOf, makeImportJobs, uploadImport, type Caller, type Services } from '@plumbline/api';
import { findImport, inCouncil, openDatabase, openKeptFile, type Database } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openOffice, type TestOffice } from './_council.ts';

const MEBIBYTE = 1024 * 1024;
const CONNECTIONS = 2;

let office: TestOffice;
let narrow: Database;
let services: Services;
let caller: Caller;

beforeAll(async () => {
  office = await openOffice({ person: ['ADMIN', 'W1'].map((person) => ({ person, name: person, employedFrom: '2020-01-06' })) });
  narrow = openDatabase(office.test.urls.app, { connections: CONNECTIONS });
  const onFailure = (error: unknown): never => {
    throw error;
  };
  const { clock } = office.services;
  services = { database: narrow, clock, imports: makeImportJobs({ database: narrow, clock, onFailure }) };
  const signedIn = {
    identityId: 'ADMIN',
    councilId: office.council,
    person: 'ADMIN',
    roles: ['administrator'],
    until: '2026-06-15T20:00:00Z',
  } as const;
  caller = await callerOf({ services, signedIn }, 'imports:prepare');
});
afterAll(async () => {
  await services.imports.idle();
  await narrow.close();
  await office.close();
});

const upload = (bytes: AsyncIterable<Uint8Array>, more: { declaredBytes?: number; mostBytes?: number } = {}) =>
  uploadImport(caller, { kind: 'absence', fileName: 'a.csv', isWholeList: false, declaredBytes: null, bytes, ...more });

async function* bits(...parts: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(part);
}

/** Everything kept of imports that is not finished, by file or run. */
const kept = async (): Promise<unknown[]> =>
  await inCouncil(narrow, office.council, async (tx) => [
    ...(await tx.sql`select id from import_run where state = 'arriving'`),
    ...(await tx.sql`select 1 from import_file f join import_run r on r.id = f.import_id where r.state = 'arriving'`),
  ]);

it('takes more files at once than there are connections, and answers others meanwhile', async () => {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let begun = 0;
  async function* slowly(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('Staff number,From,To\n'.padEnd(MEBIBYTE, '\n'));
    begun += 1;
    await gate;
    yield Buffer.from('W1,02/02/2026,03/02/2026\n');
  }
  const uploads = Array.from({ length: CONNECTIONS * 3 }, () => upload(slowly()));
  // Everybody has sent a part and sends no more; a question finds a connection, again and again.
  while (begun < CONNECTIONS * 3) await caller.read(async (tx) => await findImport(tx, '00000000-0000-0000-0000-000000000000'));
  open();
  const arrived = await Promise.all(uploads);
  await services.imports.idle();
  for (const { importId } of arrived)
    expect(await caller.read((tx) => findImport(tx, importId))).toMatchObject({ state: 'ready', rows: 1, changes: { added: 1 } });
});

it('keeps every byte in its place, across pieces and whatever bits the network makes', async () => {
  const rows = Array.from({ length: 48_000 }, (_, i) => `W1,${String((i % 28) + 1).padStart(2, '0')}/02/2026,\n`);
  const whole = Buffer.from(`Staff number,From,To\n${rows.join('')}`);
  const parts = Array.from({ length: Math.ceil(whole.length / 65_521) }, (_, i) => whole.subarray(i * 65_521, (i + 1) * 65_521));
  const { importId } = await upload(bits(...parts));
  await services.imports.idle();
  const file = await openKeptFile(narrow, office.council, importId);
  expect(file.size).toBe(whole.length);
  for (const [offset, length] of [
    [0, 10],
    [MEBIBYTE - 5, 10],
    [MEBIBYTE, 1],
    [whole.length - 3, 100],
    [0, whole.length],
  ] as const)
    expect(Buffer.compare(Buffer.from(await file.read(offset, length)), whole.subarray(offset, offset + length))).toBe(0);
});

it('refuses a file that says it is too large before it comes, and one that turns out so, and keeps nothing of either', async () => {
  const tooLarge = expect.objectContaining({ problem: { kind: 'too-large' } });
  let isAsked = false;
  async function* asked(): AsyncGenerator<Uint8Array> {
    isAsked = true;
    yield Buffer.from('a');
  }
  await expect(upload(asked(), { declaredBytes: 3 * MEBIBYTE, mostBytes: 2 * MEBIBYTE })).rejects.toEqual(tooLarge);
  expect(isAsked).toBe(false);
  const piece = Buffer.alloc(MEBIBYTE, 'a');
  await expect(upload(bits(piece, piece, piece), { mostBytes: 2 * MEBIBYTE })).rejects.toEqual(tooLarge);
  expect(await kept()).toEqual([]);
});

it('keeps nothing of a file that broke off, and forgets what a stopped server left', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(MEBIBYTE, 'a');
    throw new Error('aborted');
  }
  await expect(upload(broken())).rejects.toThrow('aborted');
  expect(await kept()).toEqual([]);
  await caller.read(async (tx) => {
    await tx.sql`insert into import_run (council_id, id, kind, file_name, state, uploaded_by, uploaded_at)
      values (${office.council}, gen_random_uuid(), 'absence', 'old.csv', 'arriving', 'ADMIN', now() - interval '13 hours')`;
  });
  await upload(bits(Buffer.from('Staff number,From,To\n')));
  expect(await kept()).toEqual([]);
});
