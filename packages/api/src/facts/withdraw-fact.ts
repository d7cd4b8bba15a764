import type { FactRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, IdInput, IdempotencyKey, VersionInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const WithdrawFactInput = z.object({
  factId: IdInput,
  baseVersion: VersionInput,
  because: BecauseInput,
  idempotencyKey: IdempotencyKey,
});

export async function withdrawFact(_caller: Caller, _input: z.infer<typeof WithdrawFactInput>): Promise<FactRow> {
  throw new Error('Not built yet.');
}

export const withdrawFactProcedure = procedure
  .meta({ permission: 'facts:withdraw' })
  .input(WithdrawFactInput)
  .mutation(({ ctx, input }) => withdrawFact(ctx.caller, input));
