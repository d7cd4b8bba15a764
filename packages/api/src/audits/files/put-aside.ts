import { changeItem, findAudit, findItem, listItems, writeAudit } from '@plumbline/database';
import { nextItemState } from '@plumbline/domain/audits';
import { z } from 'zod';
import type { Caller } from '../../access/caller.ts';
import { inWords } from '../../access/in-words.ts';
import { once } from '../../once.ts';
import { refuse } from '../../problems.ts';
import { procedure } from '../../trpc.ts';
import { EXCLUSION_REASONS } from '../programme/list-of.ts';
import { ItemEditInput, requireItemAt } from '../require.ts';

const PutAsideInput = ItemEditInput.extend({ because: z.enum(EXCLUSION_REASONS) });

/**
 * Puts one file aside with its reason, and calls up the next reserve of the same part of the list, or of the list where that part has
 * none left. Whoever is called up takes over the second grade that was drawn for the place.
 */
export async function putAside(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof PutAsideInput>,
): Promise<{ readonly calledUp: boolean }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'audits.put-aside', idempotencyKey, asked }, async () => {
      // The audit first: two files put aside at once would both call up the same reserve.
      const { auditId } = (await findItem(tx, asked.itemId)) ?? refuse('not-found');
      const audit = (await findAudit(tx, auditId, true)) ?? refuse('not-found');
      const item = await requireItemAt(tx, asked);
      const state = nextItemState(item.state, 'put-aside') ?? refuse('wrong-state', { currentVersion: item.version });
      if (audit.state !== 'drawn' && audit.state !== 'open') refuse('wrong-state', { currentVersion: item.version });
      const by = caller.signedIn.person;
      await changeItem(tx, item, { by, state, putAsideBecause: asked.because, isForSecondGrade: false });
      const reserves = (await listItems(tx, audit.id)).filter((one) => one.state === 'reserve');
      const next = reserves.find(({ team }) => team === item.team) ?? reserves[0];
      if (next !== undefined) await changeItem(tx, next, { by, state: 'waiting', isForSecondGrade: item.isForSecondGrade });
      await writeAudit(tx, { actor: by, action: 'audits.put-aside', counts: { calledUp: next === undefined ? 0 : 1 } });
      return { calledUp: next !== undefined };
    }),
  );
}

export const putAsideProcedure = procedure
  .meta({ permission: 'audits:plan' })
  .input(PutAsideInput)
  .mutation(({ ctx, input }) => putAside(ctx.caller, input));
