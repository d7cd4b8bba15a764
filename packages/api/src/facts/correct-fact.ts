import type { FactRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, FactValuesInput, IdInput, IdempotencyKey, VersionInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const CorrectFactInput = z.object({
  factId: IdInput,
  baseVersion: VersionInput,
  values: FactValuesInput,
  because: BecauseInput.nullish(),
  idempotencyKey: IdempotencyKey,
});

export async function correctFact(_caller: Caller, _input: z.infer<typeof CorrectFactInput>): Promise<FactRow> {
  throw new Error('Not built yet.');
}

export const correctFactProcedure = procedure
  .meta({ permission: 'facts:correct' })
  .input(CorrectFactInput)
  .mutation(({ ctx, input }) => correctFact(ctx.caller, input));
