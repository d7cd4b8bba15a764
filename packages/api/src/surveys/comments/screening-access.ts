import type { ScreeningProposal } from '@plumbline/analytics/survey-results';
import { lockComment, type CouncilTransaction, type SurveyComment, type SurveyRound } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { requireRound, safeOf } from '../rounds/round-access.ts';

/** A step in the screening of one comment: which version the page saw. */
export const CommentStepInput = z.object({
  roundId: IdInput,
  key: IdInput,
  baseVersion: VersionInput,
  idempotencyKey: IdempotencyKey,
});
export type CommentStep = z.infer<typeof CommentStepInput>;

/** A mixed round that names the caller as one of its screeners: the permission lets somebody be named, the round says who is. */
export async function requireScreened(tx: CouncilTransaction, caller: Caller, roundId: string): Promise<SurveyRound> {
  const round = await requireRound(tx, roundId);
  if (!round.screeners.includes(caller.signedIn.person)) refuse('not-found');
  if (round.state !== 'mixed') refuse('wrong-state', { fields: { state: round.state } });
  return round;
}

/** A comment that waits or is proposed, held and as the page saw it. */
export async function requireOpenComment(
  tx: CouncilTransaction,
  { roundId, key, baseVersion }: Pick<CommentStep, 'roundId' | 'key' | 'baseVersion'>,
): Promise<SurveyComment> {
  const comment = (await lockComment(tx, roundId, key)) ?? refuse('not-found');
  if (comment.version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: comment.version });
  if (comment.state !== 'waiting' && comment.state !== 'proposed') refuse('wrong-state', { fields: { state: comment.state } });
  return comment;
}

/** Seals what is to be kept for a while: a proposal, or the words of a concern. It opens for its own comment only. */
export function seal(caller: Caller, kind: 'proposal' | 'concern', key: string, content: unknown): Uint8Array {
  return safeOf(caller).seal(Buffer.from(JSON.stringify(content), 'utf8'), `survey ${kind} ${key}`);
}

export function openSealed(caller: Caller, kind: 'proposal' | 'concern', key: string, sealed: Uint8Array): unknown {
  return JSON.parse(Buffer.from(safeOf(caller).open(sealed, `survey ${kind} ${key}`)).toString('utf8'));
}

export function proposalOf(caller: Caller, { key, proposal }: SurveyComment): ScreeningProposal | null {
  return proposal === null ? null : (openSealed(caller, 'proposal', key, proposal) as ScreeningProposal);
}
