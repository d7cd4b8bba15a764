import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { unpackWoff } from './unpack-woff.ts';

const WOFF = readFileSync(
  createRequire(import.meta.url).resolve(
    '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-400-normal.woff',
  ),
);

/** The sum of a table's words, as fonts state it of each of their tables. */
function checksumOf(bytes: Buffer): number {
  const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

it('gives back every table whole, by the checksum that the font states of it', () => {
  const plain = unpackWoff(WOFF);
  const count = plain.readUInt16BE(4);
  expect(count).toBeGreaterThan(8);
  const tables = Array.from({ length: count }, (_, i) => 12 + i * 16).map((entry) => ({
    tag: plain.toString('latin1', entry, entry + 4),
    stated: plain.readUInt32BE(entry + 4),
    bytes: plain.subarray(plain.readUInt32BE(entry + 8), plain.readUInt32BE(entry + 8) + plain.readUInt32BE(entry + 12)),
  }));
  expect(tables.map(({ tag }) => tag)).toEqual(expect.arrayContaining(['cmap', 'glyf', 'head', 'loca']));
  // The head table holds the sum of the whole file, and is summed without it.
  const summed = tables.filter(({ tag }) => tag !== 'head');
  expect(summed.map(({ tag, bytes }) => [tag, checksumOf(bytes)])).toEqual(summed.map(({ tag, stated }) => [tag, stated]));
});

it('has the length that the packed font states', () => {
  expect(unpackWoff(WOFF).length).toBe(WOFF.readUInt32BE(16));
});

it('stops at anything else', () => {
  expect(() => unpackWoff(Buffer.from('wOF2 and more'))).toThrow('no WOFF');
});
