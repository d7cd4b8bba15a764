import { addPackStep, lockPack, writeAudit, type PackStep } from '@plumbline/database';
import { z } from 'zod';
import type { InspectionPack } from '@plumbline/analytics/impact';
import type { Caller } from '../../access/caller.ts';
import { IdempotencyKey, IdInput } from '../../inputs.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { packHash } from './make-pack.ts';
import { requirePack } from './pack-sight.ts';
import { stepRule, whyNotApprove, whyNotCheck } from './pack-view.ts';

const StepInput = z.object({
  packId: IdInput,
  /** Of what was on the page: nobody checks or approves anything else. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  idempotencyKey: IdempotencyKey,
});

/**
 * Notes that somebody checked or approved a pack. Two different people do that, and whoever drafted it does not approve it; where at
 * least three people may, whoever drafted it does not check it either. Never taken back.
 */
async function takeStep(
  caller: Caller,
  step: PackStep,
  { idempotencyKey, ...asked }: z.infer<typeof StepInput>,
): Promise<{ readonly packId: string }> {
  return await caller.read((tx) =>
    once(tx, caller, { action: `impact.packs.${step}`, idempotencyKey, asked }, async () => {
      const { packId, contentHash } = asked;
      await lockPack(tx, packId);
      const found = await requirePack(tx, caller, packId);
      if (found.contentHash !== contentHash || packHash(found.content as InspectionPack) !== contentHash) refuse('out-of-date');
      const by = caller.signedIn.person;
      const because = step === 'checked' ? whyNotCheck(found, by, await stepRule(tx, caller)) : whyNotApprove(found, by);
      if (because !== null) refuse('wrong-state', { fields: { pack: because } });
      if (!(await addPackStep(tx, { packId, step, contentHash, by }))) refuse('already-recorded');
      await writeAudit(tx, { actor: by, action: `impact.packs.${step}` });
      return { packId };
    }),
  );
}

export const checkPackProcedure = procedure
  .meta({ permission: 'impact:pack-approve' })
  .input(StepInput)
  .mutation(({ ctx, input }) => takeStep(ctx.caller, 'checked', input));

export const approvePackProcedure = procedure
  .meta({ permission: 'impact:pack-approve' })
  .input(StepInput)
  .mutation(({ ctx, input }) => takeStep(ctx.caller, 'approved', input));
