import {
  addMails,
  changeRound,
  dropList,
  listCells,
  listInvitations,
  markReminded,
  writeAudit,
  type CouncilTransaction,
  type NewMail,
  type SurveyRound,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { RoundDetail } from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf, minutesOf, requireStep, RoundStepInput, type RoundStep } from './round-access.ts';
import { getRound } from './round-detail.ts';

/**
 * Opens a frozen round from its first day on: the box takes answers, one-time links are made, and invitations go into the outbox.
 * Refused where the database is set to keep times or copies, because what staff are promised would not be so.
 */
export async function openRound(caller: Caller, { idempotencyKey, ...asked }: RoundStep): Promise<RoundDetail> {
  const box = boxOf(caller);
  const obstacles = await box.obstacles();
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.open', idempotencyKey, asked }, async () => {
      const { round, next } = await requireStep(tx, asked, 'open');
      requireDay(caller, round);
      if (obstacles.length > 0) refuse('not-valid', { fields: { obstacles: obstacles.join(', ') } });
      await changeRound(tx, round, { state: next, openedOn: formatDay(caller.today) });
      const invited = await listInvitations(tx, round.id);
      await addMails(tx, await mailsFor(tx, round, 'survey-invitation', invited));
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.round.open', counts: { invited: invited.length } });
      // Last, and while the round is still held: nobody can freeze it anew meanwhile, and a refusal takes back all of the above.
      // Should the register fail after it, then the box knows a round that nobody can sign for yet, which harms nobody.
      if (!(await box.open(boxRoundOf(round)))) refuse('wrong-state', { fields: { box: 'Answers lie there already.' } });
      return {};
    }),
  );
  return await getRound(caller, asked);
}

function boxRoundOf({ id, manifest, manifestHash, instrument }: SurveyRound) {
  if (manifest === null || manifestHash === null) throw new Error('A frozen round has no manifest.');
  return { id, manifest, manifestHash, instrument };
}

function requireDay(caller: Caller, { opensOn, closesOn }: SurveyRound): void {
  const today = formatDay(caller.today);
  if (today < opensOn) refuse('not-valid', { fields: { opensOn: 'It opens on a later day.' } });
  if (today > closesOn) refuse('not-valid', { fields: { closesOn: 'Its last day is past.' } });
}

/** Mails about a round: to whom, and what the sentences need. No address and no link that would say whose it is. */
async function mailsFor(
  tx: CouncilTransaction,
  round: SurveyRound,
  template: 'survey-invitation' | 'survey-reminder',
  people: readonly { readonly person: string; readonly cell: string }[],
): Promise<NewMail[]> {
  const cells = new Map((await listCells(tx, round.id)).map((cell) => [cell.id, cell]));
  const shared = {
    title: round.title,
    closesOn: round.closesOn,
    minutes: minutesOf(round.instrument),
    manifestHash: round.manifestHash ?? '',
  };
  return people.map(({ person, cell }) => ({
    person,
    template,
    values: { ...shared, group: cells.get(cell)?.label ?? '', fingerprint: cells.get(cell)?.fingerprint ?? '' },
  }));
}

/** Reminds everybody but those who have pressed stop, at most once a day: the register cannot know who has answered. */
export async function remindRound(caller: Caller, { idempotencyKey, ...asked }: RoundStep): Promise<RoundDetail> {
  const today = formatDay(caller.today);
  await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.remind', idempotencyKey, asked }, async () => {
      // Closing is what an open round may come to: the state asked for is the same.
      const { round } = await requireStep(tx, asked, 'close');
      if (round.remindedOn === today) refuse('already-recorded');
      if (today > round.closesOn) refuse('wrong-state', { fields: { closesOn: 'Its last day is past.' } });
      const reminded = new Set(await markReminded(tx, round.id, today));
      const people = (await listInvitations(tx, round.id)).filter(({ person }) => reminded.has(person));
      await addMails(tx, await mailsFor(tx, round, 'survey-reminder', people));
      await changeRound(tx, round, { remindedOn: today });
      await writeAudit(tx, {
        actor: caller.signedIn.person,
        action: 'surveys.round.remind',
        counts: { reminded: reminded.size },
      });
      return {};
    }),
  );
  return await getRound(caller, asked);
}

/** Puts a round aside that was never opened. */
export async function discardRound(
  caller: Caller,
  { idempotencyKey, ...asked }: RoundStep,
): Promise<{ readonly discarded: true }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.round.discard', idempotencyKey, asked }, async () => {
      const { round, next } = await requireStep(tx, asked, 'discard');
      await dropList(tx, round.id);
      await changeRound(tx, round, { state: next, manifest: null, manifestHash: null, merged: [] });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.round.discard' });
      return { discarded: true } as const;
    }),
  );
}

export const openRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => openRound(ctx.caller, input));

export const remindRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => remindRound(ctx.caller, input));

export const discardRoundProcedure = procedure
  .meta({ permission: 'surveys:run' })
  .input(RoundStepInput)
  .mutation(({ ctx, input }) => discardRound(ctx.caller, input));
