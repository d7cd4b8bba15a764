import type { Me } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function getMe(_caller: Caller): Promise<Me> {
  throw new Error('Not built yet.');
}

export const getMeProcedure = procedure.meta({ permission: 'me:read' }).query(({ ctx }) => getMe(ctx.caller));
