import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPages } from './pages.ts';

let app: FastifyInstance;
let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pages-'));
  for (const name of ['.vite', 'assets']) mkdirSync(path.join(folder, name));
  for (const page of ['index.html', 'link.html']) writeFileSync(path.join(folder, page), '<head><title>A</title></head>');
  writeFileSync(path.join(folder, '.vite', 'routes.json'), JSON.stringify([{ path: '/team', files: ['assets/team.js'] }]));
  writeFileSync(path.join(folder, 'assets', 'team.js'), 'plain');
  writeFileSync(path.join(folder, 'assets', 'team.js.br'), 'pressed');
  app = Fastify();
  await addPages(app, folder);
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const linksOf = async (url: string, headers: Record<string, string> = {}): Promise<string[]> => {
  const { body } = await app.inject({ url, headers });
  return [...body.matchAll(/<link [^>]*href="([^"]+)"/g)].map(([, file = '']) => file);
};

describe('the page that is sent first', () => {
  it('has who is signed in asked ahead, and the files of its address fetched for whoever may be signed in', async () => {
    expect(await linksOf('/team', { cookie: 'some=thing' })).toEqual(['/api/trpc/me.get', '/assets/team.js']);
    expect(await linksOf('/team')).toEqual(['/api/trpc/me.get']);
    expect(await linksOf('/link.html', { cookie: 'some=thing' }), 'the page of one-time links stands alone').toEqual([]);
  });
});

describe('files', () => {
  it('come as they were compressed by the build, and may be kept for good; pages may not be kept', async () => {
    const file = await app.inject({ url: '/assets/team.js', headers: { 'accept-encoding': 'gzip, br' } });
    expect([file.body, file.headers['content-encoding']]).toEqual(['pressed', 'br']);
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await app.inject('/assets/team.js')).body).toBe('plain');
    expect((await app.inject('/team')).headers['cache-control']).toBe('no-store');
  });

  it('that the build only wrote down for the server are not handed out', async () => {
    expect((await app.inject('/.vite/routes.json')).statusCode).toBe(404);
  });
});
