import { randomUUID } from 'node:crypto';
import { addPack, databaseNow, findCouncil, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { makePack, packHash } from './make-pack.ts';

const DraftInput = z.object({ idempotencyKey: IdempotencyKey });

/** Drafts a pack as of today. What stands in it never changes: other figures are another draft. */
export async function draftPack(
  caller: Caller,
  { idempotencyKey }: z.infer<typeof DraftInput>,
): Promise<{ readonly packId: string }> {
  const council = (await findCouncil(caller.services.database, caller.signedIn.councilId)) ?? refuse('not-found');
  return await caller.read((tx) =>
    once(tx, caller, { action: 'impact.packs.draft', idempotencyKey, asked: {} }, async () => {
      const today = formatDay(caller.today);
      const knownAt = await databaseNow(tx);
      const pack = await makePack(tx, council, { madeOn: today, asOf: today, knownAt });
      const packId = randomUUID();
      const draftedBy = caller.signedIn.person;
      const { asOf, policyVersion } = pack;
      await addPack(tx, { id: packId, asOf, knownAt, policyVersion, content: pack, contentHash: packHash(pack), draftedBy });
      const figures = pack.parts.reduce((sum, part) => sum + part.figures.length, 0);
      await writeAudit(tx, { actor: draftedBy, action: 'impact.packs.draft', counts: { figures } });
      return { packId };
    }),
  );
}

export const draftPackProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .input(DraftInput)
  .mutation(({ ctx, input }) => draftPack(ctx.caller, input));
