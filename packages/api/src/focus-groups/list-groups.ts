import type { FocusGroupList, FocusGroupRow } from '@plumbline/analytics/focus-groups';
import { listCorrections, listFocusGroups, listMemberships } from '@plumbline/database';
import { isPublic, presentIn } from '@plumbline/domain/focus-groups';
import type { Caller } from '../access/caller.ts';
import { inWords } from '../access/in-words.ts';
import { procedure } from '../trpc.ts';
import { mayCode, mayRun } from './require-group.ts';

/** Focus groups that the caller may read, and those whose record waits for them. */
export async function listGroups(caller: Caller): Promise<FocusGroupList> {
  return await inWords(caller, async (tx) => {
    const own = new Map((await listMemberships(tx, caller.signedIn.person)).map((one) => [one.groupId, one]));
    const seesAll = mayRun(caller) || mayCode(caller);
    const rows: FocusGroupRow[] = [];
    for (const { id, title, state, heldOn, record, version } of await listFocusGroups(tx)) {
      const me = own.get(id);
      const isWithMe = state === 'with-members' && me?.wasPresent === true;
      if (!seesAll && !isPublic(state) && !isWithMe) continue;
      const corrections = seesAll && state === 'with-members' ? await listCorrections(tx, id) : [];
      rows.push({
        id,
        title,
        state,
        heldOn,
        audience: record.audience,
        present: presentIn(record),
        waitsForMe: isWithMe && me.agreedVersion !== version,
        openCorrections: corrections.filter((one) => one.state === 'open').length,
      });
    }
    return { groups: rows, mayRun: mayRun(caller), mayCode: mayCode(caller) };
  });
}

export const listGroupsProcedure = procedure.meta({ permission: 'focus-groups:read' }).query(({ ctx }) => listGroups(ctx.caller));
