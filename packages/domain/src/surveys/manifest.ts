import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../policy/hash.ts';
import type { Instrument } from './instrument.ts';
import type { Manifest } from './round.ts';

/** SHA-256 over the canonical JSON of an instrument, in lower-case hexadecimal. */
export function instrumentHash(instrument: Instrument): string {
  return hashOf(instrument);
}

/** SHA-256 over the canonical JSON of a manifest: the short number by which two people can see that they were shown the same one. */
export function manifestHash(manifest: Manifest): string {
  return hashOf(manifest);
}

function hashOf(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
}
