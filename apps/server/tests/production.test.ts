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
import { FAILURES_ALLOWED } from '../src/sign-in/lock-out.ts';
import { Client } from './_client.ts';

const PASSWORD = 'a-first-password-of-somebody';
const dataFolder = mkdtempSync(path.join(tmpdir(), 'plumbline-production-'));
const environment = {
  ...readEnvironment({
    PLUMBLINE_MODE: 'production',
    PLUMBLINE_URL: 'https://plumbline.example',
    PLUMBLINE_BOX_URL: 'https://answers.example',
    PLUMBLINE_SECRET: 'q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa',
    PLUMBLINE_DATA: dataFolder,
    PLUMBLINE_PROXIES: '1',
  }),
  port: 0,
  boxPort: 0,
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

function address(): string {
  const { port } = running.app.server.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

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
  const client = new Client({ url: address() });
  const response = await client.signIn('first', PASSWORD);
  expect(response.status).toBe(200);
  const [cookie = ''] = response.headers.getSetCookie();
  expect(cookie).toMatch(/^__Host-plumbline=/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; Path=\//);
  expect(cookie).not.toMatch(/Domain=/);
  expect(response.headers.get('strict-transport-security')).toContain('max-age=63072000');
  // A file that is none is a mistake of whoever sent it.
  expect((await client.fetch('/api/imports/upload?kind=person', { method: 'POST' })).status).toBe(400);
  // Pages ask by POST; nothing is changed by GET.
  const asked = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"text":"Tarn"}' };
  expect((await client.fetch('/api/trpc/search.find', asked)).status).toBe(200);
  expect((await client.fetch('/api/trpc/feeds.set')).status).toBe(405);
  // A council without a policy has nothing to show yet, and says no more than that.
  expect((await client.query('me.get')).code).toBe('NOT_FOUND');
});

it('ends an idle sign-in after a quarter of an hour, whatever whoever signs in asks for', async () => {
  const body = JSON.stringify({ username: 'first', password: PASSWORD, rememberMe: false });
  const headers = { 'content-type': 'application/json' };
  const response = await new Client({ url: address() }).fetch('/api/auth/sign-in/username', { method: 'POST', headers, body });
  expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=900/);
  const { db, schema } = running.store.identity;
  for (const session of await db.select().from(schema.session))
    expect(session.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(15 * 60_000);
});

it('guards calls however their address is spelt', async () => {
  const headers = { 'content-type': 'application/json', origin: 'https://elsewhere.example' };
  for (const path of ['/api/trpc/feeds.set', '/%61pi/trpc/feeds.set', '/ap%69/trpc/feeds.set']) {
    const answer = await fetch(`${address()}${path}`, { method: 'POST', headers, body: '{}' });
    expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 403, 'no-store']);
    const read = await fetch(`${address()}${path.replace('feeds.set', 'me.get')}`);
    expect([path, read.status, read.headers.has('x-ratelimit-limit')]).toEqual([path, 401, true]);
  }
});

it('closes a name that is tried too often, for whoever tries it and at once', async () => {
  const tries = Array.from({ length: FAILURES_ALLOWED + 4 }, () =>
    new Client({ url: address() }).signIn('first', 'not-the-password'),
  );
  const statuses = (await Promise.all(tries)).map((answer) => answer.status);
  expect(statuses.filter((status) => status === 401)).toHaveLength(FAILURES_ALLOWED);
  expect((await new Client({ url: address() }).signIn('FIRST', PASSWORD)).status).toBe(429);
});

it('counts wrong passwords by the address that its proxy passes on, whatever callers write before it', async () => {
  const attempt = async (said: string, password = 'not-the-password'): Promise<number> => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': said };
    const body = JSON.stringify({ username: 'second', password });
    return (await new Client({ url: address() }).fetch('/api/auth/sign-in/username', { method: 'POST', headers, body })).status;
  };
  for (let i = 0; i < FAILURES_ALLOWED; i += 1) expect(await attempt(`198.51.100.${i}, 203.0.113.9`)).toBe(401);
  expect(await attempt('198.51.100.99, 203.0.113.9')).toBe(429);
  expect(await attempt('203.0.113.10')).toBe(401);
});

it('gives nothing over http, and shows people the right address', async () => {
  const over = (scheme: string) => ({ 'x-forwarded-proto': scheme });
  const page = await fetch(`${address()}/team?on=2026-05-12`, { headers: over('http'), redirect: 'manual' });
  expect([page.status, page.headers.get('location')]).toEqual([308, 'https://plumbline.example/team?on=2026-05-12']);
  expect((await fetch(`${address()}/api/health`, { headers: over('http') })).status).toBe(403);
  expect((await fetch(`${address()}/api/health`, { headers: over('https') })).status).toBe(200);
});

it('does not start over a database that holds demonstration councils', async () => {
  const id = randomUUID();
  await createCouncil(running.store.database, { id, slug: 'demo', name: 'Demo', isDemonstration: true });
  await expect(startServer(options)).rejects.toThrow(/demonstration/);
});
