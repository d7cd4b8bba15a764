import type { HomeView } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function getHome(_caller: Caller): Promise<HomeView> {
  throw new Error('Not built yet.');
}

export const getHomeProcedure = procedure.meta({ permission: 'me:read' }).query(({ ctx }) => getHome(ctx.caller));
