import { randomUUID } from 'node:crypto';
import { addLearning, answerLearning, findItem, listLearning, writeAudit } from '@plumbline/database';
import { isCompleted } from '@plumbline/domain/audits';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { IdempotencyKey, IdInput, TextInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { accessTo, ItemInput, requireAuditOf } from '../require.ts';

const AddLearningInput = ItemInput.extend({
  kind: z.enum(['good-practice', 'learning']),
  says: TextInput.trim().min(1).max(2000),
  idempotencyKey: IdempotencyKey,
});

/** Passes something on to whoever's practice it is: they see it at once, and decide whether it goes beyond the team. */
export async function addAuditLearning(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AddLearningInput>,
): Promise<{ readonly learningId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.learning.add', idempotencyKey, asked }, async () => {
      const item = (await findItem(tx, asked.itemId)) ?? refuse('not-found');
      const { audit } = await requireAuditOf(tx, item);
      const access = await accessTo(tx, caller, item, audit);
      if (!access.seesAudit || access.isOwnPractice) refuse('not-found');
      if (!isCompleted(item.state) || item.person === null) refuse('wrong-state', { currentVersion: item.version });
      const id = randomUUID();
      const raisedBy = caller.signedIn.person;
      const { itemId, kind, says } = asked;
      await addLearning(tx, { id, itemId, kind, person: item.person, says, raisedBy, raisedOn: formatDay(caller.today) });
      await writeAudit(tx, { actor: raisedBy, action: 'audits.learning.add' });
      return { learningId: id };
    }),
  );
}

export const addLearningProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(AddLearningInput)
  .mutation(({ ctx, input }) => addAuditLearning(ctx.caller, input));

const AnswerLearningInput = z.object({
  learningId: IdInput,
  state: z.enum(['shared', 'kept']),
  idempotencyKey: IdempotencyKey,
});

/** The person's consent, or that it stays where it is. They may change their mind at any time. */
export async function answerAuditLearning(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof AnswerLearningInput>,
): Promise<{ readonly learningId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'audits.learning.answer', idempotencyKey, asked }, async () => {
      const { person } = caller.signedIn;
      const { learningId, state } = asked;
      if (!(await answerLearning(tx, { id: learningId, person, state, on: formatDay(caller.today) }))) refuse('not-found');
      await writeAudit(tx, { actor: person, action: `audits.learning.${state}` });
      return { learningId };
    }),
  );
}

export const answerLearningProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .input(AnswerLearningInput)
  .mutation(({ ctx, input }) => answerAuditLearning(ctx.caller, input));

export interface SharedLearning {
  readonly id: string;
  readonly kind: 'good-practice' | 'learning';
  readonly says: string;
  readonly on: string;
}

/** What people agreed to share: without names, for everybody. */
export async function listSharedLearning(caller: Caller): Promise<SharedLearning[]> {
  return await inWords(caller, async (tx) =>
    (await listLearning(tx, { shared: true })).map(({ id, kind, says, raisedOn }) => ({ id, kind, says, on: raisedOn })),
  );
}

export const listSharedLearningProcedure = procedure
  .meta({ permission: 'audits:mine' })
  .query(({ ctx }) => listSharedLearning(ctx.caller));
