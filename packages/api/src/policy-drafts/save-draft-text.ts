import type { DraftSaved } from '@plumbline/analytics/compliance';
import { changeDraft } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, TextInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { shelfOf } from './draft-content.ts';
import { requireOpenDraft } from './draft-view.ts';
import { savedOf } from './save-draft.ts';

const SaveDraftTextInput = z.object({
  draftId: IdInput,
  baseVersion: VersionInput,
  text: TextInput.max(900_000),
  idempotencyKey: IdempotencyKey,
});

/** Saves a draft written as text, slips and all: nothing typed is lost, and what can be read of it becomes its content. */
export async function saveDraftText(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveDraftTextInput>,
): Promise<DraftSaved> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.save-text', idempotencyKey, asked }, async () => {
      const draft = await requireOpenDraft(tx, caller, asked);
      const { data } = shelfOf(caller).readText(asked.text);
      const isPolicy = data !== null && typeof data === 'object' && !Array.isArray(data);
      await changeDraft(tx, draft, {
        by: caller.signedIn.person,
        isWork: true,
        sourceText: asked.text,
        ...(isPolicy ? { pack: data } : {}),
      });
      return await savedOf(tx, caller, draft);
    }),
  );
}

export const saveDraftTextProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(SaveDraftTextInput)
  .mutation(({ ctx, input }) => saveDraftText(ctx.caller, input));
