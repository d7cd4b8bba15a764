import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { procedure } from '../../trpc.ts';
import { requireSample } from './sample-access.ts';
import { sampleView, type SampleView } from './sample-view.ts';

/** One sample: who asked, for whom, and when it was opened. Shows no record, so it is no look at one. */
export async function getSample(caller: Caller, sampleId: string): Promise<SampleView> {
  return await caller.read(async (tx) => sampleView(tx, caller, await requireSample(tx, caller, sampleId)));
}

export const getSampleProcedure = procedure
  .meta({ permission: 'impact:sample' })
  .input(z.object({ sampleId: IdInput }))
  .query(({ ctx, input }) => getSample(ctx.caller, input.sampleId));
