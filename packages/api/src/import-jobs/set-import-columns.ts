import type { ImportView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const SetImportColumnsInput = z.object({
  importId: IdInput,
  columns: z.record(z.string().max(200), z.string().max(60).nullable()),
});

export async function setImportColumns(_caller: Caller, _input: z.infer<typeof SetImportColumnsInput>): Promise<ImportView> {
  throw new Error('Not built yet.');
}

export const setImportColumnsProcedure = procedure
  .meta({ permission: 'imports:prepare' })
  .input(SetImportColumnsInput)
  .mutation(({ ctx, input }) => setImportColumns(ctx.caller, input));
