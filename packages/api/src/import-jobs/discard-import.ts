import type { ImportView } from '@plumbline/analytics/compliance';
import { awaiting, clearStaging, updateImport, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireImport, viewOf } from './import-view.ts';

const DiscardImportInput = z.object({ importId: IdInput });

/**
 * Puts a file aside that was not applied. What it held is deleted; that it came stays in the list. Files that refer to what it
 * held are read again: they would now be refused.
 */
export async function discardImport(caller: Caller, { importId }: z.infer<typeof DiscardImportInput>): Promise<ImportView> {
  const { view, left } = await caller.read(async (tx) => {
    const { kind } = await requireImport(tx, importId);
    const isTaken = await updateImport(tx, importId, { state: 'discarded' }, [
      'needs-mapping',
      'has-problems',
      'ready',
      'failed',
    ]);
    if (!isTaken) refuse('wrong-state');
    await clearStaging(tx, importId);
    await writeAudit(tx, { actor: caller.signedIn.person, action: 'imports.discard', kind, importId });
    return { view: await viewOf(tx, importId), left: await awaiting(tx, [importId]) };
  });
  for (const other of left) caller.services.imports.read(caller.signedIn.councilId, other);
  return view;
}

export const discardImportProcedure = procedure
  .meta({ permission: 'imports:prepare' })
  .input(DiscardImportInput)
  .mutation(({ ctx, input }) => discardImport(ctx.caller, input));
