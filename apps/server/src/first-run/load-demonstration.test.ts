import { randomUUID } from 'node:crypto';
import {
  createCouncil,
  membershipsOf,
  openBox,
  openIdentity,
  type BoxDatabase,
  type IdentityDatabase,
} from '@plumbline/database';
import { openTestDatabase, type TestDatabase } from '@plumbline/database/testing';
import { demoCast, DEMO_COUNCILS } from '@plumbline/demo';
import { formatDay, toDay } from '@plumbline/domain/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../env.ts';
import { makeKeySafe } from '../database/key-safe.ts';
import { makeLog } from '../log.ts';
import { authOf } from '../server.ts';
import { isComplete, loadDemonstration, type DemonstrationOptions } from './load-demonstration.ts';

let test: TestDatabase;
let identity: IdentityDatabase;
let box: BoxDatabase;
let options: DemonstrationOptions;
const [council] = DEMO_COUNCILS;
const today = toDay('2026-06-15');

beforeAll(async () => {
  test = await openTestDatabase();
  identity = openIdentity(test.urls.identity);
  box = openBox(test.urls.box);
  const secrets = {
    signIn: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa',
    surveys: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEaq8Zt3vL0yNf',
    passwords: { plumbline_app: '', plumbline_identity: '', plumbline_jobs: '', plumbline_box: '' },
  };
  const store = {
    ownerUrl: test.ownerUrl,
    appUrl: test.urls.app,
    jobsUrl: test.urls.jobs,
    database: test.db,
    identity,
    box,
    secrets,
    close: () => test.close(),
  };
  const auth = authOf({ environment: readEnvironment({}), log: makeLog('silent') }, store);
  options = {
    database: test.db,
    auth,
    today,
    size: 'small',
    seed: 1,
    password: 'a-demonstration-password',
    safe: makeKeySafe('q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa'),
    say: () => undefined,
  };
  if (council === undefined) throw new Error('There is no demonstration council.');
  await createCouncil(test.db, { id: randomUUID(), slug: council.id, name: council.name, isDemonstration: true });
});
afterAll(async () => {
  await identity.close();
  await box.close();
  await test.close();
});

it('finishes accounts whose making was broken off', async () => {
  if (council === undefined) throw new Error('There is no demonstration council.');
  const [member] = demoCast(council.packId);
  const { adapter, internalAdapter } = await options.auth.$context;
  const half = { name: 'Half', email: 'half@example.invalid', emailVerified: true, username: member?.username };
  await internalAdapter.createUser(half, { method: 'email-password' });
  expect(await isComplete(options, council)).toBe(false);
  await loadDemonstration(options, council);
  expect(await isComplete(options, council)).toBe(true);
  const where = [{ field: 'username', value: member?.username ?? '' }];
  const made = await adapter.findOne<{ id: string }>({ model: 'user', where });
  expect(await membershipsOf(test.db, made?.id ?? '', formatDay(today))).toHaveLength(1);
});
