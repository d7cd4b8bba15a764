import type { FactRow } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ListFactHistoryInput = z.object({ factId: IdInput });

export async function listFactHistory(
  _caller: Caller,
  _input: z.infer<typeof ListFactHistoryInput>,
): Promise<readonly FactRow[]> {
  throw new Error('Not built yet.');
}

export const listFactHistoryProcedure = procedure
  .meta({ permission: 'facts:read' })
  .input(ListFactHistoryInput)
  .query(({ ctx, input }) => listFactHistory(ctx.caller, input));
