import { formatDay, type LocalDate } from '@plumbline/domain/calendar';
import type { FactKindName } from '@plumbline/domain/facts';
import type { Context } from '../context.ts';
import type { FactRows } from '../fact-rows.ts';
import { addAgreements } from './agreements.ts';
import { addSituationsOfBcp } from './bcp/index.ts';
import { keptFrom } from './beside.ts';
import { addWhatStandsBesideThePolicy, contextKeptFrom } from './beside-the-policy.ts';
import { addConfirmations } from './confirmations.ts';
import { addFrontDoorCases } from './front-door-cases.ts';
import { addGroupCases } from './group-cases.ts';
import { addMeetings } from './meetings.ts';
import { addOversight } from './oversight.ts';
import { addPeerGroups } from './peer-groups.ts';
import { describePosts } from './posts.ts';
import { describeSessions } from './sessions.ts';
import { addEntries, addRecords } from './written.ts';

/** What stands beside supervision: agreements, records, entries, actions, meetings, events. Little of it moves a clock: only what groups say of a case. */
export function addWhatStandsBeside(context: Context, rows: FactRows): void {
  describePosts(context, rows);
  addAgreements(context, rows);
  describeSessions(context, rows);
  addRecords(context, rows);
  addEntries(context, rows);
  addFrontDoorCases(context, rows);
  addMeetings(context, rows);
  addGroupCases(context, rows);
  addPeerGroups(context, rows);
  addOversight(context, rows);
  addSituationsOfBcp(context, rows);
  addConfirmations(context, rows);
  addWhatStandsBesideThePolicy(context, rows);
}

/** Kinds that are kept for a year only, and columns of older kinds that were added to the forms then. */
const KEPT_LATER: readonly FactKindName[] = [
  'record',
  'action',
  'action-progress',
  'group',
  'attendance',
  'event',
  'deviation',
  'access-request',
];
const COLUMNS_KEPT_LATER = ['reference', 'parts', 'approach', 'isManagementAction', 'concernsFamily', 'sentBackAt'];

/** From which day they are recorded. */
export function feedsBeside(context: Context): Record<string, LocalDate> {
  const from = formatDay(keptFrom(context));
  const names = [...KEPT_LATER, ...COLUMNS_KEPT_LATER.map((column) => `discussion.${column}`)];
  return { ...Object.fromEntries(names.map((name) => [name, from])), 'context-figure': contextKeptFrom(context) };
}
