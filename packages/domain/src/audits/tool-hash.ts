import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../policy/hash.ts';
import type { AuditTool } from './tool.ts';

/** Identity of what a tool asks: SHA-256 over its canonical JSON, in lower-case hex. */
export function toolHash(tool: AuditTool): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalJson(tool))));
}
