import {
  findFactByKey,
  whileWritingFacts,
  withSafe,
  type AuditItem,
  type CouncilTransaction,
  type FactWriter,
  type StoredAudit,
  type StoredFact,
  type WordsTransaction,
} from '@plumbline/database';
import {
  feedbackOf,
  isSameObservation,
  observationEntry,
  observationReference,
  type AuditReturn,
} from '@plumbline/domain/audits';
import { formatInstant, londonDay, londonInstant, parseInstant, toDay, type Day } from '@plumbline/domain/calendar';
import { factKey, type AnyFact } from '@plumbline/domain/facts';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { checkValues } from '../../facts/check-values.ts';
import { safeOf } from '../../surveys/rounds/round-access.ts';

/** Where nobody says at what time of the day it was. */
const NOON = 12 * 60;

/** Runs something that can open what auditors wrote and record facts as well, in one transaction: all of it stands, or nothing. */
export async function inWordsWithFacts<Result>(
  caller: Caller,
  work: (tx: WordsTransaction, write: FactWriter) => Promise<Result>,
): Promise<Result> {
  const safe = safeOf(caller);
  const { services, signedIn } = caller;
  return await whileWritingFacts(services.database, signedIn.councilId, (tx, write) => work(withSafe(tx, safe), write));
}

/** A completed observation of somebody while supervising; null for any other audit. */
function watchedIn(audit: Pick<StoredAudit, 'kind'>, item: AuditItem): string | null {
  return audit.kind === 'observation' && item.kind === 'person' ? item.person : null;
}

/**
 * Enters a completed observation into the supervision log, where the rules on observation read it. Entered by hand for that day already,
 * it stays at that. `on`: the day on which the supervision was watched.
 */
export async function enterObservation(
  tx: CouncilTransaction,
  write: FactWriter,
  caller: Caller,
  { audit, item, on }: { readonly audit: StoredAudit; readonly item: AuditItem; readonly on: Day },
): Promise<boolean> {
  const person = watchedIn(audit, item);
  if (person === null || (await isEntered(tx, person, on))) return false;
  const me = caller.signedIn.person;
  const at = Math.min(caller.now, londonInstant(on, NOON));
  const checked = checkValues('session', { ...observationEntry({ itemId: item.id, person, auditor: me, at }) });
  if (!checked.ok) throw new Error('A completed observation does not fit the supervision log.');
  const because = `From the audit “${audit.title}”.`;
  await write({
    actor: me,
    action: 'audits.observation',
    changes: [{ op: 'record', kind: 'session', values: checked.values, because }],
  });
  return true;
}

async function isEntered(tx: CouncilTransaction, person: string, on: Day): Promise<boolean> {
  const sessions = await factsNaming(tx, 'session', ['supervisee'], [person]);
  return sessions.some((session) => {
    const at = parseInstant(session.startedAt ?? session.plannedStartAt);
    return at !== null && londonDay(at) === on && isSameObservation(session, person);
  });
}

/** The entry that a completed observation left in the log; null where it left none, or somebody withdrew it. */
async function entryOf(tx: CouncilTransaction, itemId: string): Promise<StoredFact | null> {
  return await findFactByKey(tx, 'session', factKey('session', { session: observationReference(itemId) } as AnyFact));
}

/** Withdraws the entry of an observation that is taken back to work. What was known of it until now can still be asked for. */
export async function withdrawObservation(
  tx: CouncilTransaction,
  write: FactWriter,
  caller: Caller,
  item: AuditItem,
): Promise<void> {
  const found = await entryOf(tx, item.id);
  if (found === null) return;
  const because = 'The audit was taken back to work.';
  const { id: factId, version: baseVersion } = found;
  await write({
    actor: caller.signedIn.person,
    action: 'audits.observation',
    changes: [{ op: 'withdraw', kind: 'session', factId, baseVersion, because }],
  });
}

/** Adds to the entry of an observation when it was talked over, and what about. What somebody entered there by hand stays. */
export async function addFeedback(
  tx: CouncilTransaction,
  write: FactWriter,
  caller: Caller,
  { item, made, on }: { readonly item: AuditItem; readonly made: AuditReturn; readonly on: string },
): Promise<void> {
  const found = await entryOf(tx, item.id);
  if (found === null || found.values['feedbackAt'] !== null) return;
  const startedAt = parseInstant(String(found.values['startedAt'])) ?? 0;
  const at = Math.max(startedAt, Math.min(caller.now, londonInstant(toDay(on), NOON)));
  const feedback = found.values['feedback'] ?? feedbackOf(made);
  const { id: factId, version: baseVersion } = found;
  await write({
    actor: caller.signedIn.person,
    action: 'audits.observation',
    changes: [
      {
        op: 'correct',
        kind: 'session',
        factId,
        baseVersion,
        values: { ...found.values, feedbackAt: formatInstant(at), feedback },
        because: 'From the talk about the audit.',
      },
    ],
  });
}

/** Where a completed observation stands in the supervision log. */
export interface LogEntry {
  readonly id: string;
  /** The instant at which the supervision was watched. */
  readonly at: string;
}

/** The entry of an observation as pages lead to it; null where there is none. */
export async function logEntryOf(
  tx: CouncilTransaction,
  audit: Pick<StoredAudit, 'kind'>,
  item: AuditItem,
): Promise<LogEntry | null> {
  if (watchedIn(audit, item) === null) return null;
  const found = await entryOf(tx, item.id);
  return found === null ? null : { id: found.id, at: String(found.values['startedAt'] ?? found.values['plannedStartAt']) };
}
