import { toHex } from '../model/base64url.ts';

/** No I, L, O or U: nothing that is misread from handwriting. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
const ROUNDS = 600_000;
const SALT = 'plumbline carry-over 1';

/** A code of 80 random bits to be written down or printed: sixteen signs in groups of four. */
export function newCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(LENGTH));
  return inFours(Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join(''));
}

function inFours(signs: string): string {
  return (signs.match(/.{4}/g) ?? []).join('-');
}

/** A code as it was typed, in its one spelling; null where it cannot be one. */
export function readCode(typed: string): string | null {
  const signs = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  if (signs.length !== LENGTH || [...signs].some((sign) => !SIGNS.includes(sign))) return null;
  return inFours(signs);
}

export interface Place {
  /** Where the ciphertext lies: 64 hexadecimal digits. */
  readonly address: string;
  /** Opens it. It never leaves the browser, and no script can read it out. */
  readonly key: CryptoKey;
}

/** Both come from the code alone: the box, which has only the address, can work out neither code nor key. */
export async function placeOf(code: string): Promise<Place> {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', encoder.encode(code), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt: encoder.encode(SALT), iterations: ROUNDS },
    secret,
    256,
  );
  const root = await crypto.subtle.importKey('raw', stretched, 'HKDF', false, ['deriveBits', 'deriveKey']);
  const part = (info: string): HkdfParams => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: encoder.encode(info),
  });
  const address = new Uint8Array(await crypto.subtle.deriveBits(part('address'), root, 256));
  const key = await crypto.subtle.deriveKey(part('key'), root, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return { address: toHex(address), key };
}
