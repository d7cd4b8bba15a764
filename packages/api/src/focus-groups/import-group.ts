import { randomUUID } from 'node:crypto';
import { createFocusGroup, writeAudit, type WordsTransaction } from '@plumbline/database';
import { parseDay } from '@plumbline/domain/calendar';
import {
  FocusGroupRecordSchema,
  guideVersionOf,
  LONGEST_RECORD_TEXT,
  type FocusGroupRecord,
} from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { policyVersionOn } from '../access/policy-then.ts';

const ImportGroupInput = z.object({
  record: FocusGroupRecordSchema,
  source: z.object({ name: TextInput.min(1).max(255), text: TextInput.max(LONGEST_RECORD_TEXT) }),
  idempotencyKey: IdempotencyKey,
});

/** Keeps a record that was made elsewhere, as somebody has looked it over, with the words of its file as they came. */
export async function importGroup(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof ImportGroupInput>,
): Promise<{ readonly groupId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.import', idempotencyKey, asked }, async () => {
      const groupId = await keepImported(tx, asked.record, asked.source, caller.signedIn.person);
      return { groupId };
    }),
  );
}

/** The same without a page, for the command line. */
export async function keepImported(
  tx: WordsTransaction,
  record: FocusGroupRecord,
  source: { readonly name: string; readonly text: string },
  by: string,
): Promise<string> {
  const groupId = randomUUID();
  const day = record.heldOn === null ? null : parseDay(record.heldOn);
  const whole = {
    ...record,
    guideVersion: guideVersionOf(record.questions),
    policyVersion: record.policyVersion ?? (day === null ? null : await policyVersionOn(tx, day)),
  };
  await createFocusGroup(tx, { id: groupId, state: 'written-up', record: whole, source, by });
  await writeAudit(tx, { actor: by, action: 'focus-groups.import', counts: { questions: record.questions.length } });
  return groupId;
}

export const importGroupProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(ImportGroupInput)
  .mutation(({ ctx, input }) => importGroup(ctx.caller, input));
