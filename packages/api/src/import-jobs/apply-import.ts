import type { ImportView } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, IdempotencyKey } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ApplyImportInput = z.object({ importId: IdInput, idempotencyKey: IdempotencyKey });

export async function applyImport(_caller: Caller, _input: z.infer<typeof ApplyImportInput>): Promise<ImportView> {
  throw new Error('Not built yet.');
}

export const applyImportProcedure = procedure
  .meta({ permission: 'imports:apply' })
  .input(ApplyImportInput)
  .mutation(({ ctx, input }) => applyImport(ctx.caller, input));
