import type { ImportView } from '@plumbline/analytics/compliance';
import { clearStaging, updateImport, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireImport, viewOf } from './import-view.ts';

const DiscardImportInput = z.object({ importId: IdInput });

/** Puts a file aside that was not applied. What it held is deleted; that it came stays in the list. */
export async function discardImport(caller: Caller, { importId }: z.infer<typeof DiscardImportInput>): Promise<ImportView> {
  return await caller.read(async (tx) => {
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
    return await viewOf(tx, importId);
  });
}

export const discardImportProcedure = procedure
  .meta({ permission: 'imports:prepare' })
  .input(DiscardImportInput)
  .mutation(({ ctx, input }) => discardImport(ctx.caller, input));
