import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PolicyPack } from './pack.ts';

/**
 * Canonical JSON: object keys sorted by code unit, no spaces (the part of RFC 8785 that data without floating-point
 * oddities needs).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, v]) => v !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonicalJson(v)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** Identity of a pack's content: SHA-256 over its canonical JSON, in lower-case hex. */
export function contentHash(pack: PolicyPack): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(pack))));
}
