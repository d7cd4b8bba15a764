import type { FactRow } from '@plumbline/analytics/compliance';
import { findKind, listVersions } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { BecauseInput, IdempotencyKey, IdInput, VersionInput } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { requireHolder } from './fact-access.ts';
import { factRows } from './fact-rows.ts';
import { writeFor } from './write.ts';

const WithdrawFactInput = z.object({
  factId: IdInput,
  baseVersion: VersionInput,
  because: BecauseInput,
  idempotencyKey: IdempotencyKey,
});

/** Withdraws something that was recorded in error. What was known of it until now can still be asked for. */
export async function withdrawFact(caller: Caller, input: z.infer<typeof WithdrawFactInput>): Promise<FactRow> {
  const { factId, baseVersion, because, idempotencyKey } = input;
  const kind = await caller.read(async (tx) => {
    const found = (await findKind(tx, factId)) ?? refuse('not-found');
    const versions = await listVersions(tx, found, factId);
    await requireHolder(
      tx,
      caller,
      found,
      versions.slice(0, 1).map((version) => version.values),
    );
    return found;
  });
  const changes = [{ op: 'withdraw' as const, kind, factId, baseVersion, because }];
  await writeFor(caller, { action: 'facts.withdraw', idempotencyKey, asked: [factId, baseVersion, because], changes });
  return await caller.read(
    async (tx) => (await factRows(tx, (await listVersions(tx, kind, factId)).slice(0, 1)))[0] ?? refuse('not-found'),
  );
}

export const withdrawFactProcedure = procedure
  .meta({ permission: 'facts:withdraw' })
  .input(WithdrawFactInput)
  .mutation(({ ctx, input }) => withdrawFact(ctx.caller, input));
