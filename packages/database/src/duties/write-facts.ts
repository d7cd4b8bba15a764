import { inCouncil, type CouncilTransaction, type Database } from '../access/database.ts';
import { addToOutbox, writeAudit } from '../council/audit.ts';
import { claimKey, keepResponse, type IdempotencyKey } from '../council/once.ts';
import { changeFact, type FactChange, type FactProblem } from '../facts/change-facts.ts';
import { findFact, type StoredFact } from '../facts/stored-fact.ts';
import { ensureSubjects, subjectsIn } from '../facts/subjects.ts';
import { FigureChanges } from './figures.ts';
import { compare } from './compare-duties.ts';
import { covers, locksFor, takeLocks, union, type Held } from './locks.ts';
import { makingOf } from './making.ts';
import { loadStored, type SubjectsToAssess } from './replace-duties.ts';
import { replaceEverybody } from './replace-everybody.ts';
import { reachOf, type ChangedFact, type Reach } from './touched.ts';
import { writeDifference } from './write-difference.ts';

export interface FactWrite {
  /** Staff number of who says so. */
  readonly actor: string;
  /** What it is called in the audit: `facts.correct`, `supervision.log` … */
  readonly action: string;
  readonly changes: readonly FactChange[];
  readonly idempotency?: IdempotencyKey;
  /** A message for the outside. */
  readonly outbox?: { readonly kind: string; readonly payload: unknown };
}

export interface WrittenFact {
  /** Null where it was recorded new. */
  readonly before: StoredFact | null;
  /** Null where it was withdrawn. */
  readonly after: StoredFact | null;
}

export type WriteResult =
  | { readonly ok: true; readonly facts: readonly WrittenFact[]; readonly subjects: SubjectsToAssess; readonly isReplay: boolean }
  | { readonly ok: false; readonly problem: FactProblem | { readonly kind: 'key-used-otherwise' }; readonly change: number };

/** More locks are needed than were taken: the transaction starts again with them. */
class MoreLocksNeededError extends Error {
  override readonly name = 'MoreLocksNeededError';
  readonly held: Held;
  constructor(held: Held) {
    super('The write reaches further than was locked.');
    this.held = held;
  }
}

class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly result: WriteResult;
  constructor(result: WriteResult) {
    super('The write was refused.');
    this.result = result;
  }
}

const MOST_ATTEMPTS = 12;

/**
 * Writes facts by hand and brings everything due up to date, in one transaction: lock, load, decide, rows, duties, audit,
 * outbox. All of the changes stand or none does. Refusals are values.
 */
export async function writeFacts(db: Database, councilId: string, write: FactWrite): Promise<WriteResult> {
  try {
    return await whileWritingFacts(db, councilId, (_tx, writer) => writer(write));
  } catch (error) {
    if (error instanceof RefusedError) return error.result;
    throw error;
  }
}

/** Writes facts within the transaction of something larger, and brings everything due up to date. */
export type FactWriter = (write: FactWrite) => Promise<WriteResult>;

/**
 * Runs something that writes facts among other things, in one transaction: everything stands or nothing does. It runs again from its
 * beginning where a write reaches further than was locked, so it may leave nothing behind outside the transaction; a refused write ends it.
 */
export async function whileWritingFacts<Result>(
  db: Database,
  councilId: string,
  work: (tx: CouncilTransaction, write: FactWriter) => Promise<Result>,
): Promise<Result> {
  let held: Held = new Map();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inCouncil(db, councilId, (tx) => work(tx, (write) => writeOnce(tx, write, held)));
    } catch (error) {
      if (!(error instanceof MoreLocksNeededError) || attempt === MOST_ATTEMPTS) throw error;
      held = error.held;
    }
  }
}

async function writeOnce(tx: CouncilTransaction, write: FactWrite, alreadyKnown: Held): Promise<WriteResult> {
  if (write.idempotency !== undefined) {
    const earlier = await claimKey(tx, write.idempotency);
    if (earlier?.isOther === true) return { ok: false, problem: { kind: 'key-used-otherwise' }, change: 0 };
    if (earlier !== null) return { ...(earlier.response as WriteResult & { ok: true }), isReplay: true };
  }
  const touched = await factsOf(tx, write.changes);
  const held = union(alreadyKnown, locksFor(await reachOf(tx, touched)));
  await takeLocks(tx, held);
  const facts = await applyChanges(tx, write);
  const reach = await reachOf(tx, [...touched, ...facts.flatMap(sidesOf)]);
  const needed = locksFor(reach);
  if (!covers(held, needed)) throw new MoreLocksNeededError(union(held, needed));
  const changedDuties = await bringUpToDate(tx, reach);
  await writeAudit(tx, auditOf(write, facts, changedDuties));
  if (write.outbox !== undefined) await addToOutbox(tx, write.outbox.kind, write.outbox.payload);
  const result: WriteResult = {
    ok: true,
    facts,
    subjects: { persons: reach.persons, children: reach.children },
    isReplay: false,
  };
  if (write.idempotency !== undefined) await keepResponse(tx, write.idempotency, result);
  return result;
}

/** The facts that are to be changed, as they are and as they become. */
async function factsOf(tx: CouncilTransaction, changes: readonly FactChange[]): Promise<ChangedFact[]> {
  const found = await Promise.all(
    changes.map(async (change): Promise<ChangedFact[]> => {
      const before = change.op === 'record' ? null : await findFact(tx, change.kind, change.factId);
      return [
        ...(before === null ? [] : [{ kind: change.kind, values: before.values }]),
        ...(change.op === 'withdraw' ? [] : [{ kind: change.kind, values: change.values }]),
      ];
    }),
  );
  return found.flat();
}

function sidesOf(fact: WrittenFact): ChangedFact[] {
  return [fact.before, fact.after].filter((side) => side !== null).map((side) => ({ kind: side.kind, values: side.values }));
}

async function applyChanges(tx: CouncilTransaction, write: FactWrite): Promise<WrittenFact[]> {
  const [clock] = await tx.sql<{ at: string }[]>`select clock_timestamp() as at`;
  const recording = { actor: write.actor, at: clock?.at ?? '' };
  const written: WrittenFact[] = [];
  for (const [i, change] of write.changes.entries()) {
    const changed = await changeFact(tx, recording, change);
    if (!changed.ok) throw new RefusedError({ ok: false, problem: changed.problem, change: i });
    written.push({ before: changed.before, after: changed.after });
  }
  await ensureSubjects(
    tx,
    written.flatMap((fact) => (fact.after === null ? [] : subjectsIn(fact.after.kind, fact.after.values))),
  );
  return written;
}

async function bringUpToDate(tx: CouncilTransaction, reach: Reach): Promise<number> {
  const making = await makingOf(tx);
  if (making === null) return 0;
  if (reach.isEverybody) return (await replaceEverybody(tx, making)).differences;
  const figures = new FigureChanges();
  const difference = await compare(making, await loadStored(tx, reach), figures);
  await (
    await writeDifference(tx, difference)
  )();
  await figures.write(tx);
  return difference.count;
}

function auditOf(write: FactWrite, facts: readonly WrittenFact[], duties: number): Parameters<typeof writeAudit>[1] {
  const only = facts.length === 1 ? (facts[0]?.after ?? facts[0]?.before ?? null) : null;
  return {
    actor: write.actor,
    action: write.action,
    kind: write.changes[0]?.kind ?? null,
    factId: only?.id ?? null,
    counts: { facts: facts.length, duties },
  };
}
