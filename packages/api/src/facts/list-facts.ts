import type { FactPage } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, KindInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ListFactsInput = z.object({
  kind: KindInput,
  subjectId: IdInput.nullish(),
  text: z.string().max(100).nullish(),
  offset: OffsetInput,
});

export async function listFacts(_caller: Caller, _input: z.infer<typeof ListFactsInput>): Promise<FactPage> {
  throw new Error('Not built yet.');
}

export const listFactsProcedure = procedure
  .meta({ permission: 'facts:read' })
  .input(ListFactsInput)
  .query(({ ctx, input }) => listFacts(ctx.caller, input));
