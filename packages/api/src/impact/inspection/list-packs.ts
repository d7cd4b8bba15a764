import { listPacks } from '@plumbline/database';
import type { Caller } from '../../access/caller.ts';
import { procedure } from '../../trpc.ts';
import { packRows, type PackRow } from './pack-view.ts';

/** Every pack of the council, the latest drafted first. */
export async function listInspectionPacks(caller: Caller): Promise<readonly PackRow[]> {
  return await caller.read(async (tx) => packRows(tx, caller, await listPacks(tx)));
}

export const listPacksProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .query(({ ctx }) => listInspectionPacks(ctx.caller));
