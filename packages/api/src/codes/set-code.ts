import type { CodeRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { KindInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const SetCodeInput = z.object({
  kind: KindInput,
  column: z.string().max(60),
  theirs: z.string().min(1).max(200),
  ours: z.string().max(60).nullable(),
});

export async function setCode(_caller: Caller, _input: z.infer<typeof SetCodeInput>): Promise<readonly CodeRow[]> {
  throw new Error('Not built yet.');
}

export const setCodeProcedure = procedure
  .meta({ permission: 'codes:set' })
  .input(SetCodeInput)
  .mutation(({ ctx, input }) => setCode(ctx.caller, input));
