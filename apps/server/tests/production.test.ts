import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCouncil, listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readEnvironment } from '../src/env.ts';
import { makeLog } from '../src/log.ts';
import { startServer, type RunningServer } from '../src/server.ts';
import { addAccount, hashPassword } from '../src/sign-in/accounts.ts';
import { Client } from './_client.ts';

const PASSWORD = 'a-first-password-of-somebody';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-production-'));
const environment = {
  ...readEnvironment({
    PLUMBLINE_MODE: 'production',
    PLUMBLINE_URL: 'https://plumbline.example',
    PLUMBLINE_SECRET: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa',
    PLUMBLINE_DATA: dataFolder,
  }),
  port: 0,
};
const options = { environment, log: makeLog('silent'), say: () => undefined, isDurable: false };
let running: RunningServer;

beforeAll(async () => {
  chmodSync(dataFolder, 0o755);
  running = await startServer(options);
});
afterAll(async () => {
  await running.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it('makes no demonstration', async () => {
  expect(await listCouncils(running.store.database)).toEqual([]);
});

it('ties the cookie to its own host and to https, and answers over https from then on', async () => {
  const council = { id: randomUUID(), slug: 'real', name: 'A council', isDemonstration: false };
  await createCouncil(running.store.database, council);
  const account = {
    username: 'first',
    name: 'First',
    email: null,
    councilId: council.id,
    person: 'S1',
    roles: ['administrator'],
    fromOn: '2020-01-01',
  };
  await addAccount(running.auth, running.store.database, account, await hashPassword(running.auth, PASSWORD));
  const { port } = running.app.server.server.address() as AddressInfo;
  const client = new Client({ url: `http://127.0.0.1:${port}` });
  const response = await client.signIn('first', PASSWORD);
  expect(response.status).toBe(200);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-plumbline=/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).not.toMatch(/Domain=/);
  expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
  // A council without a policy has nothing to show yet, and says no more than that.
  expect((await client.query('me.get')).code).toBe('NOT_FOUND');
});

it('does not start over a database that holds demonstration councils', async () => {
  const id = randomUUID();
  await createCouncil(running.store.database, { id, slug: 'demo', name: 'Demo', isDemonstration: true });
  await expect(startServer(options)).rejects.toThrow(/demonstration/);
});
