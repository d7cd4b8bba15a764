import { listCouncils } from '@plumbline/database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAccount, firstPasswordUntil, givePassword, hashPassword } from '../src/sign-in/accounts.ts';
import { startForTests, type TestServer } from '../src/testing.ts';
import { as, Client } from './_client.ts';

const GIVEN = 'given on a slip of paper';
const OWN = 'grey fell, rainy tarn';
let server: TestServer;
beforeAll(async () => {
  server = await startForTests();
});
afterAll(() => server.stop());

async function newcomer(username: string, until: Date): Promise<Client> {
  const { auth, store } = server.running;
  const [council] = await listCouncils(store.database);
  const councilId = council?.id ?? '';
  const account = {
    username,
    name: 'New Comer',
    email: null,
    councilId,
    person: 'S1',
    roles: ['social-worker'],
    fromOn: '2020-01-01',
  };
  const hash = await hashPassword(auth, GIVEN);
  await addAccount(auth, store.database, { ...account, firstPasswordUntil: until }, hash);
  return new Client(server);
}

async function choose(client: Client, currentPassword: string, newPassword: string): Promise<Response> {
  const response = await client.fetch('/api/auth/change-password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ currentPassword, newPassword }),
  });
  const [cookie] = response.headers.getSetCookie();
  if (response.ok && cookie !== undefined) client.cookie = cookie.split(';')[0] ?? '';
  return response;
}

it('lets somebody with a given password choose their own, and do nothing else before', async () => {
  const client = await newcomer('new.comer', firstPasswordUntil(Date.now()));
  const signedIn = await client.signIn('new.comer', GIVEN);
  expect(((await signedIn.json()) as { user: { firstPasswordUntil: string } }).user.firstPasswordUntil).toMatch(/^20/);
  expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
  expect((await choose(client, GIVEN, OWN)).status).toBe(200);
  expect((await client.query('me.get')).code).not.toBe('UNAUTHORIZED');
  const again = new Client(server);
  const answer = (await (await again.signIn('new.comer', OWN)).json()) as { user: { firstPasswordUntil: string | null } };
  expect(answer.user.firstPasswordUntil).toBeNull();
  expect((await again.query('me.get')).code).not.toBe('UNAUTHORIZED');
});

it('does not exchange a given password that has lain about for too long', async () => {
  const client = await newcomer('late.comer', new Date(Date.now() - 1000));
  expect((await client.signIn('late.comer', GIVEN)).status).toBe(200);
  const refused = await choose(client, GIVEN, OWN);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'FIRST_PASSWORD_OVER']);
  expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
});

it('takes a password away from who forgot it, with every sign-in', async () => {
  const { username } = server.cast['team-manager'];
  const client = await as(server, 'team-manager');
  expect((await client.query('me.get')).status).toBe(200);
  const { auth } = server.running;
  const hash = await hashPassword(auth, GIVEN);
  expect(await givePassword(auth, 'nobody.here', hash, firstPasswordUntil(Date.now()))).toBe(false);
  expect(await givePassword(auth, username.toUpperCase(), hash, firstPasswordUntil(Date.now()))).toBe(true);
  expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
  expect((await new Client(server).signIn(username, server.password)).status).toBe(401);
  expect((await new Client(server).signIn(username, GIVEN)).status).toBe(200);
});

it('refuses a password of any length at once, whoever sends it', async () => {
  const endless = `abcde${'1'.repeat(900_000)}a`;
  expect((await choose(new Client(server), GIVEN, endless)).status).toBe(401);
  const client = await newcomer('long.typist', firstPasswordUntil(Date.now()));
  await client.signIn('long.typist', GIVEN);
  const refused = await choose(client, GIVEN, endless);
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([400, 'PASSWORD_TOO_LONG']);
  expect((await client.query('me.get')).code).toBe('UNAUTHORIZED');
});
