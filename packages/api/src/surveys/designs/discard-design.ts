import { changeDesign, writeAudit } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput, VersionInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requireDesign, requireOpenDesign } from './design-view.ts';

const DiscardDesignInput = z.object({ designId: IdInput, baseVersion: VersionInput, idempotencyKey: IdempotencyKey });
type DiscardDesign = z.infer<typeof DiscardDesignInput>;

/** Puts a survey aside. It is kept with all its versions, and listed no more. */
export async function discardDesign(
  caller: Caller,
  { idempotencyKey, ...asked }: DiscardDesign,
): Promise<{ readonly version: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'survey.design.discard', idempotencyKey, asked }, async () => {
      const design = await requireOpenDesign(tx, asked);
      await changeDesign(tx, design, { by: caller.signedIn.person, state: 'discarded' });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'survey.design.discard' });
      return { version: design.version + 1 };
    }),
  );
}

/** Takes up again what was put aside. */
export async function takeUpDesign(
  caller: Caller,
  { idempotencyKey, ...asked }: DiscardDesign,
): Promise<{ readonly version: number }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: 'survey.design.take-up', idempotencyKey, asked }, async () => {
      const design = await requireDesign(tx, asked.designId, true);
      if (design.state !== 'discarded') refuse('wrong-state', { currentVersion: design.version });
      if (design.version !== asked.baseVersion)
        refuse('out-of-date', { yourVersion: asked.baseVersion, currentVersion: design.version });
      await changeDesign(tx, design, { by: caller.signedIn.person, state: 'open' });
      await writeAudit(tx, { actor: caller.signedIn.person, action: 'survey.design.take-up' });
      return { version: design.version + 1 };
    }),
  );
}

export const discardDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(DiscardDesignInput)
  .mutation(({ ctx, input }) => discardDesign(ctx.caller, input));

export const takeUpDesignProcedure = procedure
  .meta({ permission: 'surveys:design' })
  .input(DiscardDesignInput)
  .mutation(({ ctx, input }) => takeUpDesign(ctx.caller, input));
