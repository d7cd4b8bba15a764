import type { NeedRow } from '@plumbline/analytics/compliance';
import {
  lastEvidenceOn,
  listWaiting,
  loadBook,
  servicesSigned,
  type CouncilTransaction,
  type WaitingKind,
} from '@plumbline/database';
import { can, type Permission } from '@plumbline/domain/access';
import { addMonths, formatDay, formatInstant, startOfMonth } from '@plumbline/domain/calendar';
import type { Caller } from '../access/caller.ts';

/** A team with the service to which it belongs. */
export interface TeamOf {
  readonly team: string;
  readonly service: string;
}

const NOTHING = { duty: null, subject: null, sessionId: null };

/** Whoever has the permission is asked to do it. */
const FOR: Readonly<Record<WaitingKind, Permission>> = {
  'person-without-supervisor': 'teams:read',
  'survey-to-open': 'surveys:run',
  'survey-to-close': 'surveys:run',
  'survey-to-publish': 'surveys:run',
  'survey-to-decide': 'surveys:decide',
  'survey-to-change': 'surveys:decide',
  'survey-to-check': 'surveys:decide',
  'focus-group-code': 'focus-groups:code',
  'files-unassigned': 'audits:plan',
  'alert-late': 'audits:plan',
  'action-close': 'audits:mine',
  'action-late': 'audits:plan',
  'learning-asked': 'audits:mine',
  'pack-check': 'impact:pack-approve',
  'pack-approve': 'impact:pack-approve',
  'context-missing': 'events:record',
};

/** What came to the impact page is new for so many days. */
const NEW_FOR_DAYS = 7;

/**
 * What waits for the caller in surveys, focus groups, audits, packs and monthly figures: one line of each kind, with how many, gathered in
 * one query whatever the role. Of each home, and of the council, the newest pack alone counts: an older draft waits for nobody.
 */
export async function waitingNeeds(tx: CouncilTransaction, caller: Caller, teams: readonly TeamOf[]): Promise<NeedRow[]> {
  const { permissions, today } = caller;
  const month = lastMonthOf(today);
  const [waiting, signed, evidence] = await Promise.all([
    listWaiting(tx, {
      person: caller.signedIn.person,
      today: formatDay(today),
      now: formatInstant(caller.now),
      lastMonth: month,
      teams: reached(caller, teams, 'teams:read').map(({ team }) => team),
    }),
    permissions.includes('audits:sign-off') ? servicesSigned(tx, month) : null,
    permissions.includes('impact:read') ? newOnImpact(tx, today) : null,
  ]);
  const rows: NeedRow[] = [];
  for (const [kind, { count, id, on }] of waiting) {
    if (!permissions.includes(FOR[kind])) continue;
    const isPerson = kind === 'person-without-supervisor' && id !== null;
    const targetId = isPerson ? (await loadBook(tx, { persons: [id] })).id('person', id) : id;
    rows.push({ ...NOTHING, kind, count, on, targetId });
  }
  const unsigned = new Set(
    signed === null
      ? []
      : reached(caller, teams, 'audits:sign-off').flatMap(({ service }) => (signed.has(service) ? [] : [service])),
  );
  if (unsigned.size > 0) rows.push({ ...NOTHING, kind: 'sign-off-due', count: unsigned.size, on: month.to });
  if (evidence !== null) rows.push({ ...NOTHING, kind: 'impact-new', count: 1, on: evidence });
  return rows;
}

/** The last day of this week on which something came to the impact page: results were published, or a month was over; null where nothing did. */
async function newOnImpact(tx: CouncilTransaction, today: number): Promise<string | null> {
  const from = today + 1 - NEW_FOR_DAYS;
  const published = await lastEvidenceOn(tx, { from: formatDay(from), to: formatDay(today) });
  const begins = startOfMonth(today);
  return published ?? (begins >= from ? formatDay(begins) : null);
}

/** First and last day of the last month that is over. */
export function lastMonthOf(today: number): { readonly from: string; readonly to: string } {
  const begins = startOfMonth(today);
  return { from: formatDay(addMonths(begins, -1)), to: formatDay(begins - 1) };
}

function reached(caller: Caller, teams: readonly TeamOf[], permission: Permission): readonly TeamOf[] {
  if (!caller.permissions.includes(permission)) return [];
  return teams.filter(({ team }) => can(caller.actor, permission, { kind: 'team', ref: team }, caller.today));
}
