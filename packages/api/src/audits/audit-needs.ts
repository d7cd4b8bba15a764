import type { NeedRow } from '@plumbline/analytics/compliance';
import {
  countOpenActions,
  findAudit,
  listItemsOfAuditor,
  listOpenAlerts,
  listSecondGradesFor,
  type CouncilTransaction,
} from '@plumbline/database';
import { isAtWork } from '@plumbline/domain/audits';
import type { Caller } from '../access/caller.ts';

const nothing = { duty: null, subject: null, sessionId: null };

/** What audits want of the caller today, the most pressing first: an inadequate file, files to audit, second grades, actions. */
export async function auditNeeds(tx: CouncilTransaction, caller: Caller): Promise<NeedRow[]> {
  const me = caller.signedIn.person;
  const [alerts, files, second, actions] = await Promise.all([
    listOpenAlerts(tx, me),
    listItemsOfAuditor(tx, me),
    listSecondGradesFor(tx, me),
    countOpenActions(tx, me),
  ]);
  const waiting = files.filter(({ state }) => isAtWork(state));
  const toTalkOver = files.length - waiting.length;
  const dueOn = waiting[0] === undefined ? null : ((await findAudit(tx, waiting[0].auditId))?.dueOn ?? null);
  const rows: NeedRow[] = [];
  const add = (kind: NeedRow['kind'], count: number, on: string | null = null): void => {
    if (count > 0) rows.push({ ...nothing, kind, on, count });
  };
  add('audit-alert', alerts.length, alerts[0]?.respondBy.slice(0, 10) ?? null);
  add('audit-file', waiting.length, dueOn);
  add('audit-second-grade', second.length);
  add('audit-feedback', toTalkOver);
  add('audit-action', actions.open, actions.firstDueOn);
  return rows;
}
