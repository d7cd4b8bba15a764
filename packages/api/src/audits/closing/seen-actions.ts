import {
  findItem,
  findSecondGrade,
  listCompletedItems,
  listSecondGrades,
  type AuditAction,
  type AuditItem,
  type CouncilTransaction,
  type SecondGrade,
} from '@plumbline/database';
import { can } from '@plumbline/domain/access';
import { isCompleted } from '@plumbline/domain/audits';
import type { Caller } from '../../access/caller.ts';
import { answeredFor } from '../people.ts';
import { mayPlan } from '../require.ts';

/** Before and after any audit. */
const EVER = { from: '1900-01-01', to: '2999-12-31' };

/**
 * Those of some actions that the caller sees: what they own or raised; and, of what was agreed for teams for which they answer or, where
 * they plan audits, for any, all but what would say of a file what they may not know of it. An action says what was found.
 */
export async function seenActions(
  tx: CouncilTransaction,
  caller: Caller,
  actions: readonly AuditAction[],
): Promise<AuditAction[]> {
  const me = caller.signedIn.person;
  const isMine = ({ owner, raisedBy }: AuditAction): boolean => owner === me || raisedBy === me;
  const isInReach = ({ team }: AuditAction): boolean =>
    mayPlan(caller) ||
    (caller.permissions.includes('audits:read') && can(caller.actor, 'audits:read', { kind: 'team', ref: team }, caller.today));
  const others = actions.filter((action) => !isMine(action) && isInReach(action));
  const told = await toldFiles(
    tx,
    caller,
    others.flatMap(({ itemId }) => (itemId === null ? [] : [itemId])),
  );
  const seen = new Set(others.filter(({ itemId }) => itemId === null || told.has(itemId)));
  return actions.filter((action) => isMine(action) || seen.has(action));
}

/**
 * Of some files those of which whoever is in reach may be told: completed, of the caller's own practice only once it was talked over, and
 * while a second grade is waited for only by whoever answers for the person.
 */
async function toldFiles(tx: CouncilTransaction, caller: Caller, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { items, second } = await filesOf(tx, [...new Set(ids)]);
  const theirs = await answeredFor(
    tx,
    caller,
    items.map(({ person }) => person),
  );
  const waiting = new Map(second.filter(({ state }) => state === 'waiting').map((one) => [one.itemId, one.moderator]));
  const me = caller.signedIn.person;
  const isTold = ({ id, person, state }: AuditItem): boolean => {
    if (person === me) return state === 'fed-back';
    return !waiting.has(id) || (waiting.get(id) !== me && person !== null && theirs.has(person));
  };
  return new Set(items.filter(isTold).map(({ id }) => id));
}

interface Files {
  readonly items: readonly AuditItem[];
  readonly second: readonly SecondGrade[];
}

/** Completed files with their second grades: one by itself, or all of many at once. */
async function filesOf(tx: CouncilTransaction, ids: readonly string[]): Promise<Files> {
  const [only] = ids;
  if (only === undefined) return { items: [], second: [] };
  if (ids.length > 1) {
    const wanted = new Set(ids);
    const items = (await listCompletedItems(tx, EVER.from, EVER.to)).filter(({ id }) => wanted.has(id));
    return { items, second: await listSecondGrades(tx, EVER) };
  }
  const item = await findItem(tx, only);
  const second = await findSecondGrade(tx, only);
  return { items: item !== null && isCompleted(item.state) ? [item] : [], second: second === null ? [] : [second] };
}
