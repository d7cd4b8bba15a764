import type { FactRow, SessionRow, SubjectView } from '@plumbline/analytics/compliance';
import { listFacts, type CouncilTransaction } from '@plumbline/database';
import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { factsNaming } from '../access/facts-naming.ts';
import { noteRead } from '../access/note-read.ts';
import { canDo, requireSubject, type SubjectReference } from '../access/require-subject.ts';
import { factRows } from '../facts/fact-rows.ts';
import { columnsNaming } from '../facts/list-facts.ts';
import { IdInput, NOW } from '../inputs.ts';
import { historyOf } from '../lanes/history.ts';
import { loadStage, questionOf } from '../lanes/load-stage.ts';
import { childLanes, personLanes } from '../lanes/person-lanes.ts';
import { listSessionRows, sessionsAllowed } from '../supervision/session-rows.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';

const ViewSubjectInput = z.object({ subjectId: IdInput });

/** The log has a list of its own, and what is discussed stands there. */
const SHOWN_ELSEWHERE: readonly FactKindName[] = ['session', 'discussion', 'shift'];
const MOST_OF_A_KIND = 100;

/** One person or child: their lanes, what was due before, the log, and what is recorded. */
export async function viewSubject(caller: Caller, input: z.infer<typeof ViewSubjectInput>): Promise<SubjectView> {
  return await caller.read(async (tx) => {
    const subject = await requireSubject(tx, caller, input.subjectId);
    await noteRead(tx, caller, subject, 'page');
    const question = questionOf(caller, NOW);
    const isPerson = subject.kind === 'person';
    const children = isPerson ? await childrenHeldBy(tx, question.asOf.on, [subject.ref]) : [subject.ref];
    const stage = await loadStage(tx, question, { persons: isPerson ? [subject.ref] : [], children, withHistory: true });
    return {
      person: isPerson ? personLanes(stage, subject.ref) : null,
      child: isPerson ? null : (childLanes(stage, subject.ref)[0] ?? null),
      history: historyOf(stage, subject.kind, subject.ref),
      sessions: await sessionsAbout(tx, caller, subject),
      facts: (await canDo(tx, caller, 'facts:read', subject)) ? await factsAbout(tx, subject) : [],
    };
  });
}

async function sessionsAbout(tx: CouncilTransaction, caller: Caller, { kind, ref }: SubjectReference): Promise<SessionRow[]> {
  if (kind === 'person') return await listSessionRows(tx, { column: 'supervisee', refs: [ref] });
  const discussions = await factsNaming(tx, 'discussion', ['child'], [ref]);
  const rows = await listSessionRows(tx, { column: 'session', refs: discussions.flatMap(({ session }) => session ?? []) });
  // Whoever may see one child of a supervision may not for that see the others, nor what it says of the supervisee.
  const readable = await sessionsAllowed(tx, caller, 'supervisions:read', rows);
  return rows.map((row) => ({
    ...row,
    reason: readable.has(row) ? row.reason : null,
    children: row.children.filter(({ child }) => child.label === ref),
  }));
}

async function factsAbout(tx: CouncilTransaction, { kind, ref }: SubjectReference): Promise<FactRow[]> {
  const lists = await Promise.all(
    FACT_KIND_NAMES.filter((name) => !SHOWN_ELSEWHERE.includes(name)).map(async (name) => {
      const columns = columnsNaming(name, kind);
      if (columns.length === 0) return [];
      return (await listFacts(tx, { kind: name, naming: { columns, refs: [ref] }, limit: MOST_OF_A_KIND })).rows;
    }),
  );
  return await factRows(tx, lists.flat());
}

export const viewSubjectProcedure = procedure
  .meta({ permission: 'subjects:read', showsRecord: true })
  .input(ViewSubjectInput)
  .query(({ ctx, input }) => viewSubject(ctx.caller, input));
