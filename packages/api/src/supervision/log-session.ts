import type { SessionLogged } from '@plumbline/analytics/compliance';
import { findFact, listFacts, type CouncilTransaction, type FactChange, type StoredFact } from '@plumbline/database';
import type { AnyFact } from '@plumbline/domain/facts';
import { z } from 'zod';
import type { Caller } from '../access/caller.ts';
import { canDo } from '../access/require-subject.ts';
import { checkedValues, requireHolder } from '../facts/fact-access.ts';
import { requireKnownReferences } from '../facts/known-references.ts';
import { writeFor } from '../facts/write.ts';
import { FactValuesInput, IdempotencyKey, IdInput, InstantInput, VersionInput, orNull } from '../inputs.ts';
import { refuse } from '../problems.ts';
import { childrenHeldBy } from '../team/choose-people.ts';
import { procedure } from '../trpc.ts';
import { changedRows } from './changed-rows.ts';
import { discussionChanges, wouldLose } from './discussion-changes.ts';
import { checkSession, childrenOf, type ChildDiscussed } from './session-values.ts';

const LogSessionInput = z.object({
  sessionId: orNull(IdInput),
  baseVersion: orNull(VersionInput),
  /** Columns of the supervision log; people by their random ids. */
  values: FactValuesInput,
  children: z
    .array(z.object({ childId: IdInput, filedAt: InstantInput.nullable(), summarySentAt: InstantInput.nullable() }))
    .max(60),
  idempotencyKey: IdempotencyKey,
});

type Input = z.infer<typeof LogSessionInput>;

/**
 * Records a supervision as planned, held, postponed or cancelled, with the children discussed, in one write: either all of
 * it stands or nothing does. What is due changes in the same moment.
 */
export async function logSession(caller: Caller, input: Input): Promise<SessionLogged> {
  const prepared = await caller.read((tx) => prepare(tx, caller, input));
  const written = await writeFor(caller, {
    action: 'supervision.log',
    idempotencyKey: input.idempotencyKey,
    asked: [input.sessionId, input.baseVersion, input.values, input.children],
    changes: prepared.changes,
  });
  const session = written.facts[0]?.after ?? refuse('not-found');
  const { supervisee } = prepared;
  const changed = await caller.read((tx) =>
    changedRows(tx, caller, { persons: [supervisee], children: prepared.children.map((child) => child.child) }),
  );
  return { sessionId: session.id, version: session.version, changed };
}

interface Prepared {
  readonly supervisee: string;
  readonly children: readonly ChildDiscussed[];
  readonly changes: readonly FactChange[];
}

async function prepare(tx: CouncilTransaction, caller: Caller, input: Input): Promise<Prepared> {
  const before = input.sessionId === null ? null : ((await findFact(tx, 'session', input.sessionId)) ?? refuse('not-found'));
  const reference = before === null ? newReference(input.idempotencyKey) : String(before.values['session']);
  if (before !== null) await requireHolder(tx, caller, 'session', [before.values]);
  const values = await checkedValues(tx, 'session', { ...before?.values, ...input.values, session: reference });
  await requireHolder(tx, caller, 'session', [values]);
  await requireKnownReferences(tx, 'session', values, before?.values);
  const children = await childrenOf(tx, input.children);
  const stored = before === null ? [] : await discussionsIn(tx, reference);
  await requireChildren(tx, caller, String(values['supervisee']), children, stored);
  checkSession(values, children, caller.now);
  if (before !== null) requireNothingLost(before, children, stored);
  return {
    supervisee: String(values['supervisee']),
    children,
    changes: [sessionChange(before, input, values), ...discussionChanges(values, children, stored)],
  };
}

/** A reference of our own; made from the caller's key, so that the same call sent twice names the same supervision. */
function newReference(idempotencyKey: string): string {
  return `PL-${idempotencyKey.replaceAll('-', '').slice(0, 16).toUpperCase()}`;
}

function sessionChange(before: StoredFact | null, { baseVersion }: Input, values: AnyFact): FactChange {
  if (before === null) return { op: 'record', kind: 'session', values };
  if (baseVersion === null) refuse('not-valid', { fields: { baseVersion: 'Say which version you changed.' } });
  return { op: 'correct', kind: 'session', factId: before.id, baseVersion, values };
}

export async function discussionsIn(tx: CouncilTransaction, session: string): Promise<StoredFact[]> {
  return (await listFacts(tx, { kind: 'discussion', naming: { columns: ['session'], refs: [session] }, limit: 500 })).rows;
}

/**
 * The version of a supervision says nothing of what became of its children since: somebody may have put a record on the file
 * while the form was open, and the form, which does not know it, must not take it off again.
 */
function requireNothingLost(before: StoredFact, children: readonly ChildDiscussed[], stored: readonly StoredFact[]): void {
  if (!wouldLose(before, children, stored)) return;
  const message =
    'Meanwhile somebody said that a record is on the file, or a summary sent. Open this supervision again; a wrong time is taken back in the entry of the child.';
  refuse('not-valid', { fields: { children: message } });
}

/** Only children of the person supervised, of somebody for whom the caller answers, or already named here. */
async function requireChildren(
  tx: CouncilTransaction,
  caller: Caller,
  supervisee: string,
  children: readonly ChildDiscussed[],
  stored: readonly StoredFact[],
): Promise<void> {
  const held = new Set(await childrenHeldBy(tx, caller.today, [supervisee]));
  for (const { child } of children) {
    if (held.has(child) || stored.some((fact) => fact.values['child'] === child)) continue;
    if (!(await canDo(tx, caller, 'supervisions:log', { kind: 'child', ref: child }))) refuse('not-found');
  }
}

export const logSessionProcedure = procedure
  .meta({ permission: 'supervisions:log' })
  .input(LogSessionInput)
  .mutation(({ ctx, input }) => logSession(ctx.caller, input));
