import { endSample, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireSample } from './sample-access.ts';

const EndSampleInput = z.object({ sampleId: IdInput, idempotencyKey: IdempotencyKey });

/** Ends a sample before its last day, for good: its names stay, and its records open to nobody any more. */
export async function endInspectionSample(
  caller: Caller,
  { sampleId, idempotencyKey }: z.infer<typeof EndSampleInput>,
): Promise<{ readonly sampleId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'impact.samples.end', idempotencyKey, asked: { sampleId } }, async () => {
      await requireSample(tx, caller, sampleId, true);
      const by = caller.signedIn.person;
      if (!(await endSample(tx, sampleId, by))) refuse('wrong-state', { fields: { sample: 'It was ended already.' } });
      await writeAudit(tx, { actor: by, action: 'impact.samples.end' });
      return { sampleId };
    }),
  );
}

export const endSampleProcedure = procedure
  .meta({ permission: 'impact:sample' })
  .input(EndSampleInput)
  .mutation(({ ctx, input }) => endInspectionSample(ctx.caller, input));
