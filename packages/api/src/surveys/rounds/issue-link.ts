import { createHash } from 'node:crypto';
import {
  findRound,
  listCells,
  lockInvitation,
  markIssued,
  type CouncilTransaction,
  type SurveyCell,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { openCellKey, signBlinded } from './cell-keys.ts';
import { safeOf } from './round-access.ts';

/** A blinded value of 256 bytes in base64url. */
export const BlindedInput = z.string().regex(/^[\w-]{342}$/);

const IssueLinkInput = z.object({ roundId: IdInput, blinded: BlindedInput });

/**
 * Signs the caller's blinded value, once for each person and round. What is written down is that it was signed, and on which day;
 * no entry in the record history and no kept answer, which would both have a time. The blinded value takes the place of the
 * idempotency key: the same one again gets the same signature, so that an answer lost on the way costs nobody their voice, and
 * another one is refused.
 */
export async function issueLink(
  caller: Caller,
  { roundId, blinded }: z.infer<typeof IssueLinkInput>,
): Promise<{ readonly signature: string }> {
  return await caller.read(async (tx) => {
    const { round, cells } = await requireOpenRound(tx, caller, roundId);
    return { signature: await issueTo(tx, caller, { round, cells, person: caller.signedIn.person, how: 'self', blinded }) };
  });
}

/** A round that is open today, held so that nobody closes it meanwhile, with its groups. */
export async function requireOpenRound(
  tx: CouncilTransaction,
  caller: Caller,
  roundId: string,
): Promise<{ readonly round: SurveyRound; readonly cells: readonly SurveyCell[] }> {
  const round = (await findRound(tx, roundId, 'against-change')) ?? refuse('not-found');
  const today = formatDay(caller.today);
  if (round.state !== 'open' || today < round.opensOn || today > round.closesOn)
    refuse('wrong-state', { fields: { state: round.state } });
  return { round, cells: await listCells(tx, roundId) };
}

export interface IssueTo {
  readonly round: SurveyRound;
  readonly cells: readonly SurveyCell[];
  readonly person: string;
  readonly how: 'self' | 'paper';
  readonly blinded: string;
}

/** Signs for one person under a lock on their invitation, or refuses: not invited, or issued before for another value. */
export async function issueTo(tx: CouncilTransaction, caller: Caller, asked: IssueTo): Promise<string> {
  const { round, cells, person, how } = asked;
  const invitation = (await lockInvitation(tx, round.id, person)) ?? refuse('not-found');
  const blinded = Buffer.from(asked.blinded, 'base64url');
  const blindedHash = createHash('sha256').update(blinded).digest('hex');
  if (invitation.issuedOn !== null && invitation.blindedHash !== blindedHash) refuse('already-recorded');
  const cell = cells.find(({ id }) => id === invitation.cell);
  if (cell === undefined || cell.privateKey === null) throw new Error('An open round has a group without its key.');
  const key = openCellKey(safeOf(caller), round.id, cell.fingerprint, cell.privateKey);
  const signature = signBlinded(key, blinded) ?? refuse('not-valid', { fields: { blinded: 'This is no blinded value.' } });
  if (invitation.issuedOn === null)
    await markIssued(tx, { roundId: round.id, person, on: formatDay(caller.today), how, blindedHash });
  return Buffer.from(signature).toString('base64url');
}

export const issueLinkProcedure = procedure
  .meta({ permission: 'surveys:answer' })
  .input(IssueLinkInput)
  .mutation(({ ctx, input }) => issueLink(ctx.caller, input));
