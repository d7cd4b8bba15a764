import { randomUUID } from 'node:crypto';
import { addExtract, findExtract, findFocusGroup, listCodings, removeExtract, writeAudit } from '@plumbline/database';
import { standsIn } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, IdInput, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';

const CutExtractInput = z.object({
  groupId: IdInput,
  questionId: z.string().max(10),
  words: TextInput.trim().min(1).max(4000),
  isVerbatim: z.boolean(),
  idempotencyKey: IdempotencyKey,
});

/** Cuts a piece out of what is written under a question. It takes over the question's speaker band, and must stand there. */
export async function cutExtract(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof CutExtractInput>,
): Promise<{ readonly extractId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.extract.cut', idempotencyKey, asked }, async () => {
      const group = (await findFocusGroup(tx, asked.groupId)) ?? refuse('not-found');
      const note = group.record.questions.find(({ id }) => id === asked.questionId) ?? refuse('not-found');
      if (!standsIn(group.record, note.id, asked.words))
        refuse('not-valid', { fields: { words: 'These words do not stand under this question.' } });
      const by = caller.signedIn.person;
      const id = randomUUID();
      await addExtract(tx, {
        id,
        source: 'focus-group',
        groupId: group.id,
        questionId: note.id,
        construct: note.construct,
        band: note.band,
        words: asked.words,
        isVerbatim: asked.isVerbatim,
        createdBy: by,
      });
      await writeAudit(tx, { actor: by, action: 'focus-groups.extract.cut' });
      return { extractId: id };
    }),
  );
}

const RemoveExtractInput = z.object({ extractId: IdInput, idempotencyKey: IdempotencyKey });

/** Takes an extract away that nobody else has coded. */
export async function dropExtract(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof RemoveExtractInput>,
): Promise<{ readonly isRemoved: true }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.extract.remove', idempotencyKey, asked }, async () => {
      const extract = (await findExtract(tx, asked.extractId)) ?? refuse('not-found');
      const by = caller.signedIn.person;
      const codings = await listCodings(tx, extract.groupId);
      if (codings.some(({ extractId, coder }) => extractId === extract.id && coder !== by)) refuse('wrong-state');
      await removeExtract(tx, extract.id);
      await writeAudit(tx, { actor: by, action: 'focus-groups.extract.remove' });
      return { isRemoved: true };
    }),
  );
}

export const cutExtractProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(CutExtractInput)
  .mutation(({ ctx, input }) => cutExtract(ctx.caller, input));

export const dropExtractProcedure = procedure
  .meta({ permission: 'focus-groups:code' })
  .input(RemoveExtractInput)
  .mutation(({ ctx, input }) => dropExtract(ctx.caller, input));
