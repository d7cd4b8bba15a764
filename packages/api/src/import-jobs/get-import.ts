import type { ImportView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const GetImportInput = z.object({ importId: IdInput });

export async function getImport(_caller: Caller, _input: z.infer<typeof GetImportInput>): Promise<ImportView> {
  throw new Error('Not built yet.');
}

export const getImportProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(GetImportInput)
  .query(({ ctx, input }) => getImport(ctx.caller, input));
