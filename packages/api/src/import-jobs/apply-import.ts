import { createHash } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { updateImport } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireImport, viewOf } from './import-view.ts';

const ApplyImportInput = z.object({ importId: IdInput, idempotencyKey: IdempotencyKey });

/** Applies a file whose dry run was looked at. It goes on in the background; its state says when it is done. */
export async function applyImport(
  caller: Caller,
  { importId, idempotencyKey }: z.infer<typeof ApplyImportInput>,
): Promise<ImportView> {
  const { person, councilId } = caller.signedIn;
  const { view, isTaken } = await caller.read(async (tx) => {
    const run = await requireImport(tx, importId);
    const isTaken = await updateImport(tx, importId, { state: 'applying', progressPercent: 0 }, ['ready']);
    // Pressed twice: the first press has taken it, and the second learns the same.
    if (!isTaken && run.state !== 'applying' && run.state !== 'applied') refuse('wrong-state');
    return { view: await viewOf(tx, importId), isTaken };
  });
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['imports.apply', importId]))
    .digest('hex');
  if (isTaken)
    caller.services.imports.apply(councilId, importId, { actor: person, idempotency: { key: idempotencyKey, fingerprint } });
  return view;
}

export const applyImportProcedure = procedure
  .meta({ permission: 'imports:apply' })
  .input(ApplyImportInput)
  .mutation(({ ctx, input }) => applyImport(ctx.caller, input));
