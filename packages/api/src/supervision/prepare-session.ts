import type { SessionPreparation } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const PrepareSessionInput = z.object({ personId: IdInput });

export async function prepareSession(_caller: Caller, _input: z.infer<typeof PrepareSessionInput>): Promise<SessionPreparation> {
  throw new Error('Not built yet.');
}

export const prepareSessionProcedure = procedure
  .meta({ permission: 'supervisions:log' })
  .input(PrepareSessionInput)
  .query(({ ctx, input }) => prepareSession(ctx.caller, input));
