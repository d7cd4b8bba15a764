import type { SessionDetail } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const GetSessionInput = z.object({ sessionId: IdInput });

export async function getSession(_caller: Caller, _input: z.infer<typeof GetSessionInput>): Promise<SessionDetail> {
  throw new Error('Not built yet.');
}

export const getSessionProcedure = procedure
  .meta({ permission: 'supervisions:read' })
  .input(GetSessionInput)
  .query(({ ctx, input }) => getSession(ctx.caller, input));
