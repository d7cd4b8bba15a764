import { createHash } from 'node:crypto';
import { buildPack, type InspectionPack } from '@plumbline/analytics/impact';
import type { Council, CouncilTransaction } from '@plumbline/database';
import { canonicalJson } from '@plumbline/domain/policy';
import { gatherMaterial, type PackMoment } from './gather-material.ts';

/** SHA-256 of a text, as lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A pack as of a day, from what was known at an instant. The same question gives the same pack. */
export async function makePack(
  tx: CouncilTransaction,
  council: Pick<Council, 'id' | 'name'>,
  moment: PackMoment,
): Promise<InspectionPack> {
  return buildPack(await gatherMaterial(tx, council, moment), sha256);
}

/** What tells that a pack is the same when it is: a hash of all that stands in it. */
export function packHash(pack: InspectionPack): string {
  return sha256(canonicalJson(pack));
}
