import { randomUUID } from 'node:crypto';
import { addPack, databaseNow, findCouncil, writeAudit } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { makePackApart, packHash } from './make-pack.ts';
import { homesOf, maySee } from './pack-sight.ts';

const DraftInput = z.object({
  /** The team code of the children's home whose pack it is to be; null for the whole council's. */
  home: z.string().min(1).max(200).nullable().default(null),
  idempotencyKey: IdempotencyKey,
});

/**
 * Drafts a pack as of today, of the council or of one children's home. What stands in it never changes: other figures are another draft.
 * It is worked out in a thread of its own, so that nobody else waits meanwhile. Somebody else's home is refused as one that is not there.
 */
export async function draftPack(
  caller: Caller,
  { home, idempotencyKey }: z.infer<typeof DraftInput>,
): Promise<{ readonly packId: string }> {
  if (!maySee(caller, { home })) refuse('not-found');
  const { database, packs } = caller.services;
  const council = (await findCouncil(database, caller.signedIn.councilId)) ?? refuse('not-found');
  return await caller.read((tx) =>
    once(tx, caller, { action: 'impact.packs.draft', idempotencyKey, asked: { home } }, async () => {
      if (home !== null && !(await homesOf(tx, caller)).some(({ team }) => team === home)) refuse('not-found');
      const today = formatDay(caller.today);
      const knownAt = await databaseNow(tx);
      const moment = { madeOn: today, asOf: today, knownAt, home };
      const asked = { council: { id: council.id, name: council.name }, moment };
      const pack = await (packs?.make(keyOf(caller, idempotencyKey), asked) ?? makePackApart(database, asked));
      const packId = randomUUID();
      const draftedBy = caller.signedIn.person;
      const { asOf, policyVersion } = pack;
      await addPack(tx, {
        id: packId,
        home,
        asOf,
        knownAt,
        policyVersion,
        content: pack,
        contentHash: packHash(pack),
        draftedBy,
      });
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

const DraftingInput = z.object({ idempotencyKey: IdempotencyKey });

/** How far a draft of the caller's is, from 0 to 1; null where none is being worked out under this key. */
export const draftingProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .input(DraftingInput)
  .query(({ ctx, input }): { done: number | null } => ({
    done: ctx.caller.services.packs?.progress(keyOf(ctx.caller, input.idempotencyKey)) ?? null,
  }));

function keyOf({ signedIn }: Caller, idempotencyKey: string): string {
  return JSON.stringify([signedIn.councilId, signedIn.person, idempotencyKey]);
}
