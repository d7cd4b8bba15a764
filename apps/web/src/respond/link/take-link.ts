import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { fromBase64Url, sha256Hex, toBase64Url } from '../model/base64url.ts';
import type { Ticket } from '../model/ticket.ts';

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

/** Blinded values and what is needed to turn their signatures into tickets; these never leave the browser. */
export interface Blinded {
  readonly blinded: string;
  finish(signature: string): Promise<Pick<Ticket, 'token' | 'signature'>>;
}

/**
 * Makes 32 random bytes and blinds them for a group's key (RFC 9474, RSABSSA-SHA384-PSS-Randomized). Whoever signs sees the
 * blinded value only. `finish` refuses a signature that the key does not verify.
 */
export async function blindNew(group: Group): Promise<Blinded> {
  const key = await importKey(group);
  const suite = RSABSSA.SHA384.PSS.Randomized();
  const token = suite.prepare(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  const { blindedMsg, inv } = await suite.blind(key, token);
  return {
    blinded: toBase64Url(blindedMsg),
    async finish(signature) {
      const signed = fromBase64Url(signature);
      if (signed === null) throw new Error('The signature is no base64url');
      return { token: toBase64Url(token), signature: toBase64Url(await suite.finalize(key, token, signed, inv)) };
    },
  };
}

/**
 * Takes the link of one round. The register signs one value a person: whoever tries again brings the same one, or an answer that
 * was lost on the way would cost them their link.
 */
export async function takeLink(
  roundId: string,
  { blinded, finish }: Blinded,
  askToSign: (roundId: string, blinded: string) => Promise<string>,
): Promise<Ticket> {
  return { roundId, ...(await finish(await askToSign(roundId, blinded))) };
}
