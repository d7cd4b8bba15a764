import { changeComment, listCommentThemes, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { areMarksSound, MARK_KINDS, type MarkKind } from '@plumbline/domain/surveys';
import { z } from 'zod';
import type { ScreeningProposal } from '@plumbline/analytics/survey-results';
import type { Caller } from '../../access/caller.ts';
import { IdInput, orNull, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf } from '../rounds/round-access.ts';
import { CommentStepInput, requireOpenComment, requireScreened, seal } from './screening-access.ts';

const ProposeInput = CommentStepInput.extend({
  marks: z
    .array(
      z.object({
        from: z.number().int().nonnegative(),
        to: z.number().int().positive(),
        kind: z.enum(MARK_KINDS as [MarkKind, ...MarkKind[]]),
      }),
    )
    .max(200),
  outcome: z.enum(['release', 'withhold']),
  themeId: orNull(IdInput),
  /** The screener's own words, to stand instead of the comment. */
  paraphrase: orNull(TextInput.trim().min(3).max(600)),
});

/**
 * The first of two people says what is to be taken out of a comment, whether it is to be shown and under which theme. Marks are
 * places in it: nobody rewrites what somebody wrote, other than in a paraphrase that says it is one. Proposing again replaces it.
 */
export async function proposeRelease(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ProposeInput>,
): Promise<{ readonly proposed: true }> {
  const written = await boxOf(caller).comment(asked.roundId, asked.key);
  return await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.comments.propose', idempotencyKey, asked }, async () => {
      const { person } = caller.signedIn;
      await requireScreened(tx, caller, asked.roundId);
      const comment = await requireOpenComment(tx, asked);
      if (written === null) refuse('not-found');
      const { marks, outcome, themeId, paraphrase } = asked;
      if (!areMarksSound(written.text, marks))
        refuse('not-valid', { fields: { marks: 'Something marked lies outside the comment.' } });
      const themes = await listCommentThemes(tx, asked.roundId);
      if (themeId !== null && !themes.some(({ id, item }) => id === themeId && item === comment.item)) refuse('not-found');
      const proposal: ScreeningProposal = { marks, outcome, themeId, paraphrase };
      await changeComment(tx, asked.roundId, comment, {
        state: 'proposed',
        proposal: seal(caller, 'proposal', comment.key, proposal),
        screenedBy: person,
        screenedOn: formatDay(caller.today),
      });
      await writeAudit(tx, { actor: person, action: 'surveys.comments.propose', counts: { marks: marks.length } });
      return { proposed: true } as const;
    }),
  );
}

export const proposeReleaseProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(ProposeInput)
  .mutation(({ ctx, input }) => proposeRelease(ctx.caller, input));
