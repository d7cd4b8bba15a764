import { changeDraft, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { requireOpenDraft } from './draft-view.ts';

const DiscardDraftInput = z.object({ draftId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

/** Puts a draft aside. It is kept, and shown no more. */
export async function discardDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof DiscardDraftInput>,
): Promise<{ readonly isDiscarded: true }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.discard', idempotencyKey, asked }, async () => {
      const draft = await requireOpenDraft(tx, caller, asked);
      const by = caller.signedIn.person;
      await changeDraft(tx, draft, { by, isWork: false, state: 'discarded' });
      await writeAudit(tx, { actor: by, action: 'policy.draft.discard' });
      return { isDiscarded: true };
    }),
  );
}

export const discardDraftProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(DiscardDraftInput)
  .mutation(({ ctx, input }) => discardDraft(ctx.caller, input));
