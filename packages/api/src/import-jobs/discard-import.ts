import type { ImportView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const DiscardImportInput = z.object({ importId: IdInput });

export async function discardImport(_caller: Caller, _input: z.infer<typeof DiscardImportInput>): Promise<ImportView> {
  throw new Error('Not built yet.');
}

export const discardImportProcedure = procedure
  .meta({ permission: 'imports:prepare' })
  .input(DiscardImportInput)
  .mutation(({ ctx, input }) => discardImport(ctx.caller, input));
