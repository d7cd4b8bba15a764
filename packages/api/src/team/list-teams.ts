import type { TeamLabel } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function listTeams(_caller: Caller): Promise<readonly TeamLabel[]> {
  throw new Error('Not built yet.');
}

export const listTeamsProcedure = procedure.meta({ permission: 'teams:read' }).query(({ ctx }) => listTeams(ctx.caller));
