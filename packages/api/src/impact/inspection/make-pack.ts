import { createHash } from 'node:crypto';
import { buildPack, type InspectionPack } from '@plumbline/analytics/impact';
import { inCouncil, type Council, type CouncilTransaction, type Database } from '@plumbline/database';
import { canonicalJson } from '@plumbline/domain/policy';
import { gatherMaterial, type PackMoment } from './gather-material.ts';

/** SHA-256 of a text, as lower-case hex. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A pack as of a day, of the council or of one home, from what was known at an instant. The same question gives the same pack. */
export async function makePack(
  tx: CouncilTransaction,
  council: Pick<Council, 'id' | 'name'>,
  moment: PackMoment,
  onProgress: (done: number) => void = () => undefined,
): Promise<InspectionPack> {
  return buildPack(await gatherMaterial(tx, council, moment, onProgress), sha256);
}

/** What tells that a pack is the same when it is: a hash of all that stands in it. */
export function packHash(pack: InspectionPack): string {
  return sha256(canonicalJson(pack));
}

/** What a worker is asked: plain data. */
export interface PackAsked {
  readonly council: Pick<Council, 'id' | 'name'>;
  readonly moment: PackMoment;
}

/** Works a pack out where nobody else waits for it, and says how far it is, from 0 to 1. */
export type PackMaker = (asked: PackAsked, onProgress: (done: number) => void) => Promise<InspectionPack>;

/** Makes a pack in a transaction of its own: for a thread of its own, or where there is none. */
export async function makePackApart(
  database: Database,
  { council, moment }: PackAsked,
  onProgress?: (done: number) => void,
): Promise<InspectionPack> {
  return await inCouncil(database, council.id, (tx) => makePack(tx, council, moment, onProgress));
}
