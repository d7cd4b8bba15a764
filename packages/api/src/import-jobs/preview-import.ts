import type { ImportPreviewPage } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const PreviewImportInput = z.object({ importId: IdInput, offset: OffsetInput });

export async function previewImport(_caller: Caller, _input: z.infer<typeof PreviewImportInput>): Promise<ImportPreviewPage> {
  throw new Error('Not built yet.');
}

export const previewImportProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(PreviewImportInput)
  .query(({ ctx, input }) => previewImport(ctx.caller, input));
