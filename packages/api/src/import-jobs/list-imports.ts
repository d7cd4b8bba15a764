import type { ImportView } from '@plumbline/analytics/compliance';
import { listImports as storedImports } from '@plumbline/database';
import type { Caller } from '../access/caller.ts';
import { procedure } from '../trpc.ts';
import { importViews } from './import-view.ts';

/** The files that were brought in, the latest first. */
export async function listImports(caller: Caller): Promise<readonly ImportView[]> {
  return await caller.read(async (tx) => await importViews(tx, await storedImports(tx)));
}

export const listImportsProcedure = procedure.meta({ permission: 'imports:read' }).query(({ ctx }) => listImports(ctx.caller));
