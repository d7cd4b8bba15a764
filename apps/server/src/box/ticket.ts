import { constants, createHash, createHmac, createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { Manifest } from '@plumbline/domain/surveys';
import { z } from 'zod';

/** 64 bytes and 256 bytes in base64url. */
export const TicketBody = z.strictObject({ token: z.string().regex(/^[\w-]{86}$/), signature: z.string().regex(/^[\w-]{342}$/) });

/** RSABSSA-SHA384-PSS-Randomized (RFC 9474): an RSA-PSS signature with SHA-384 and a salt of 48 bytes over the prepared message. */
const SALT_BYTES = 48;

/** Keys that were read out of manifests; there are as many as groups in the rounds of late. */
const keys = new Map<string, KeyObject>();
const MOST_KEYS = 2000;

function keyOf(spki: string): KeyObject {
  const known = keys.get(spki);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(spki, key);
  return key;
}

/** The group whose key made the signature, or null where none of this round did. Nothing that the browser says is believed. */
export function cellThatSigned(manifest: Manifest, token: Buffer, signature: Buffer): Manifest['cells'][number] | null {
  return (
    manifest.cells.find(({ publicKey }) => {
      const key = { key: keyOf(publicKey), padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT_BYTES };
      return verify('sha384', token, key, signature);
    }) ?? null
  );
}

/** The receipt: SHA-256 of the token, in hexadecimal. */
export function receiptOf(token: Buffer): string {
  return createHash('sha256').update(token).digest('hex');
}

/**
 * Under which key the words to one question lie. Whoever holds the token can work it out and so replace them or take them back;
 * from what the box keeps, which is only the token's hash, nobody can, and two keys of one token look unrelated.
 */
export function wordsKey(token: Buffer, roundId: string, answerKey: string): string {
  return createHmac('sha256', token).update(`plumbline words ${roundId} ${answerKey}`).digest('base64url');
}
