import type { AddressInfo } from 'node:net';
import os from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startForTests();
});
afterAll(() => server.stop());

const post = async (client: Client, path: string, body: object = {}) =>
  await client.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;

async function change(client: Client, currentPassword: string, newPassword: string, more: object = {}): Promise<Response> {
  const response = await post(client, '/api/auth/change-password', { currentPassword, newPassword, ...more });
  const [cookie] = response.headers.getSetCookie();
  if (response.ok && cookie !== undefined) client.cookie = cookie.split(';')[0] ?? '';
  return response;
}

it('changes a password only for whoever knows the present one, and ends every other sign-in', async () => {
  const { username } = server.cast['newly-qualified-social-worker'];
  const here = await as(server, 'newly-qualified-social-worker');
  const elsewhere = await as(server, 'newly-qualified-social-worker');
  const wrong = await change(here, 'not-the-present-one', 'grey fell, rainy tarn');
  expect([wrong.status, await codeOf(wrong)]).toEqual([400, 'INVALID_PASSWORD']);
  expect((await elsewhere.query('me.get')).status).toBe(200);
  // Whoever asks to leave the others signed in is not listened to.
  const changed = await change(here, server.password, 'grey fell, rainy tarn', { revokeOtherSessions: false });
  expect(changed.status).toBe(200);
  expect(await changed.text()).not.toContain('token');
  expect((await here.query('me.get')).status).toBe(200);
  expect((await elsewhere.query('me.get')).code).toBe('UNAUTHORIZED');
  expect((await new Client(server).signIn(username, server.password)).status).toBe(401);
  expect((await new Client(server).signIn(username, 'grey fell, rainy tarn')).status).toBe(200);
});

it('refuses a new password that is short, the same, somebody’s name or guessed first, and says which', async () => {
  const client = await as(server, 'residential-carer');
  for (const [chosen, code] of [
    ['too-short', 'PASSWORD_TOO_SHORT'],
    [server.password, 'SAME_PASSWORD'],
    ['carer-of-2026', 'PASSWORD_HAS_NAME'],
    ['Password-2026', 'PASSWORD_GUESSED'],
  ] as const)
    expect([chosen, await codeOf(await change(client, server.password, chosen))]).toEqual([chosen, code]);
  expect((await client.query('me.get')).status).toBe(200);
});

it('changes nothing for somebody who is not signed in', async () => {
  expect((await change(new Client(server), server.password, 'grey fell, rainy tarn')).status).toBe(401);
});

interface Place {
  readonly id: string;
  readonly isThis: boolean;
  readonly device: string;
}

it('lists where somebody is signed in, their own places only and no tokens', async () => {
  const { username } = server.cast['registered-manager'];
  const here = await as(server, 'registered-manager');
  const phone = new Client(server);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  };
  const body = JSON.stringify({ username, password: server.password });
  phone.cookie =
    (await phone.fetch('/api/auth/sign-in/username', { method: 'POST', headers, body })).headers
      .getSetCookie()[0]
      ?.split(';')[0] ?? '';
  await as(server, 'administrator');
  const text = await (await here.fetch('/api/account/sign-ins')).text();
  const places = JSON.parse(text) as Place[];
  expect(places.map(({ isThis, device }) => [isThis, device])).toEqual([
    [true, 'An unknown browser'],
    [false, 'Firefox on Android'],
  ]);
  const { db, schema } = server.running.store.identity;
  for (const { token } of await db.select().from(schema.session)) expect(text).not.toContain(token);
  expect((await new Client(server).fetch('/api/account/sign-ins')).status).toBe(401);

  expect((await post(here, '/api/auth/revoke-other-sessions')).status).toBe(200);
  expect((await phone.query('me.get')).code).toBe('UNAUTHORIZED');
  expect((await here.query('me.get')).status).toBe(200);
  expect((await post(here, '/api/auth/revoke-sessions')).status).toBe(200);
  expect((await here.query('me.get')).code).toBe('UNAUTHORIZED');
});

it('says with each answer for how long the sign-in lasts, and each call makes it last again', async () => {
  const client = await as(server, 'service-manager');
  const left = async (): Promise<number> =>
    Number((await client.fetch('/api/trpc/me.get')).headers.get('x-plumbline-signed-in-for'));
  expect(await left()).toBeGreaterThan(14 * 60);
  const { db, schema } = server.running.store.identity;
  await db.update(schema.session).set({ expiresAt: new Date(Date.now() + 3 * 60_000) });
  expect(await left()).toBeGreaterThan(14 * 60);
  // The end of the working day is not moved by anything.
  await db.update(schema.session).set({ createdAt: new Date(Date.now() - 595 * 60_000) });
  expect(await left()).toBeLessThanOrEqual(5 * 60);
  expect((await new Client(server).fetch('/api/trpc/me.get')).headers.has('x-plumbline-signed-in-for')).toBe(false);
});

it('answers as a demonstration on this machine only', async () => {
  const { address, port } = server.running.app.server.server.address() as AddressInfo;
  expect(address).toBe('127.0.0.1');
  const outward = Object.values(os.networkInterfaces())
    .flat()
    .filter((one) => one !== undefined && !one.internal && one.family === 'IPv4');
  for (const one of outward)
    await expect(fetch(`http://${one?.address}:${port}/api/health`), one?.address).rejects.toThrow('fetch failed');
});
