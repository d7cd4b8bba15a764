import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { fromBase64Url, sha256Hex, toBase64Url } from './base64url.ts';
import type { Ticket } from './ticket.ts';

const KEY_KIND = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
const RANDOM_BYTES = 32;

/** The group's key is not the one whose fingerprint was published: nobody should take a link with it. */
export class OtherKeyError extends Error {
  override readonly name = 'OtherKeyError';
}

interface Group {
  /** SubjectPublicKeyInfo in base64. */
  readonly publicKey: string;
  /** Its SHA-256 in hexadecimal, as it was published. */
  readonly fingerprint: string;
}

async function importKey(group: Group): Promise<CryptoKey> {
  const bytes = fromBase64Url(group.publicKey);
  if (bytes === null || (await sha256Hex(bytes)) !== group.fingerprint.toLowerCase())
    throw new OtherKeyError('The key does not have the published fingerprint');
  return await crypto.subtle.importKey('spki', bytes, KEY_KIND, true, ['verify']);
}

/** What turns the signature of a blinded value into a ticket. It never leaves the browser in which it was made. */
export interface BlindingSecret {
  readonly token: string;
  readonly inverse: string;
}

export interface Blinded {
  /** What whoever signs sees, and all that they see. */
  readonly blinded: string;
  readonly secret: BlindingSecret;
}

/** Makes 32 random bytes and blinds them for a group's key (RFC 9474, RSABSSA-SHA384-PSS-Randomized). */
export async function blindNew(group: Group): Promise<Blinded> {
  const key = await importKey(group);
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const token = suite.prepare(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  const { blindedMsg, inv } = await suite.blind(key, token);
  return { blinded: toBase64Url(blindedMsg), secret: { token: toBase64Url(token), inverse: toBase64Url(inv) } };
}

/** The token with its signature. Throws where the group's key does not verify it. */
export async function unblind(
  group: Group,
  { token, inverse }: BlindingSecret,
  signature: string,
): Promise<Pick<Ticket, 'token' | 'signature'>> {
  const [made = null, inv = null, signed = null] = [token, inverse, signature].map(fromBase64Url);
  if (made === null || inv === null || signed === null) throw new Error('The signature is no base64url');
  const suite = RSABSSA.SHA384.PSS.Randomized();
  return { token, signature: toBase64Url(await suite.finalize(await importKey(group), made, signed, inv)) };
}
