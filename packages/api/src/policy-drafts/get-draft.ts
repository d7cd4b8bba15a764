import type { PolicyDraftView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { draftView, requireDraft } from './draft-view.ts';

const GetDraftInput = z.object({ draftId: IdInput });

/** A version in the making, with everything to be said of it. */
export async function getDraft(caller: Caller, { draftId }: z.infer<typeof GetDraftInput>): Promise<PolicyDraftView> {
  return await caller.read(async (tx) => draftView(tx, caller, await requireDraft(tx, caller, draftId)));
}

/** Whoever publishes needs to see what they publish; whoever only works on drafts has `policy:publish` by their role as well. */
export const getDraftProcedure = procedure
  .meta({ permission: 'policy:publish' })
  .input(GetDraftInput)
  .query(({ ctx, input }) => getDraft(ctx.caller, input));
