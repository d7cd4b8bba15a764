import { fromBase64Url } from './base64url.ts';

/** The right to answer one round once. It says nothing about whose it is. */
export interface Ticket {
  readonly roundId: string;
  /** 64 bytes in base64url: 32 that the browser made and 32 that the scheme puts before them. */
  readonly token: string;
  /** Signature of the token by the key of a group, in base64url. */
  readonly signature: string;
}

export type Device = 'own' | 'shared';

export interface Arrival {
  readonly ticket: Ticket;
  /** What the person said where they took the link; null where the link was carried here by hand. */
  readonly device: Device | null;
  /** Fingerprint of the manifest as the main address knows it; null where the link was carried here by hand. */
  readonly manifestHash: string | null;
}

/** Somebody begins to take their link: this page makes the number that only this browser knows. */
export interface Beginning {
  readonly step: 'begin';
  readonly roundId: string;
  readonly device: Device;
  readonly manifestHash: string;
  /** The person's group, whose key is to sign. */
  readonly cell: string;
}

/** The blinded number comes back signed. */
export interface Signed {
  readonly step: 'signed';
  readonly roundId: string;
  readonly signature: string;
}

const TOKEN_BYTES = 64;
const SIGNATURE_BYTES = 256;
const ROUND = /^[\w-]{8,64}$/;

/*
 * Addresses stay in a browser's history, whatever a page does about it. So what goes through them is worth nothing to whoever
 * finds it there: a round, a group, a blinded number and its signature. The number itself stays in the page that made it.
 */

/** The part of the answering page's address after `#` with which a link is begun. */
export function beginningOf({ roundId, device, manifestHash, cell }: Omit<Beginning, 'step'>): string {
  return `#${[roundId, 'begin', device, manifestHash, cell].join('.')}`;
}

/** The part of the answering page's address after `#` with which a signature comes back. */
export function signedOf({ roundId, signature }: Omit<Signed, 'step'>): string {
  return `#${[roundId, 'signed', signature].join('.')}`;
}

/** The part of the link page's address after `#`: which round, and what is to be signed where that is known. */
export function askingOf(roundId: string, blinded: string): string {
  return `#${roundId}.${blinded}`;
}

export function readAsking(fragment: string): { readonly roundId: string; readonly blinded: string | null } {
  const [roundId = '', blinded = null] = fragment.slice(1).split('.');
  return { roundId, blinded: blinded !== null && sizeOf(blinded) === SIGNATURE_BYTES ? blinded : null };
}

/** What somebody came with: a step of taking a link, a whole link carried by hand, a round, something damaged, or nothing. */
export function readFragment(fragment: string): Beginning | Signed | Arrival | { readonly roundId: string } | 'damaged' | null {
  if (fragment.length <= 1) return null;
  const parts = fragment.slice(1).split('.');
  const [roundId = '', second = '', third = '', manifestHash = '', cell = ''] = parts;
  if (!ROUND.test(roundId)) return 'damaged';
  if (parts.length === 1) return { roundId };
  if (parts.length === 5 && second === 'begin') {
    const isWhole = (third === 'own' || third === 'shared') && /^[0-9a-f]{64}$/.test(manifestHash) && /^\w{1,16}$/.test(cell);
    return isWhole ? { step: 'begin', roundId, device: third as Device, manifestHash, cell } : 'damaged';
  }
  if (parts.length !== 3) return 'damaged';
  if (second === 'signed') return sizeOf(third) === SIGNATURE_BYTES ? { step: 'signed', roundId, signature: third } : 'damaged';
  const isWhole = sizeOf(second) === TOKEN_BYTES && sizeOf(third) >= SIGNATURE_BYTES;
  return isWhole ? { ticket: { roundId, token: second, signature: third }, device: null, manifestHash: null } : 'damaged';
}

function sizeOf(text: string): number {
  return fromBase64Url(text)?.length ?? 0;
}
