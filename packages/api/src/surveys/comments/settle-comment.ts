import { changeComment, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { areMarksSound, redacted } from '@plumbline/domain/surveys';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf } from '../rounds/round-access.ts';
import { CommentStepInput, proposalOf, requireOpenComment, requireScreened, type CommentStep } from './screening-access.ts';

/**
 * The second person approves what the first proposed. Whoever proposed it is refused. What was written is then destroyed: kept are
 * the text with its brackets or the paraphrase, the theme, and who did which step on which day.
 */
export async function approveRelease(
  caller: Caller,
  { idempotencyKey, ...asked }: CommentStep,
): Promise<{ readonly settled: true }> {
  const box = boxOf(caller);
  const written = await box.comment(asked.roundId, asked.key);
  const done = await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.comments.approve', idempotencyKey, asked }, async () => {
      const { person } = caller.signedIn;
      await requireScreened(tx, caller, asked.roundId);
      const comment = await requireOpenComment(tx, asked);
      const proposal = proposalOf(caller, comment) ?? refuse('wrong-state', { fields: { state: comment.state } });
      if (comment.screenedBy === person) refuse('no-permission');
      if (written === null) refuse('not-found');
      if (!areMarksSound(written.text, proposal.marks)) refuse('wrong-state');
      const isShown = proposal.outcome === 'release';
      await changeComment(tx, asked.roundId, comment, {
        state: isShown ? 'released' : 'withheld',
        proposal: null,
        themeId: isShown ? proposal.themeId : null,
        text: isShown ? (proposal.paraphrase ?? redacted(written.text, proposal.marks)) : null,
        isParaphrase: isShown && proposal.paraphrase !== null,
        settledBy: person,
        settledOn: formatDay(caller.today),
      });
      await writeAudit(tx, { actor: person, action: isShown ? 'surveys.comments.release' : 'surveys.comments.withhold' });
      return { settled: true } as const;
    }),
  );
  // After the change stands: broken off here, the next look at the list does it.
  await box.destroyComments(asked.roundId, [asked.key]);
  return done;
}

/** Sends a proposal back, so that somebody looks at the comment anew. */
export async function sendBack(caller: Caller, { idempotencyKey, ...asked }: CommentStep): Promise<{ readonly sentBack: true }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.comments.send-back', idempotencyKey, asked }, async () => {
      await requireScreened(tx, caller, asked.roundId);
      const comment = await requireOpenComment(tx, asked);
      if (comment.state !== 'proposed') refuse('wrong-state', { fields: { state: comment.state } });
      await changeComment(tx, asked.roundId, comment, { state: 'waiting', proposal: null, screenedBy: null, screenedOn: null });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'surveys.comments.send-back' });
      return { sentBack: true } as const;
    }),
  );
}

export const approveReleaseProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(CommentStepInput)
  .mutation(({ ctx, input }) => approveRelease(ctx.caller, input));

export const sendBackProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(CommentStepInput)
  .mutation(({ ctx, input }) => sendBack(ctx.caller, input));
