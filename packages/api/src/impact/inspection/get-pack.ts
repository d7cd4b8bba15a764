import type { InspectionPack } from '@plumbline/analytics/impact';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { requirePack } from './pack-sight.ts';
import { packRows, stepRule, whyNotApprove, whyNotCheck, type PackView } from './pack-view.ts';

/** One pack with all that stands in it, and what the caller may do with it. */
export async function getPack(caller: Caller, packId: string): Promise<PackView> {
  return await caller.read(async (tx) => {
    const { content, ...head } = await requirePack(tx, caller, packId);
    const [row] = await packRows(tx, caller, [head]);
    const me = caller.signedIn.person;
    const rule = await stepRule(tx, caller);
    const maySign = caller.permissions.includes('impact:pack-approve');
    const may = {
      check: maySign && whyNotCheck(head, me, rule) === null,
      approve: maySign && whyNotApprove(head, me) === null,
    };
    return { ...(row ?? refuse('not-found')), pack: content as InspectionPack, contentHash: head.contentHash, may, maySign };
  });
}

export const getPackProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .input(z.object({ packId: IdInput }))
  .query(({ ctx, input }) => getPack(ctx.caller, input.packId));
