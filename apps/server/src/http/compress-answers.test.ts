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
