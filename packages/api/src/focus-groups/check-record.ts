import { randomUUID } from 'node:crypto';
import {
  addCorrection,
  answerCorrection as answer,
  findFocusGroup,
  keepFocusGroupAgreement,
  writeAudit,
  type WordsTransaction,
} from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, IdInput, orNull, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { GroupEditInput, requireReadable, type ReadableGroup } from './require-group.ts';

/** A group whose record is with its members, and the caller one of them; to everybody else it is not there. */
async function requireToCheck(
  tx: WordsTransaction,
  caller: Caller,
  { groupId, baseVersion }: { readonly groupId: string; readonly baseVersion: number },
): Promise<ReadableGroup> {
  const found = await requireReadable(tx, caller, groupId);
  if (found.me === null) refuse('not-found');
  if (found.group.state !== 'with-members') refuse('wrong-state');
  const { version } = found.group;
  if (version !== baseVersion) refuse('out-of-date', { yourVersion: baseVersion, currentVersion: version });
  return found;
}

/** A member agrees to the record as it stands. */
export async function agreeRecord(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof GroupEditInput>,
): Promise<{ readonly hasAgreed: true }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.check.agree', idempotencyKey, asked }, async () => {
      const { group } = await requireToCheck(tx, caller, asked);
      const { person } = caller.signedIn;
      await keepFocusGroupAgreement(tx, group.id, { person, version: group.version, on: formatDay(caller.today) });
      await writeAudit(tx, { actor: person, action: 'focus-groups.check.agree' });
      return { hasAgreed: true };
    }),
  );
}

const ProposeCorrectionInput = GroupEditInput.extend({
  questionId: orNull(z.string().max(10)),
  says: TextInput.trim().min(1).max(4000),
});

/** A member says what they would have written otherwise. Whoever runs the group decides, and answers. */
export async function proposeCorrection(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ProposeCorrectionInput>,
): Promise<{ readonly correctionId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.check.propose', idempotencyKey, asked }, async () => {
      const { group } = await requireToCheck(tx, caller, asked);
      if (asked.questionId !== null && !group.record.questions.some(({ id }) => id === asked.questionId)) refuse('not-found');
      const correctionId = randomUUID();
      const { person } = caller.signedIn;
      const { questionId, says } = asked;
      await addCorrection(tx, group.id, { id: correctionId, person, questionId, version: group.version, says });
      await writeAudit(tx, { actor: person, action: 'focus-groups.check.propose' });
      return { correctionId };
    }),
  );
}

const AnswerCorrectionInput = z.object({
  groupId: IdInput,
  correctionId: IdInput,
  isTaken: z.boolean(),
  reply: orNull(TextInput.trim().max(1000)),
  idempotencyKey: IdempotencyKey,
});

/** Answers what a member would have written otherwise. Declined, it needs a reason; the member reads it. */
export async function answerCorrection(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AnswerCorrectionInput>,
): Promise<{ readonly isAnswered: true }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.check.answer', idempotencyKey, asked }, async () => {
      if (!asked.isTaken && (asked.reply ?? '') === '')
        refuse('not-valid', { fields: { reply: 'Say why it is not taken over.' } });
      if ((await findFocusGroup(tx, asked.groupId, true)) === null) refuse('not-found');
      const by = caller.signedIn.person;
      const state = asked.isTaken ? 'taken' : 'declined';
      const isKept = await answer(tx, asked.groupId, { id: asked.correctionId, state, reply: asked.reply, by });
      if (!isKept) refuse('wrong-state');
      await writeAudit(tx, { actor: by, action: `focus-groups.check.${state}` });
      return { isAnswered: true };
    }),
  );
}

export const agreeRecordProcedure = procedure
  .meta({ permission: 'focus-groups:read' })
  .input(GroupEditInput)
  .mutation(({ ctx, input }) => agreeRecord(ctx.caller, input));

export const proposeCorrectionProcedure = procedure
  .meta({ permission: 'focus-groups:read' })
  .input(ProposeCorrectionInput)
  .mutation(({ ctx, input }) => proposeCorrection(ctx.caller, input));

export const answerCorrectionProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(AnswerCorrectionInput)
  .mutation(({ ctx, input }) => answerCorrection(ctx.caller, input));
