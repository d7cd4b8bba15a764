import type { PolicyDraftRow } from '@plumbline/analytics/compliance';
import { changeDraft, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { draftRows, requireDraft } from './draft-view.ts';

const TakeBackDraftInput = z.object({ draftId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });

/** Opens an offered draft again: taken back by its authors, or sent back by whoever was to publish it. */
export async function takeBackDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof TakeBackDraftInput>,
): Promise<PolicyDraftRow> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.take-back', idempotencyKey, asked }, async () => {
      const draft = await requireDraft(tx, caller, asked.draftId, true);
      if (draft.state !== 'offered') refuse('wrong-state', { currentVersion: draft.version });
      if (draft.version !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: draft.version });
      const by = caller.signedIn.person;
      await changeDraft(tx, draft, { by, isWork: false, state: 'open' });
      await writeAudit(tx, { actor: by, action: 'policy.draft.take-back' });
      const [row] = await draftRows(tx, [{ ...draft, state: 'open', version: draft.version + 1 }]);
      return row ?? refuse('not-found');
    }),
  );
}

export const takeBackDraftProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(TakeBackDraftInput)
  .mutation(({ ctx, input }) => takeBackDraft(ctx.caller, input));
