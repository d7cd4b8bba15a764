import type { FactRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, FactValuesInput, IdempotencyKey, KindInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const RecordFactInput = z.object({
  kind: KindInput,
  values: FactValuesInput,
  because: BecauseInput.nullish(),
  idempotencyKey: IdempotencyKey,
});

export async function recordFact(_caller: Caller, _input: z.infer<typeof RecordFactInput>): Promise<FactRow> {
  throw new Error('Not built yet.');
}

export const recordFactProcedure = procedure
  .meta({ permission: 'facts:record' })
  .input(RecordFactInput)
  .mutation(({ ctx, input }) => recordFact(ctx.caller, input));
