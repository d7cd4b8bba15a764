import { receivedToPublish, type PublishedReceived, type Release } from '@plumbline/analytics/disclosure';
import { USUAL_CHOICE, type PlanChoice } from '@plumbline/analytics/survey-results';
import {
  findPlan,
  listCells,
  listReleases,
  type CouncilTransaction,
  type SurveyCell,
  type StoredRelease,
} from '@plumbline/database';
import type { Cell } from '@plumbline/domain/surveys';

/** A release as it was made, out of its row. */
export function releaseOf({ content, proof, contentHash }: StoredRelease): Release {
  return { ...(content as Omit<Release, 'proof' | 'contentHash'>), proof: proof as Release['proof'], contentHash };
}

/** The row of a release, without who published it and when. */
export function rowOf({ proof, contentHash, ...content }: Release): Omit<StoredRelease, 'publishedBy' | 'publishedAt'> {
  const { roundId, sequence, previousHash } = content;
  return { roundId, sequence, previousHash, content, proof, contentHash };
}

export async function storedReleases(tx: CouncilTransaction, roundId: string): Promise<Release[]> {
  return (await listReleases(tx, roundId)).map(releaseOf);
}

/** The choice that holds for a round and its version; version 0 where nobody has made one. */
export async function choiceFor(tx: CouncilTransaction, roundId: string): Promise<{ choice: PlanChoice; version: number }> {
  const stored = await findPlan(tx, roundId);
  return stored === null
    ? { choice: USUAL_CHOICE, version: 0 }
    : { choice: stored.choice as PlanChoice, version: stored.version };
}

/** The cells of a round as disclosure sees them: without keys and without how many answered. */
export async function plainCells(tx: CouncilTransaction, roundId: string): Promise<Cell[]> {
  return (await listCells(tx, roundId)).map(({ id, label, services, roleFamilies, headCount }) => ({
    id,
    label,
    services,
    roleFamilies,
    headCount,
  }));
}

/** How many answers came from the groups of which that is told beside the receipts; a release counts it as published. */
export function publishedReceived(cells: readonly SurveyCell[]): PublishedReceived {
  return receivedToPublish(cells, Object.fromEntries(cells.map(({ id, received }) => [id, received ?? 0])));
}
