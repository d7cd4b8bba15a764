import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addAnsweringPage } from './answering-page.ts';

let folder: string;
let box: FastifyInstance;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'plumbline-pages-'));
  for (const inside of ['.vite', 'assets']) mkdirSync(path.join(folder, inside));
  const write = (file: string, text: string): void => writeFileSync(path.join(folder, file), text);
  write('answer.html', '<title>Staff survey</title>');
  write('index.html', '<title>Plumbline</title>');
  for (const file of ['answer.js', 'shared.js', 'later.js', 'answer.css', 'letters.woff2', 'index.js'])
    write(`assets/${file}`, file);
  write('assets/answer.js.br', 'compressed');
  write(
    '.vite/respond.json',
    JSON.stringify({
      'answer.html': {
        file: 'assets/answer.js',
        imports: ['_shared.js'],
        css: ['assets/answer.css'],
        dynamicImports: ['later.ts'],
      },
      '_shared.js': { file: 'assets/shared.js', assets: ['assets/letters.woff2'], imports: ['answer.html'] },
      'later.ts': { file: 'assets/later.js' },
      'index.html': { file: 'assets/index.js', imports: ['_shared.js'] },
    }),
  );
  box = Fastify({ logger: false });
  addAnsweringPage(box, folder);
});
afterAll(async () => {
  await box.close();
  rmSync(folder, { recursive: true });
});

const get = async (url: string, headers: Record<string, string> = {}) => await box.inject({ method: 'GET', url, headers });

it('serves the answering page and the files that it needs, directly or through others', async () => {
  expect((await get('/')).body).toContain('Staff survey');
  for (const file of ['answer.js', 'shared.js', 'later.js', 'answer.css', 'letters.woff2'])
    expect([file, (await get(`/assets/${file}`)).statusCode]).toEqual([file, 200]);
  expect((await get('/assets/answer.css')).headers['content-type']).toBe('text/css; charset=utf-8');
});

it('serves nothing of the pages that know who somebody is, and nothing beside its folder', async () => {
  for (const url of [
    '/index.html',
    '/answer.html',
    '/link.html',
    '/assets/index.js',
    '/assets/..%2Findex.html',
    '/assets/../index.html',
    '/.vite/respond.json',
    '/api/health',
  ])
    expect([url, (await get(url)).statusCode]).toEqual([url, 404]);
});

it('sends the compressed file to whoever takes one', async () => {
  const compressed = await get('/assets/answer.js', { 'accept-encoding': 'gzip, br' });
  expect(compressed.headers['content-encoding']).toBe('br');
  expect(compressed.body).toBe('compressed');
  expect((await get('/assets/answer.js')).body).toBe('answer.js');
});

it('says so where the page is not built', async () => {
  const empty = Fastify({ logger: false });
  addAnsweringPage(empty, path.join(folder, 'nothing'));
  expect((await empty.inject('/')).statusCode).toBe(503);
  expect((await empty.inject('/assets/answer.js')).statusCode).toBe(404);
  await empty.close();
});
