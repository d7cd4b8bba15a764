import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeLog } from '../src/log.ts';
import { startForTests, type TestServer } from '../src/testing.ts';

let server: TestServer;
let said = '';
beforeAll(async () => {
  const into = new Writable({
    write(line, _encoding, done) {
      said += String(line);
      done();
    },
  });
  server = await startForTests({ packIds: [], log: makeLog('debug', into) });
});
afterAll(() => server.stop());

it('answers on a port of its own, and neither server has the other’s pages or calls', async () => {
  expect(new URL(server.boxUrl).port).not.toBe(new URL(server.url).port);
  expect(server.running.services.box?.url()).toBe(server.boxUrl);
  expect((await fetch(`${server.boxUrl}/health`)).status).toBe(200);
  for (const path of ['/api/health', '/api/trpc/me.get', '/index.html', '/link.html', '/surveys'])
    expect([path, (await fetch(server.boxUrl + path)).status]).toEqual([path, 404]);
  for (const path of ['/answer.html', '/rounds/7b2f4f0e-0000-4000-8000-000000000000/receipts.json'])
    expect([path, (await fetch(server.url + path)).status]).toEqual([path, 404]);
});

it('serves the page of one-time links at the main address, under its policy', async () => {
  const page = await fetch(`${server.url}/link.html`);
  expect([200, 503]).toContain(page.status);
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(page.headers.get('cache-control')).toBe('no-store');
});

it('says nothing of what the box is asked, at its most talkative', async () => {
  said = '';
  const marks = ['mark-of-the-path', 'mark-of-the-body', 'mark-of-the-browser'];
  await fetch(`${server.boxUrl}/rounds/${marks[0]}`);
  await fetch(`${server.boxUrl}/rounds/7b2f4f0e-0000-4000-8000-000000000000/answers`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'user-agent': marks[2] ?? '' },
    body: JSON.stringify({ token: marks[1] }),
  });
  await fetch(`${server.boxUrl}/rounds/x/answers`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"broken',
  });
  expect(said).toBe('');
});

it('refuses what is no JSON, and what is longer than a form', async () => {
  const put = async (type: string, body: string): Promise<number> =>
    (
      await fetch(`${server.boxUrl}/rounds/7b2f4f0e-0000-4000-8000-000000000000/answers`, {
        method: 'PUT',
        headers: { 'content-type': type },
        body,
      })
    ).status;
  expect(await put('text/plain', '{}')).toBe(415);
  expect(await put('application/x-www-form-urlencoded', 'a=b')).toBe(415);
  expect(await put('application/json', '{"broken')).toBe(400);
  expect(await put('application/json', JSON.stringify({ token: 'a'.repeat(200_000) }))).toBe(413);
});

it('stops with the server', async () => {
  const other = await startForTests({ packIds: [] });
  await other.stop();
  await expect(fetch(`${other.boxUrl}/health`)).rejects.toThrow(/fetch failed/);
});
