import {
  addMails,
  askedBefore,
  findItem,
  findSecondGrade,
  openAlertsOf,
  passAlert,
  type AuditItem,
  type CouncilTransaction,
  type StoredAudit,
} from '@plumbline/database';
import { formatDay, londonDay, parseInstant } from '@plumbline/domain/calendar';

type Named = Pick<StoredAudit, 'responder' | 'lead'>;

/** Nobody answers for their own file: of the responder's it is whoever leads the audit, of the lead's its auditor. */
export function responderFor({ responder, lead }: Named, { person }: Pick<AuditItem, 'person'>, auditor: string): string {
  return [responder, lead].find((one) => one !== person) ?? auditor;
}

/**
 * Passes what nobody has answered yet on to whoever is named for an audit by now, and tells them. Whoever was asked before is kept. What
 * the new ones may not answer for stays where it is: their own file, and one that they are to grade blind, whose grade it would tell.
 */
export async function passOpenAlerts(tx: CouncilTransaction, audit: StoredAudit, by: string): Promise<number> {
  let passed = 0;
  for (const alert of await openAlertsOf(tx, audit.id)) {
    const to = await newResponder(tx, audit, alert.itemId);
    if (to === null || to === alert.responder) continue;
    await passAlert(tx, alert, to, by);
    const closesOn = formatDay(londonDay(parseInstant(alert.respondBy) ?? 0));
    await addMails(tx, [{ person: to, template: 'audit-alert-passed', values: { title: audit.title, closesOn } }]);
    passed += 1;
  }
  return passed;
}

async function newResponder(tx: CouncilTransaction, { responder, lead }: Named, itemId: string): Promise<string | null> {
  const item = await findItem(tx, itemId);
  const second = await findSecondGrade(tx, itemId);
  const gradesBlind = second?.state === 'waiting' ? second.moderator : null;
  return [responder, lead].find((one) => one !== item?.person && one !== gradesBlind) ?? null;
}

/** Everybody who was ever asked to answer for a file: they know that it was graded inadequate. */
export async function everAsked(tx: CouncilTransaction, itemId: string): Promise<ReadonlySet<string>> {
  return new Set((await askedBefore(tx, itemId)).map(({ responder }) => responder));
}
