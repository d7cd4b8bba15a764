import type { InspectionPack } from '@plumbline/analytics/impact';
import { findPack } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { IdInput } from '../../inputs.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { packRows, stepRule, whyNotApprove, whyNotCheck, type PackView } from './pack-view.ts';

/** One pack with all that stands in it, and what the caller may do with it. */
export async function getPack(caller: Caller, packId: string): Promise<PackView> {
  return await caller.read(async (tx) => {
    const { content, ...head } = (await findPack(tx, packId)) ?? refuse('not-found');
    const [row] = await packRows(tx, caller, [head]);
    const me = caller.signedIn.person;
    const rule = await stepRule(tx, caller);
    const may = { check: whyNotCheck(head, me, rule) === null, approve: whyNotApprove(head, me) === null };
    return { ...(row ?? refuse('not-found')), pack: content as InspectionPack, contentHash: head.contentHash, may };
  });
}

export const getPackProcedure = procedure
  .meta({ permission: 'impact:pack' })
  .input(z.object({ packId: IdInput }))
  .query(({ ctx, input }) => getPack(ctx.caller, input.packId));
