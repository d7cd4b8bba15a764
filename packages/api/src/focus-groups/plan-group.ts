import { randomUUID } from 'node:crypto';
import { createFocusGroup, writeAudit } from '@plumbline/database';
import { GUIDE_VERSION, notesFromGuide, type FocusGroupRecord } from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { IdempotencyKey, LocalDateInput, orNull, TextInput } from '../inputs.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { policyVersionOn } from '../access/policy-then.ts';

const PlanGroupInput = z.object({
  title: TextInput.trim().min(1).max(200),
  heldOn: orNull(LocalDateInput),
  audience: TextInput.trim().max(200),
  facilitator: TextInput.trim().max(120),
  noteTaker: TextInput.trim().max(120),
  site: TextInput.trim().max(120),
  retainedUntil: orNull(LocalDateInput),
  idempotencyKey: IdempotencyKey,
});

/** Plans a focus group with the guide as it is offered; its wording can be changed until the record is with its members. */
export async function planGroup(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PlanGroupInput>,
): Promise<{ readonly groupId: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.plan', idempotencyKey, asked }, async () => {
      const groupId = randomUUID();
      const by = caller.signedIn.person;
      const record: FocusGroupRecord = {
        format: 1,
        ...asked,
        heldOn: asked.heldOn as FocusGroupRecord['heldOn'],
        retainedUntil: asked.retainedUntil as FocusGroupRecord['retainedUntil'],
        invited: {},
        present: {},
        groupsMissing: '',
        policyVersion: await policyVersionOn(tx, caller.today),
        guideVersion: GUIDE_VERSION,
        questions: notesFromGuide(),
        unplaced: '',
      };
      await createFocusGroup(tx, { id: groupId, state: 'planned', record, source: null, by });
      await writeAudit(tx, { actor: by, action: 'focus-groups.plan' });
      return { groupId };
    }),
  );
}

export const planGroupProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(PlanGroupInput)
  .mutation(({ ctx, input }) => planGroup(ctx.caller, input));
