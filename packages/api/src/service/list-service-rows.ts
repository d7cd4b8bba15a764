import type { DutyPage } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { AsOfInput, FindingInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ListServiceRowsInput = AsOfInput.extend({
  team: z.string().max(60).nullish(),
  series: z.string().max(60).nullish(),
  finding: z.array(FindingInput).max(11).nullish(),
  offset: OffsetInput,
});

export async function listServiceRows(_caller: Caller, _input: z.infer<typeof ListServiceRowsInput>): Promise<DutyPage> {
  throw new Error('Not built yet.');
}

export const listServiceRowsProcedure = procedure
  .meta({ permission: 'service:read' })
  .input(ListServiceRowsInput)
  .query(({ ctx, input }) => listServiceRows(ctx.caller, input));
