import { addConcern, addMails, changeComment, findRound, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { boxOf } from '../rounds/round-access.ts';
import { CommentStepInput, requireOpenComment, requireScreened, seal } from './screening-access.ts';

const ReferInput = CommentStepInput.extend({ kind: z.enum(['safeguarding', 'whistleblowing']) });

/**
 * Hands a comment about somebody's safety or about wrongdoing to the round's named person at once; one screener is enough. They get
 * a line on Home and a mail without a word of it. The comment is not published, and nobody tries to find out who wrote it.
 */
export async function referConcern(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ReferInput>,
): Promise<{ readonly referred: true }> {
  const box = boxOf(caller);
  const written = await box.comment(asked.roundId, asked.key);
  const done = await caller.read((tx) =>
    once(tx, caller, { action: 'surveys.comments.refer', idempotencyKey, asked }, async () => {
      const { person } = caller.signedIn;
      await requireScreened(tx, caller, asked.roundId);
      const round = (await findRound(tx, asked.roundId)) ?? refuse('not-found');
      const comment = await requireOpenComment(tx, asked);
      if (written === null) refuse('not-found');
      const on = formatDay(caller.today);
      const { roundId, kind } = asked;
      const words = seal(caller, 'concern', comment.key, written.text);
      await addConcern(tx, { roundId, key: comment.key, kind, referredBy: person, referredOn: on, words });
      await changeComment(tx, roundId, comment, { state: 'referred', proposal: null, settledBy: person, settledOn: on });
      const mail = {
        person: round.safeguardingTo,
        template: 'survey-concern',
        values: { title: round.title, closesOn: round.closesOn },
      };
      await addMails(tx, [mail]);
      await writeAudit(tx, { actor: person, action: 'surveys.comments.refer' });
      return { referred: true } as const;
    }),
  );
  await box.destroyComments(asked.roundId, [asked.key]);
  return done;
}

export const referConcernProcedure = procedure
  .meta({ permission: 'surveys:screen' })
  .input(ReferInput)
  .mutation(({ ctx, input }) => referConcern(ctx.caller, input));
