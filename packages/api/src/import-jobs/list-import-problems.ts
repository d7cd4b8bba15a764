import type { ImportProblemPage } from '@plumbline/analytics/compliance';
import type { ImportProblem } from '@plumbline/analytics/wording';
import { listStagedRows } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput, OffsetInput } from '../inputs.ts';
import { procedure } from '../trpc.ts';
import { requireImport } from './import-view.ts';
import { problemRow, type KeptProblem } from './kept-problem.ts';

const ListImportProblemsInput = z.object({ importId: IdInput, offset: OffsetInput });

const PAGE = 100;
/** More than are kept: of each kind in each column only so many are. */
const MOST_ROWS = 50_000;

/** What is wrong with a file, in the order of the file and in plain words. */
export async function listImportProblems(
  caller: Caller,
  { importId, offset }: z.infer<typeof ListImportProblemsInput>,
): Promise<ImportProblemPage> {
  return await caller.read(async (tx) => {
    const { kind } = await requireImport(tx, importId);
    const staged = await listStagedRows(tx, importId, { offset: 0, limit: MOST_ROWS, withProblems: true });
    const problems = staged.flatMap((row) => (row.problems ?? []) as (ImportProblem | KeptProblem)[]);
    return { rows: problems.slice(offset, offset + PAGE).map((problem) => problemRow(kind, problem)), total: problems.length };
  });
}

export const listImportProblemsProcedure = procedure
  .meta({ permission: 'imports:read' })
  .input(ListImportProblemsInput)
  .query(({ ctx, input }) => listImportProblems(ctx.caller, input));
