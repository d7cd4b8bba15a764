import { createHash } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { updateImport, type CouncilTransaction, type ImportConcernKind, type ImportRun } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireImport, viewOf } from './import-view.ts';

const ApplyImportInput = z.object({
  importId: IdInput,
  idempotencyKey: IdempotencyKey,
  /** The basis of the changes that were looked at. */
  basis: z.string().max(200).nullable(),
  agreed: z.array(z.enum(['ends-many', 'newer-applied', 'changed-since'])),
});

/**
 * Applies a file whose dry run was looked at. It goes on in the background; its state says when it is done. Where something
 * else would change by then, or something speaks against it that nobody has said yes to, it waits again with that said.
 */
export async function applyImport(
  caller: Caller,
  { importId, idempotencyKey, basis, agreed }: z.infer<typeof ApplyImportInput>,
): Promise<ImportView> {
  const { person, councilId } = caller.signedIn;
  const { view, isTaken } = await caller.read(async (tx) => {
    const run = await requireImport(tx, importId);
    const isTaken = (await isAgreedTo(tx, run, basis, agreed)) && (await take(tx, importId));
    // Pressed twice: the first press has taken it, and the second learns the same.
    if (!isTaken && !['ready', 'applying', 'applied'].includes(run.state)) refuse('wrong-state');
    return { view: await viewOf(tx, importId), isTaken };
  });
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['imports.apply', importId]))
    .digest('hex');
  if (isTaken)
    caller.services.imports.apply(councilId, importId, {
      actor: person,
      basis,
      agreed,
      idempotency: { key: idempotencyKey, fingerprint },
    });
  return view;
}

async function take(tx: CouncilTransaction, importId: string): Promise<boolean> {
  return await updateImport(tx, importId, { state: 'applying', progressPercent: 0 }, ['ready']);
}

/** Whether what would be applied is what was looked at, with a yes to everything that speaks against it. */
async function isAgreedTo(
  tx: CouncilTransaction,
  run: ImportRun,
  basis: string | null,
  agreed: readonly ImportConcernKind[],
): Promise<boolean> {
  if (run.state === 'ready' && run.basis !== basis && !run.concerns.some(({ kind }) => kind === 'changed-since')) {
    // It was read again while the page was open, with other codes or columns.
    await updateImport(tx, run.id, { concerns: [{ kind: 'changed-since' }, ...run.concerns] }, ['ready']);
    return false;
  }
  return run.basis === basis && run.concerns.every((concern) => agreed.includes(concern.kind));
}

export const applyImportProcedure = procedure
  .meta({ permission: 'imports:apply' })
  .input(ApplyImportInput)
  .mutation(({ ctx, input }) => applyImport(ctx.caller, input));
