import type { DutyRow, SessionDetail } from '@plumbline/analytics/compliance';
import { findFact, type CouncilTransaction, type StoredFact } from '@plumbline/database';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { noteRead } from '../access/note-read.ts';
import { canDo } from '../access/require-subject.ts';
import { requireHolder } from '../facts/fact-access.ts';
import { factRows } from '../facts/fact-rows.ts';
import { IdInput, NOW } from '../inputs.ts';
import { dutyRow } from '../lanes/duty-row.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { refuse } from '../problems.ts';
import { procedure } from '../trpc.ts';
import { sessionRows } from './session-rows.ts';

const GetSessionInput = z.object({ sessionId: IdInput });

/** One line of the log with everything that its form fills. */
export async function getSession(caller: Caller, { sessionId }: z.infer<typeof GetSessionInput>): Promise<SessionDetail> {
  return await caller.read(async (tx) => {
    const stored = (await findFact(tx, 'session', sessionId)) ?? refuse('not-found');
    await requireHolder(tx, caller, 'session', [stored.values]);
    await noteRead(tx, caller, { kind: 'person', ref: String(stored.values['supervisee']) }, 'supervision');
    const row = (await sessionRows(tx, [stored]))[0] ?? refuse('not-found');
    const fact = (await factRows(tx, [stored]))[0] ?? refuse('not-found');
    const supervisee = String(stored.values['supervisee']);
    return {
      ...row,
      values: { ...stored.values, supervisee: row.supervisee.id, supervisor: row.supervisor.id },
      recordedAt: fact.recordedAt,
      recordedBy: fact.recordedBy,
      source: fact.source,
      canEdit: await canDo(tx, caller, 'supervisions:log', { kind: 'person', ref: supervisee }),
      due: await dueOf(tx, caller, supervisee, stored),
    };
  });
}

/** Requirements about this supervision itself: its length, its record, its outcome. */
async function dueOf(tx: CouncilTransaction, caller: Caller, supervisee: string, stored: StoredFact): Promise<DutyRow[]> {
  const stage = await loadStage(tx, questionOf(caller, NOW), { persons: [supervisee], children: [], withHistory: true });
  const about = stage.duties.filter(
    (duty) => duty.subjectKind === 'session' && duty.subject === stored.values['session'] && duty.openedOn <= caller.today,
  );
  return about.map((duty) => dutyRow(stage, duty));
}

export const getSessionProcedure = procedure
  .meta({ permission: 'supervisions:read', showsRecord: true })
  .input(GetSessionInput)
  .query(({ ctx, input }) => getSession(ctx.caller, input));
