import {
  listCells,
  openInvitationsOf,
  stopReminders,
  findRound,
  type CouncilTransaction,
  type SurveyInvitation,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { MyRound } from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf, minutesOf, RoundInput } from './round-access.ts';
import type { z } from 'zod';

/** The open rounds to which the caller is invited, from their first day to their last. */
export async function myRounds(caller: Caller): Promise<{ readonly rounds: MyRound[] }> {
  const me = caller.signedIn.person;
  return await caller.read(async (tx) => {
    const invitations = await openInvitationsOf(tx, me);
    if (invitations.length === 0) return { rounds: [] };
    const hasAddress = (await caller.services.mail?.addressesOf(tx, [me]))?.has(me) ?? false;
    const rounds = await Promise.all(invitations.map((invitation) => myRound(tx, caller, invitation, hasAddress)));
    return { rounds: rounds.filter((round) => round !== null) };
  });
}

async function myRound(
  tx: CouncilTransaction,
  caller: Caller,
  invitation: SurveyInvitation,
  hasAddress: boolean,
): Promise<MyRound | null> {
  const [round, cells] = await Promise.all([findRound(tx, invitation.roundId), listCells(tx, invitation.roundId)]);
  const cell = cells.find(({ id }) => id === invitation.cell);
  const today = formatDay(caller.today);
  if (round === null || cell === undefined || today < round.opensOn || today > round.closesOn) return null;
  const { id, label, headCount, publicKey, fingerprint } = cell;
  return {
    id: round.id,
    title: round.title,
    opensOn: round.opensOn,
    closesOn: round.closesOn,
    minutes: minutesOf(round.instrument),
    state: round.state,
    cell: { id, label, headCount, publicKey, fingerprint },
    manifestHash: round.manifestHash ?? '',
    isIssued: invitation.issuedOn !== null,
    isOnPaper: invitation.how === 'paper',
    remindersStopped: invitation.remindersStopped,
    hasAddress,
    boxUrl: boxOf(caller).url(),
  };
}

export const myRoundsProcedure = procedure.meta({ permission: 'surveys:answer' }).query(({ ctx }) => myRounds(ctx.caller));

/** No more reminders for the caller. It means nothing about whether they answered, and is not written down with a time. */
export async function stopMyReminders(
  caller: Caller,
  { roundId }: z.infer<typeof RoundInput>,
): Promise<{ readonly remindersStopped: true }> {
  const isInvited = await caller.read((tx) => stopReminders(tx, roundId, caller.signedIn.person));
  return isInvited ? { remindersStopped: true } : refuse('not-found');
}

export const stopMyRemindersProcedure = procedure
  .meta({ permission: 'surveys:answer' })
  .input(RoundInput)
  .mutation(({ ctx, input }) => stopMyReminders(ctx.caller, input));
