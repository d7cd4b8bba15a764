import { changeFocusGroup, eraseFocusGroupWords, writeAudit } from '@plumbline/database';
import { formatDay, parseDay } from '@plumbline/domain/calendar';
import {
  FOCUS_GROUP_EVENTS,
  nextFocusGroupState,
  type FocusGroupEvent,
  type FocusGroupRecord,
  type FocusGroupState,
} from '@plumbline/domain/focus-groups';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { once } from '../once.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { policyVersionOn } from '../access/policy-then.ts';
import { GroupEditInput, requireAtVersion } from './require-group.ts';

const MoveGroupInput = GroupEditInput.extend({
  event: z.enum(FOCUS_GROUP_EVENTS as [FocusGroupEvent, ...FocusGroupEvent[]]),
});

/** Takes a group one step on. Retired, its words are erased: record, history, corrections and extracts; codes and counts stay. */
export async function moveGroup(
  caller: Caller,
  { idempotencyKey, ...asked }: z.infer<typeof MoveGroupInput>,
): Promise<{ readonly state: FocusGroupState; readonly version: number }> {
  return await inWords(caller, (tx) =>
    once(tx, caller, { action: 'focus-groups.move', idempotencyKey, asked }, async () => {
      const group = await requireAtVersion(tx, asked);
      const state = nextFocusGroupState(group.state, asked.event) ?? refuse('wrong-state', { currentVersion: group.version });
      const by = caller.signedIn.person;
      const heldOn = group.record.heldOn ?? formatDay(caller.today);
      const policyVersion = await policyVersionOn(tx, parseDay(heldOn) ?? caller.today);
      const record: FocusGroupRecord = asked.event === 'hold' ? { ...group.record, heldOn, policyVersion } : group.record;
      const changed = await changeFocusGroup(tx, group, { by, state, record, isSent: asked.event === 'send' });
      if (state === 'retired') await eraseFocusGroupWords(tx, group.id, emptied(record));
      await writeAudit(tx, { actor: by, action: `focus-groups.${asked.event}` });
      return { state, version: changed.version };
    }),
  );
}

/** What is left of a retired record: when, for whom, how many; nothing that anybody said. */
function emptied(record: FocusGroupRecord): FocusGroupRecord {
  return { ...record, facilitator: '', noteTaker: '', site: '', groupsMissing: '', questions: [], unplaced: '' };
}

export const moveGroupProcedure = procedure
  .meta({ permission: 'focus-groups:run' })
  .input(MoveGroupInput)
  .mutation(({ ctx, input }) => moveGroup(ctx.caller, input));
