import type { CodeRow } from '@plumbline/analytics/compliance';
import { listCodes as storedCodes } from '@plumbline/database';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';

/** How the codes of the council's systems are mapped; those that nobody has mapped come first. */
export async function listCodes(caller: Caller): Promise<readonly CodeRow[]> {
  return await caller.read(async (tx) => await storedCodes(tx));
}

export const listCodesProcedure = procedure.meta({ permission: 'codes:read' }).query(({ ctx }) => listCodes(ctx.caller));
