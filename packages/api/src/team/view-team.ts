import type { TeamView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { AsOfInput, IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ViewTeamInput = AsOfInput.extend({ team: z.string().max(60).nullish(), supervisorId: IdInput.nullish() });

export async function viewTeam(_caller: Caller, _input: z.infer<typeof ViewTeamInput>): Promise<TeamView> {
  throw new Error('Not built yet.');
}

export const viewTeamProcedure = procedure
  .meta({ permission: 'teams:read' })
  .input(ViewTeamInput)
  .query(({ ctx, input }) => viewTeam(ctx.caller, input));
