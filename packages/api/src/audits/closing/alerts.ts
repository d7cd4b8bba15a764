import { answerAlert, findAlert, findItem, writeAudit } from '@plumbline/database';
import { formatInstant } from '@plumbline/domain/calendar';
import type { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { IdempotencyKey, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { accessTo, ItemInput, mayPlan, requireAuditOf } from '../require.ts';

const AnswerAlertInput = ItemInput.extend({ says: TextInput.trim().min(1).max(4000), idempotencyKey: IdempotencyKey });

/**
 * Keeps what was done at once about an inadequate file, by its responder, whoever is named for the audit by now or, where they are away,
 * whoever plans audits: never by the person it is about, nor by whoever is to grade it blind, who would learn the first grade.
 */
export async function answerAuditAlert(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AnswerAlertInput>,
): Promise<{ readonly itemId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.answer-alert', idempotencyKey, asked }, async () => {
      const alert = (await findAlert(tx, asked.itemId)) ?? refuse('not-found');
      const item = (await findItem(tx, asked.itemId)) ?? refuse('not-found');
      const { audit } = await requireAuditOf(tx, item);
      const { isOwnPractice, isToGradeBlind } = await accessTo(tx, caller, item, audit);
      const by = caller.signedIn.person;
      const isTheirs = [alert.responder, audit.responder].includes(by) || mayPlan(caller);
      if (!isTheirs || isOwnPractice || isToGradeBlind) refuse('not-found');
      const isKept = await answerAlert(tx, { itemId: asked.itemId, by, at: formatInstant(caller.now), says: asked.says });
      if (!isKept) refuse('already-recorded');
      await writeAudit(tx, { actor: by, action: 'audits.answer-alert' });
      return { itemId: asked.itemId };
    }),
  );
}

export const answerAlertProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(AnswerAlertInput)
  .mutation(({ ctx, input }) => answerAuditAlert(ctx.caller, input));
