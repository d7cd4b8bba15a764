import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressAnswers } from './compress-answers.ts';

const LONG = { rows: Array.from({ length: 400 }, (_, i) => ({ supervision: i, is: 'held on the day' })) };
let app: FastifyInstance;
beforeAll(() => {
  app = Fastify();
  compressAnswers(app);
  app.get('/api/long', () => LONG);
  // As the calls of pages are answered.
  app.get('/api/called', (_, reply) => reply.send(Response.json(LONG, { status: 207, headers: { 'x-said': 'so' } })));
  app.get('/api/short', () => ({ is: 'short' }));
  app.get('/api/file', (_, reply) => reply.type('text/csv').send('a,b\r\n'.repeat(1000)));
});
afterAll(() => app.close());

const ask = (url: string, accepts: string) => app.inject({ url, headers: { 'accept-encoding': accepts } });

describe('answers of calls', () => {
  it('come as Brotli or gzip to whoever takes them so, and say the same', async () => {
    const brotli = await ask('/api/long', 'gzip, deflate, br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(JSON.parse(brotliDecompressSync(brotli.rawPayload).toString())).toEqual(LONG);
    expect(Number(brotli.headers['content-length'])).toBe(brotli.rawPayload.length);
    const zipped = await ask('/api/long', 'gzip');
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(JSON.parse(gunzipSync(zipped.rawPayload).toString())).toEqual(LONG);
  });

  it('come so from calls too, with their own status and headers', async () => {
    const answer = await ask('/api/called', 'br');
    expect([answer.statusCode, answer.headers['content-encoding'], answer.headers['x-said']]).toEqual([207, 'br', 'so']);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toEqual(LONG);
    expect((await ask('/api/called', 'identity')).json()).toEqual(LONG);
  });

  it('come as they are to anybody else, and where they are short or files', async () => {
    for (const [url, accepts] of [
      ['/api/long', 'identity'],
      ['/api/short', 'br'],
      ['/api/file', 'br'],
    ] as const)
      expect((await ask(url, accepts)).headers['content-encoding'], url).toBeUndefined();
    expect((await ask('/api/long', 'identity')).json()).toEqual(LONG);
  });
});
