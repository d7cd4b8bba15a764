import { changeFocusGroup, listFocusGroupMembers } from '@plumbline/database';
import { FocusGroupRecordSchema, guideVersionOf } from '@plumbline/domain/focus-groups';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { once } from '../once.ts';
import { procedure } from '../trpc.ts';
import { GroupEditInput, requireWritable } from './require-group.ts';

const SaveGroupInput = GroupEditInput.extend({ record: FocusGroupRecordSchema });

/**
 * Saves the record of a group as it stands on the page. Saved upon another version than the page began with, it is refused.
 * Who was invited and came is set elsewhere, unless nobody is on the list: then the page's own counts are taken.
 */
export async function saveGroup(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof SaveGroupInput>,
): Promise<{ readonly version: number; readonly updatedAt: string }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.save', idempotencyKey, asked }, async () => {
      const group = await requireWritable(tx, asked);
      const hasList = (await listFocusGroupMembers(tx, group.id)).length > 0;
      const { invited, present } = hasList ? group.record : asked.record;
      const record = { ...asked.record, invited, present, guideVersion: guideVersionOf(asked.record.questions) };
      const { version, updatedAt } = await changeFocusGroup(tx, group, { by: caller.signedIn.person, record });
      return { version, updatedAt };
    }),
  );
}

export const saveGroupProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(SaveGroupInput)
  .mutation(({ ctx, input }) => saveGroup(ctx.caller, input));
