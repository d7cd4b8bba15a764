import type { MineView } from '@plumbline/analytics/compliance';
import type { Caller } from '../access/caller.ts';
import { historyOf } from '../lanes/history.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { personLanes } from '../lanes/person-lanes.ts';
import { listSessionRows } from '../supervision/session-rows.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { NOW } from '../inputs.ts';

/** The caller's own supervision: their lanes and their children's, what was due before, and the log. */
export async function viewMine(caller: Caller): Promise<MineView> {
  const me = caller.signedIn.person;
  return await caller.read(async (tx) => {
    const question = questionOf(caller, NOW);
    const children = await childrenHeldBy(tx, question.asOf.on, [me]);
    const stage = await loadStage(tx, question, { persons: [me], children, withHistory: true });
    return {
      lanes: personLanes(stage, me),
      history: historyOf(stage, 'person', me),
      sessions: await listSessionRows(tx, { column: 'supervisee', refs: [me] }),
    };
  });
}

export const viewMineProcedure = procedure.meta({ permission: 'own-supervision:read' }).query(({ ctx }) => viewMine(ctx.caller));
