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

const TOKEN_BYTES = 64;

/** The part of the address after `#` with which the answering page is opened. */
export function fragmentOf({ roundId, token, signature }: Ticket, device: Device | null, manifestHash: string | null): string {
  const told = device === null || manifestHash === null ? [] : [device, manifestHash];
  return `#${[roundId, token, signature, ...told].join('.')}`;
}

/** What somebody came with: a whole link, a round without one, something that was meant to be a link, or nothing. */
export function readFragment(fragment: string): Arrival | { readonly roundId: string } | 'damaged' | null {
  if (fragment.length <= 1) return null;
  const parts = fragment.slice(1).split('.');
  const [roundId = '', token = '', signature = '', device = null, manifestHash = null] = parts;
  if (!/^[\w-]{8,64}$/.test(roundId)) return 'damaged';
  if (parts.length === 1) return { roundId };
  const isTold = device === null || ((device === 'own' || device === 'shared') && /^[0-9a-f]{64}$/.test(manifestHash ?? ''));
  const isWhole =
    [3, 5].includes(parts.length) &&
    fromBase64Url(token)?.length === TOKEN_BYTES &&
    (fromBase64Url(signature)?.length ?? 0) >= 256 &&
    isTold;
  return isWhole ? { ticket: { roundId, token, signature }, device: device as Device | null, manifestHash } : 'damaged';
}
