import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { shelfOf } from './draft-content.ts';
import { requireDraft } from './draft-view.ts';

const GetDraftTextInput = z.object({ draftId: IdInput });

/** A draft as one text: as it was typed last, or written from its content. */
export async function getDraftText(
  caller: Caller,
  { draftId }: z.infer<typeof GetDraftTextInput>,
): Promise<{ readonly text: string; readonly version: number; readonly isAsTyped: boolean }> {
  return await caller.read(async (tx) => {
    const { sourceText, pack, version } = await requireDraft(tx, caller, draftId);
    return { text: sourceText ?? shelfOf(caller).writeText(pack), version, isAsTyped: sourceText !== null };
  });
}

export const getDraftTextProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(GetDraftTextInput)
  .query(({ ctx, input }) => getDraftText(ctx.caller, input));
