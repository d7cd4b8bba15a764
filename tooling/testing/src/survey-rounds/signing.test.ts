import { createPublicKey, randomBytes, verify, constants } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { makeCellKeys, openCellKey, signBlinded } from '@plumbline/api';
import { makeKeySafe } from '@plumbline/server/testing';
import { beforeAll, expect, it } from 'vitest';

const suite = RSABSSA.SHA384.PSS.Randomized();
const safe = makeKeySafe('a secret of tests that stands in no database');
let keys: Awaited<ReturnType<typeof makeCellKeys>>;
beforeAll(async () => {
  keys = await makeCellKeys(safe, 'round');
});

const opened = () => openCellKey(safe, 'round', keys.fingerprint, keys.privateKey);
const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };

async function blinded() {
  const key = await crypto.subtle.importKey('spki', Buffer.from(keys.publicKey, 'base64'), algorithm, true, ['verify']);
  const token = suite.prepare(randomBytes(32));
  return { key, token, ...(await suite.blind(key, token)) };
}

it('signs to the byte as the library does, and plain Node takes what comes of it', async () => {
  const pkcs8 = opened().export({ type: 'pkcs8', format: 'der' });
  const theirs = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, true, ['sign']);
  for (let times = 0; times < 5; times += 1) {
    const { key, token, blindedMsg, inv } = await blinded();
    const ours = signBlinded(opened(), blindedMsg) ?? new Uint8Array();
    expect(Buffer.from(ours)).toEqual(Buffer.from(await suite.blindSign(theirs, blindedMsg)));
    const signature = await suite.finalize(key, token, ours, inv);
    const plain = createPublicKey({ key: Buffer.from(keys.publicKey, 'base64'), format: 'der', type: 'spki' });
    const asBox = { key: plain, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 };
    expect(verify('sha384', token, asBox, signature)).toBe(true);
    expect(verify('sha384', token, { ...asBox, saltLength: 32 }, signature)).toBe(false);
    expect(verify('sha384', Buffer.from(token).fill(0, 0, 1), asBox, signature)).toBe(false);
  }
});

it('has keys of 2048 bits with the usual exponent, and a fingerprint of what is published', async () => {
  const { asymmetricKeyDetails, asymmetricKeyType } = createPublicKey(opened());
  expect([asymmetricKeyType, asymmetricKeyDetails]).toEqual(['rsa', { modulusLength: 2048, publicExponent: 65_537n }]);
  const digest = await crypto.subtle.digest('SHA-256', Buffer.from(keys.publicKey, 'base64'));
  expect(Buffer.from(digest).toString('hex')).toBe(keys.fingerprint);
});

it('signs nothing of another length and nothing beyond the modulus', () => {
  expect(signBlinded(opened(), randomBytes(255))).toBeNull();
  expect(signBlinded(opened(), randomBytes(257))).toBeNull();
  expect(signBlinded(opened(), Buffer.alloc(256, 0xff))).toBeNull();
});

it('opens a key for its own round and group only', () => {
  expect(() => openCellKey(safe, 'another round', keys.fingerprint, keys.privateKey)).toThrow(/auth/i);
  expect(() => openCellKey(safe, 'round', '00'.repeat(32), keys.privateKey)).toThrow(/auth/i);
});

it('never blinds the same token to the same value', async () => {
  const { key, token } = await blinded();
  const values = await Promise.all(Array.from({ length: 4 }, () => suite.blind(key, token)));
  expect(new Set(values.map(({ blindedMsg }) => Buffer.from(blindedMsg).toString('hex'))).size).toBe(4);
});
