import type { ImportProblemPage } from '@plumbline/analytics/compliance';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';

const ListImportProblemsInput = z.object({ importId: IdInput, offset: OffsetInput });

export async function listImportProblems(
  _caller: Caller,
  _input: z.infer<typeof ListImportProblemsInput>,
): Promise<ImportProblemPage> {
  throw new Error('Not built yet.');
}

export const listImportProblemsProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(ListImportProblemsInput)
  .query(({ ctx, input }) => listImportProblems(ctx.caller, input));
