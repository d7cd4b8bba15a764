import type { ImportView } from '@plumbline/analytics/compliance';
import { updateImport } from '@plumbline/database';
import { kindOf } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import type { MappedColumn } from '../imports/index.ts';
import { IdInput, TextInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireImport, viewOf } from './import-view.ts';

const SetImportColumnsInput = z.object({
  importId: IdInput,
  columns: z.record(TextInput.max(200), z.string().max(60).nullable()),
});

/** Says which heading of a file is which column, and reads the file again. */
export async function setImportColumns(
  caller: Caller,
  { importId, columns }: z.infer<typeof SetImportColumnsInput>,
): Promise<ImportView> {
  const { view, chosen } = await caller.read(async (tx) => {
    const run = await requireImport(tx, importId);
    const ours = kindOf(run.kind).columns;
    for (const [theirs, column] of Object.entries(columns)) {
      if (column !== null && !Object.hasOwn(ours, column))
        refuse('not-valid', { fields: { [theirs]: 'There is no such column.' } });
    }
    const known = Array.isArray(run.columns) ? (run.columns as MappedColumn[]) : [];
    const chosen = known.map((column): MappedColumn =>
      Object.hasOwn(columns, column.theirs) ? { ...column, ours: columns[column.theirs] ?? null, by: 'choice' } : column,
    );
    const isTaken = await updateImport(tx, importId, { state: 'reading', progressPercent: 0, columns: chosen }, [
      'needs-mapping',
      'has-problems',
      'ready',
      // A code that was mapped a moment ago has it read already.
      'reading',
    ]);
    return isTaken ? { view: await viewOf(tx, importId), chosen } : refuse('wrong-state');
  });
  caller.services.imports.read(caller.signedIn.councilId, importId, chosen);
  return view;
}

export const setImportColumnsProcedure = procedure
  .meta({ permission: 'imports:prepare' })
  .input(SetImportColumnsInput)
  .mutation(({ ctx, input }) => setImportColumns(ctx.caller, input));
