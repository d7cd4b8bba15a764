import type { ImportView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { viewOf } from './import-view.ts';

const GetImportInput = z.object({ importId: IdInput });

/** One file on its way in, with how far it is. */
export async function getImport(caller: Caller, { importId }: z.infer<typeof GetImportInput>): Promise<ImportView> {
  return await caller.read((tx) => viewOf(tx, importId));
}

export const getImportProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(GetImportInput)
  .query(({ ctx, input }) => getImport(ctx.caller, input));
