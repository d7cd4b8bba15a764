import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { KeySafe } from './ports.ts';

/** Length of the keys, and so of every blinded value and signature: 2048 bits. */
const BITS = 2048;
export const SIGNATURE_BYTES = BITS / 8;

const makePair = promisify(generateKeyPair);

/** A new pair of keys for one group of one round. */
export interface CellKeys {
  /** SubjectPublicKeyInfo in base64, and its SHA-256 in hexadecimal. */
  readonly publicKey: string;
  readonly fingerprint: string;
  /** Sealed. */
  readonly privateKey: Uint8Array;
}

/** Makes a pair of keys; the private one is sealed before it leaves this function. */
export async function makeCellKeys(safe: KeySafe, roundId: string): Promise<CellKeys> {
  const { publicKey, privateKey } = await makePair('rsa', { modulusLength: BITS, publicExponent: 0x10001 });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(spki).digest('hex');
  const plain = privateKey.export({ type: 'pkcs8', format: 'der' });
  const sealed = safe.seal(plain, contextOf(roundId, fingerprint));
  plain.fill(0);
  return { publicKey: spki.toString('base64'), fingerprint, privateKey: sealed };
}

/** Opens the private key of a group. */
export function openCellKey(safe: KeySafe, roundId: string, fingerprint: string, sealed: Uint8Array): KeyObject {
  const plain = Buffer.from(safe.open(sealed, contextOf(roundId, fingerprint)));
  const key = createPrivateKey({ key: plain, format: 'der', type: 'pkcs8' });
  plain.fill(0);
  return key;
}

/** A sealed key opens for its own round and group only. */
function contextOf(roundId: string, fingerprint: string): string {
  return `survey cell ${roundId} ${fingerprint}`;
}

/**
 * Signs a blinded value without being able to see what it hides (RFC 9474, BlindSign: plain RSA of a value below the modulus, and
 * the result checked with the public key before it leaves). Null where the value is none that the key can sign.
 */
export function signBlinded(key: KeyObject, blinded: Uint8Array): Uint8Array | null {
  if (blinded.length !== SIGNATURE_BYTES) return null;
  try {
    const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, blinded);
    const again = publicEncrypt({ key: createPublicKey(key), padding: constants.RSA_NO_PADDING }, signature);
    return again.equals(blinded) ? signature : null;
  } catch {
    // Not below the modulus: OpenSSL refuses it, and says nothing more that a caller could use.
    return null;
  }
}
