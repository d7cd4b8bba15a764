import type { CodeRow } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

export async function listCodes(_caller: Caller): Promise<readonly CodeRow[]> {
  throw new Error('Not built yet.');
}

export const listCodesProcedure = procedure.meta({ permission: 'codes:read' }).query(({ ctx }) => listCodes(ctx.caller));
