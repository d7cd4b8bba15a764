import type { DraftSaved } from '@plumbline/analytics/compliance';
import { changeDraft, type CouncilTransaction, type PolicyDraft } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput, TextInput, VersionInput } from '../inputs.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { readDraft, shelfOf } from './draft-content.ts';
import { requireDraft, requireOpenDraft, suggestionFor } from './draft-view.ts';
import { EditInput, withEdits } from './edits.ts';

const SaveDraftInput = z.object({
  draftId: IdInput,
  baseVersion: VersionInput,
  title: TextInput.trim().min(1).max(120).optional(),
  edits: z.array(EditInput).max(500),
  idempotencyKey: IdempotencyKey,
});

/** Saves some changes of a draft, made in forms. Saved upon another version than the page began with, it is refused. */
export async function saveDraft(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveDraftInput>,
): Promise<DraftSaved> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'policy.draft.save', idempotencyKey, asked }, async () => {
      const draft = await requireOpenDraft(tx, caller, asked);
      const pack = withEdits(draft.pack, asked.edits);
      await changeDraft(tx, draft, {
        by: caller.signedIn.person,
        isWork: true,
        pack,
        // What was typed as text is written anew from the content: its comments cannot be kept beside another content.
        ...(asked.edits.length === 0 ? {} : { sourceText: null }),
        ...(asked.title === undefined ? {} : { title: asked.title }),
      });
      return await savedOf(tx, caller, draft);
    }),
  );
}

/** What is to be said of a draft now that it has been saved. */
export async function savedOf(tx: CouncilTransaction, caller: Caller, { id }: PolicyDraft): Promise<DraftSaved> {
  const draft = await requireDraft(tx, caller, id);
  const content = readDraft(draft, shelfOf(caller));
  const { version, updatedAt } = draft;
  const suggestedVersion = await suggestionFor(tx, caller, draft, content);
  return { version, updatedAt, remarks: content.remarks, isWellFormed: content.pack !== null, suggestedVersion };
}

export const saveDraftProcedure = procedure
  .meta({ permission: 'policy:draft' })
  .input(SaveDraftInput)
  .mutation(({ ctx, input }) => saveDraft(ctx.caller, input));
