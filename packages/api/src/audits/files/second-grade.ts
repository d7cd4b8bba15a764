import { agreeGrade, findItem, findSecondGrade, giveSecondGrade, writeAudit } from '@plumbline/database';
import { isCompleted, isGrade, type Grade } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { IdempotencyKey, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { standsInTheWay } from '../people.ts';
import { ItemInput, requireAuditOf } from '../require.ts';

const GradeInput = z.custom<Grade>((value) => isGrade(value), 'One of the four grades.');

const SecondGradeInput = ItemInput.extend({
  overall: GradeInput,
  because: TextInput.trim().min(1).max(6000),
  idempotencyKey: IdempotencyKey,
});

/**
 * Gives the second grade, blind: only by whoever was named for it, once, without having seen the first, and not where they answer for the
 * person by now.
 */
export async function gradeSecond(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SecondGradeInput>,
): Promise<{ readonly itemId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.second-grade', idempotencyKey, asked }, async () => {
      const me = caller.signedIn.person;
      const item = (await findItem(tx, asked.itemId, true)) ?? refuse('not-found');
      const second = (await findSecondGrade(tx, item.id, true)) ?? refuse('not-found');
      if (second.moderator !== me || item.auditor === me) refuse('not-found');
      if (second.state !== 'waiting' || !isCompleted(item.state)) refuse('wrong-state', { currentVersion: second.version });
      const { audit } = await requireAuditOf(tx, item);
      const moved = await standsInTheWay(tx, audit.kind, item, caller);
      if (moved !== null) refuse('not-valid', { fields: { moderator: moved } });
      const { itemId, overall, because } = asked;
      await giveSecondGrade(tx, { itemId, overall, because, on: formatDay(caller.today) });
      await writeAudit(tx, { actor: me, action: 'audits.second-grade' });
      return { itemId };
    }),
  );
}

export const gradeSecondProcedure = procedure
  .meta({ permission: 'audits:moderate' })
  .input(SecondGradeInput)
  .mutation(({ ctx, input }) => gradeSecond(ctx.caller, input));

const AgreeInput = ItemInput.extend({
  grade: GradeInput,
  because: TextInput.trim().min(1).max(6000),
  idempotencyKey: IdempotencyKey,
});

/** Keeps the grade on which both agreed, entered by either; both grades that were given before stay as they are. */
export async function agreeOnGrade(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AgreeInput>,
): Promise<{ readonly itemId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.agree-grade', idempotencyKey, asked }, async () => {
      const me = caller.signedIn.person;
      const item = (await findItem(tx, asked.itemId, true)) ?? refuse('not-found');
      const second = (await findSecondGrade(tx, item.id, true)) ?? refuse('not-found');
      if (second.moderator !== me && item.auditor !== me) refuse('not-found');
      if (second.state !== 'graded') refuse('wrong-state', { currentVersion: second.version });
      const { itemId, grade, because } = asked;
      await agreeGrade(tx, { itemId, grade, because, by: me, on: formatDay(caller.today) });
      await writeAudit(tx, { actor: me, action: 'audits.agree-grade' });
      return { itemId };
    }),
  );
}

export const agreeOnGradeProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(AgreeInput)
  .mutation(({ ctx, input }) => agreeOnGrade(ctx.caller, input));
