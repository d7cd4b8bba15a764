import type { SessionRow, SubjectView } from '@plumbline/analytics/compliance';
import { listFacts, type CouncilTransaction } from '@plumbline/database';
import { formatDay } from '@plumbline/domain/calendar';
import type { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { noteRead } from '../access/note-read.ts';
import { knownAtOf } from '../access/policy-of.ts';
import { allowedOf, canDo, requireSubject, type SubjectReference } from '../access/require-subject.ts';
import { hasBegunBy } from '../facts/facts-as-of.ts';
import { AsOfInput, IdInput } from '../inputs.ts';
import { historyOf } from '../lanes/history.ts';
import { loadStage, questionOf, type Question } from '../lanes/load-stage.ts';
import { childLanes, personLanes } from '../lanes/person-lanes.ts';
import { listSessionRows, sessionsAllowed, type LogThen } from '../supervision/session-rows.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { factsAbout } from './facts-about.ts';

const ViewSubjectInput = AsOfInput.extend({ subjectId: IdInput });

/** More cases than one person has held, and more discussions than one child has had. */
const MOST_HELD = 5000;

/** One person or child on any day, as known on any: their lanes, what was due before, the log, and what is recorded. */
export async function viewSubject(caller: Caller, input: z.infer<typeof ViewSubjectInput>): Promise<SubjectView> {
  return await caller.read(async (tx) => {
    const subject = await requireSubject(tx, caller, input.subjectId);
    await noteRead(tx, caller, subject, 'page');
    const question = questionOf(caller, input);
    const then = thenOf(caller, question);
    const isPerson = subject.kind === 'person';
    const children = isPerson ? await childrenOfPage(tx, caller, question, then, subject.ref) : [subject.ref];
    const stage = await loadStage(tx, question, { persons: isPerson ? [subject.ref] : [], children, withHistory: true });
    return {
      person: isPerson ? personLanes(stage, subject.ref) : null,
      child: isPerson ? null : (childLanes(stage, subject.ref)[0] ?? null),
      history: historyOf(stage, subject.kind, subject.ref),
      sessions: await sessionsAbout(tx, caller, subject, then),
      facts: (await canDo(tx, caller, 'facts:read', subject)) ? await factsAbout(tx, subject, then) : [],
    };
  });
}

/** What to look back at; null for today as known now. */
function thenOf(caller: Caller, { asOf, knownOn }: Question): LogThen | null {
  if (asOf.on === caller.today && knownOn === null) return null;
  return { on: asOf.on, knownAt: knownOn === null ? undefined : knownAtOf(knownOn) };
}

/** The children whose cases somebody held on the day; of the past only those whom the caller may see today. */
async function childrenOfPage(
  tx: CouncilTransaction,
  caller: Caller,
  { asOf }: Question,
  then: LogThen | null,
  worker: string,
): Promise<string[]> {
  if (then === null) return await childrenHeldBy(tx, asOf.on, [worker]);
  const naming = { columns: ['worker'], refs: [worker] };
  const { rows } = await listFacts(tx, { kind: 'allocation', naming, knownAt: then.knownAt, limit: MOST_HELD });
  const on = formatDay(then.on);
  const held = rows.filter((row) => hasBegunBy(row, then.on) && String(row.values['endedOn'] ?? on) >= on);
  const refs = [...new Set(held.map(({ values }) => String(values['child'])))];
  const children = refs.map((ref) => ({ kind: 'child' as const, ref }));
  return (await allowedOf(tx, caller, 'subjects:read', children)).map(({ ref }) => ref);
}

async function sessionsAbout(
  tx: CouncilTransaction,
  caller: Caller,
  { kind, ref }: SubjectReference,
  then: LogThen | null,
): Promise<SessionRow[]> {
  if (kind === 'person') return await listSessionRows(tx, { column: 'supervisee', refs: [ref] }, then);
  const naming = { columns: ['child'], refs: [ref] };
  const { rows: found } = await listFacts(tx, { kind: 'discussion', naming, knownAt: then?.knownAt, limit: MOST_HELD });
  const sessions = found.map(({ values }) => values['session']).filter((session) => typeof session === 'string');
  const rows = await listSessionRows(tx, { column: 'session', refs: sessions }, then);
  // Whoever may see one child of a supervision may not for that see the others, nor what it says of the supervisee.
  const readable = await sessionsAllowed(tx, caller, 'supervisions:read', rows);
  return rows.map((row) => ({
    ...row,
    reason: readable.has(row) ? row.reason : null,
    children: row.children.filter(({ child }) => child.label === ref),
  }));
}

export const viewSubjectProcedure = procedure
  .meta({ permission: 'subjects:read', showsRecord: true })
  .input(ViewSubjectInput)
  .query(({ ctx, input }) => viewSubject(ctx.caller, input));
