import { canonicalJson } from '@plumbline/domain/policy';
import type { BoxRound, Manifest } from '@plumbline/domain/surveys';
import { fromBase64Url, sha256Hex } from '../model/base64url.ts';
import type { Ticket } from '../model/ticket.ts';

export type ManifestCell = Manifest['cells'][number];

/** What is wrong with what the box hands out. Where anything is, nobody should answer. */
export type Distrust = 'other-manifest' | 'other-instrument' | 'other-key';

const hashOf = (value: unknown): Promise<string> => sha256Hex(new TextEncoder().encode(canonicalJson(value)));

/**
 * Works out the fingerprint of the manifest anew rather than believing the box, and that questions and keys are those which the
 * manifest names. `promised` is the fingerprint that the main address gave along or an earlier visit found, where there is one.
 */
export async function checkRound(round: BoxRound, roundId: string, promised: string | null): Promise<Distrust | null> {
  const hash = await hashOf(round.manifest);
  if (round.manifest.roundId !== roundId || hash !== round.manifestHash || (promised !== null && promised !== hash))
    return 'other-manifest';
  if ((await hashOf(round.instrument)) !== round.manifest.instrumentHash) return 'other-instrument';
  for (const cell of round.manifest.cells) {
    const key = fromBase64Url(cell.publicKey);
    if (key === null || (await sha256Hex(key)) !== cell.fingerprint) return 'other-key';
  }
  return null;
}

/** The group whose key made the signature, or null: nothing but the key says it. Each group's key is tried in turn. */
export async function cellOf(manifest: Manifest, ticket: Ticket): Promise<ManifestCell | null> {
  const [token, signature] = [fromBase64Url(ticket.token), fromBase64Url(ticket.signature)];
  if (token === null || signature === null) return null;
  for (const cell of manifest.cells) {
    const bytes = fromBase64Url(cell.publicKey);
    if (bytes === null) continue;
    const key = await crypto.subtle.importKey('spki', bytes, { name: 'RSA-PSS', hash: 'SHA-384' }, false, ['verify']);
    if (await crypto.subtle.verify({ name: 'RSA-PSS', saltLength: 48 }, key, signature, token)) return cell;
  }
  return null;
}

/** SHA-256 of the token's 64 bytes in hexadecimal: what will stand in the published list. */
export async function receiptOf(token: string): Promise<string> {
  return await sha256Hex(fromBase64Url(token) ?? new Uint8Array());
}
