import { createHash } from 'node:crypto';
import type { ImportView } from '@plumbline/analytics/compliance';
import { updateImport, type CouncilTransaction, type ImportConcernKind, type ImportRun } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { IdempotencyKey, IdInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { filesTogether } from './files-together.ts';
import { requireImport, viewOf } from './import-view.ts';

const ApplyImportInput = z.object({
  importId: IdInput,
  idempotencyKey: IdempotencyKey,
  /** The basis of the changes that were looked at. */
  basis: z.string().max(200).nullable(),
  agreed: z.array(z.enum(['ends-many', 'newer-applied', 'changed-since'])),
});

/**
 * Applies a file whose dry run was looked at, together with the waiting files that it refers to: all of them, or none. It goes
 * on in the background; its state says when it is done. Where something else would change by then, or something speaks against
 * it that nobody has said yes to, it waits again with that said; what speaks against one of the others is said yes to there.
 */
export async function applyImport(
  caller: Caller,
  { importId, idempotencyKey, basis, agreed }: z.infer<typeof ApplyImportInput>,
): Promise<ImportView> {
  const { person, councilId } = caller.signedIn;
  const { view, taken, isOvertaken } = await caller.read(async (tx) => {
    const run = await requireImport(tx, importId);
    const together = await filesTogether(tx, run);
    const isAgreed = !together.isOvertaken && (await isAgreedTo(tx, run, basis, agreed));
    const taken = isAgreed ? await take(tx, together.runs) : [];
    // Pressed twice: the first press has taken it, and the second learns the same.
    if (taken.length === 0 && !['ready', 'applying', 'applied'].includes(run.state)) refuse('wrong-state');
    return { view: await viewOf(tx, importId), taken, isOvertaken: run.state === 'ready' && together.isOvertaken };
  });
  const { imports } = caller.services;
  if (isOvertaken) imports.read(councilId, importId);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify(['imports.apply', importId]))
    .digest('hex');
  if (taken.length > 0)
    imports.apply(
      councilId,
      taken.map((run) => ({ importId: run.id, basis: run.basis, agreed: run.id === importId ? agreed : [] })),
      { actor: person, idempotency: { key: idempotencyKey, fingerprint } },
    );
  return view;
}

/** Takes all of them, or none: one that waits for a yes, or that somebody else takes at this moment, stops the others. */
async function take(tx: CouncilTransaction, runs: readonly ImportRun[]): Promise<readonly ImportRun[]> {
  const others = runs.slice(0, -1);
  if (others.some((run) => run.concerns.length > 0)) refuse('wrong-state');
  const done: boolean[] = [];
  for (const run of runs) done.push(await updateImport(tx, run.id, { state: 'applying', progressPercent: 0 }, ['ready']));
  if (done.every(Boolean)) return runs;
  // A refusal undoes what was taken.
  if (done.some(Boolean)) refuse('wrong-state');
  return [];
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
