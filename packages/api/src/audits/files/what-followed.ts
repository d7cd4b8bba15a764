import type { PersonLabel } from '@plumbline/analytics/compliance';
import {
  askedBefore,
  findAlert,
  listActions,
  listLearning,
  readAlertAnswer,
  type AuditItem,
  type StoredAudit,
  type WordsTransaction,
} from '@plumbline/database';
import { isCompleted } from '@plumbline/domain/audits';
import type { Caller } from '../../access/caller.ts';
import { labelsOf } from '../../access/labels.ts';
import { actionRows, type ActionRow } from '../closing/action-rows.ts';
import { mayPlan } from '../require.ts';

export interface AlertView {
  readonly responder: PersonLabel;
  readonly respondBy: string;
  readonly answeredBy: PersonLabel | null;
  readonly answeredAt: string | null;
  readonly says: string | null;
  readonly mayAnswer: boolean;
  /** Who was asked before, each until when. */
  readonly askedBefore: readonly { readonly who: PersonLabel; readonly until: string }[];
}

export interface LearningRow {
  readonly id: string;
  readonly kind: 'good-practice' | 'learning';
  readonly says: string;
  readonly state: 'asked' | 'shared' | 'kept';
}

export interface WhatFollowed {
  readonly alert: AlertView | null;
  readonly actions: readonly ActionRow[];
  readonly learning: readonly LearningRow[];
}

/** What came of a completed file: the alert where it is inadequate, the actions agreed, and what was passed on. */
export async function whatFollowed(
  tx: WordsTransaction,
  caller: Caller,
  item: AuditItem,
  audit: StoredAudit,
): Promise<WhatFollowed> {
  const alert = isCompleted(item.state) ? await findAlert(tx, item.id) : null;
  const actions = await listActions(tx, { itemId: item.id });
  const learning = await listLearning(tx, { itemId: item.id });
  const before = alert === null ? [] : await askedBefore(tx, item.id);
  const people = [alert?.responder, alert?.answeredBy, ...before.map(({ responder }) => responder)].filter(
    (ref) => typeof ref === 'string',
  );
  const label = await labelsOf(tx, people);
  const me = caller.signedIn.person;
  return {
    alert:
      alert === null
        ? null
        : {
            responder: label(alert.responder),
            respondBy: alert.respondBy,
            answeredBy: alert.answeredBy === null ? null : label(alert.answeredBy),
            answeredAt: alert.answeredAt,
            says: item.person === me ? null : await readAlertAnswer(tx, item.id),
            mayAnswer:
              alert.answeredAt === null &&
              item.person !== me &&
              (alert.responder === me || audit.responder === me || mayPlan(caller)),
            askedBefore: before.map(({ responder, until }) => ({ who: label(responder), until })),
          },
    actions: await actionRows(tx, caller, actions),
    learning: learning.map(({ id, kind, says, state }) => ({ id, kind, says, state })),
  };
}
