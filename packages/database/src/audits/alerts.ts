import type { CouncilTransaction } from '../access/database.ts';
import type { WordsTransaction } from '../access/sealed-words.ts';
import { itemWords } from './items.ts';

const SAYS = 'alert';

/** A file graded inadequate, and who answers for it. */
export interface AuditAlert {
  readonly itemId: string;
  readonly responder: string;
  readonly raisedAt: string;
  readonly respondBy: string;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

function columns(tx: CouncilTransaction) {
  return tx.sql`item_id as "itemId", responder, raised_at as "raisedAt", respond_by as "respondBy", answered_by as "answeredBy", answered_at as "answeredAt"`;
}

/** Raises it; raised once already, it stays as it is. */
export async function raiseAlert(
  tx: CouncilTransaction,
  alert: { readonly itemId: string; readonly responder: string; readonly raisedAt: string; readonly respondBy: string },
): Promise<void> {
  await tx.sql`
    insert into audit_alert (council_id, item_id, responder, raised_at, respond_by)
    values (${tx.councilId}, ${alert.itemId}, ${alert.responder}, ${alert.raisedAt}, ${alert.respondBy}) on conflict do nothing`;
}

export async function findAlert(tx: CouncilTransaction, itemId: string): Promise<AuditAlert | null> {
  const [found] = await tx.sql<AuditAlert[]>`
    select ${columns(tx)} from audit_alert where council_id = ${tx.councilId} and item_id = ${itemId}`;
  return found ?? null;
}

/** Those of one audit that nobody has answered yet, locked: an answer that comes at the same moment waits. */
export async function openAlertsOf(tx: CouncilTransaction, auditId: string): Promise<AuditAlert[]> {
  return await tx.sql<AuditAlert[]>`
    select ${columns(tx)} from audit_alert a
     where a.council_id = ${tx.councilId} and a.answered_at is null
       and exists (select 1 from audit_item i where i.council_id = a.council_id and i.id = a.item_id and i.audit_id = ${auditId})
     order by a.item_id for update`;
}

/** Asks somebody else to answer for it, and keeps who was asked before. */
export async function passAlert(tx: CouncilTransaction, alert: AuditAlert, to: string, by: string): Promise<void> {
  await tx.sql`
    insert into audit_alert_passed (council_id, item_id, from_responder, to_responder, passed_by)
    values (${tx.councilId}, ${alert.itemId}, ${alert.responder}, ${to}, ${by})`;
  await tx.sql`
    update audit_alert set responder = ${to} where council_id = ${tx.councilId} and item_id = ${alert.itemId} and answered_at is null`;
}

/** Somebody who was asked to answer, until somebody else was. */
export interface EarlierResponder {
  readonly responder: string;
  readonly until: string;
}

/** Who was asked to answer for a file before its responder of today, the first first. */
export async function askedBefore(tx: CouncilTransaction, itemId: string): Promise<EarlierResponder[]> {
  return await tx.sql<EarlierResponder[]>`
    select from_responder as responder, passed_at as until from audit_alert_passed
     where council_id = ${tx.councilId} and item_id = ${itemId} order by passed_at`;
}

/** Those that nobody has answered yet, of one responder or of all, the most pressing first. */
export async function listOpenAlerts(tx: CouncilTransaction, responder: string | null): Promise<AuditAlert[]> {
  return await tx.sql<AuditAlert[]>`
    select ${columns(tx)} from audit_alert
     where council_id = ${tx.councilId} and answered_at is null ${responder === null ? tx.sql`` : tx.sql`and responder = ${responder}`} order by respond_by, item_id`;
}

export async function readAlertAnswer(tx: WordsTransaction, itemId: string): Promise<string | null> {
  const [found] = await tx.sql<{ says: Uint8Array | null }[]>`
    select says from audit_alert where council_id = ${tx.councilId} and item_id = ${itemId}`;
  return found === undefined || found.says === null ? null : (await itemWords(tx, itemId)).read(found.says, SAYS);
}

/** Keeps what was done at once about it. False where it was answered before. */
export async function answerAlert(
  tx: WordsTransaction,
  answer: { readonly itemId: string; readonly by: string; readonly at: string; readonly says: string },
): Promise<boolean> {
  const says = (await itemWords(tx, answer.itemId)).seal(answer.says, SAYS);
  const { count } = await tx.sql`
    update audit_alert set answered_by = ${answer.by}, answered_at = ${answer.at}, says = ${says}
     where council_id = ${tx.councilId} and item_id = ${answer.itemId} and answered_at is null`;
  return count === 1;
}
