import { expect, it } from 'vitest';
import { makeKeySafe } from './key-safe.ts';

const safe = makeKeySafe('q8Zt3vL0yNfR7sKd1WbX5mHg9PcJ2uEa');
const plain = Buffer.from('a private key');

it('opens what it sealed, for the same context only', () => {
  const sealed = Buffer.from(safe.seal(plain, 'round 1'));
  expect(Buffer.from(safe.open(sealed, 'round 1'))).toEqual(plain);
  expect(sealed.includes(plain)).toBe(false);
  expect(() => safe.open(sealed, 'round 2')).toThrow(/authenticate|auth/i);
});

it('refuses what was changed, and what another secret sealed', () => {
  const sealed = Buffer.from(safe.seal(plain, 'round 1'));
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(sealed.readUInt8(at) ^ 1, at);
    expect(() => safe.open(changed, 'round 1'), String(at)).toThrow(/authenticate|auth/i);
  }
  expect(() => makeKeySafe('another secret that nobody knows, really').open(sealed, 'round 1')).toThrow(/authenticate|auth/i);
});

it('never seals the same way twice', () => {
  expect(safe.seal(plain, 'round 1')).not.toEqual(safe.seal(plain, 'round 1'));
});
