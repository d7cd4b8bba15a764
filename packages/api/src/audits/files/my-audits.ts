import type { PersonLabel } from '@plumbline/analytics/compliance';
import {
  findAudit,
  findItem,
  listActions,
  listItemsAbout,
  listItemsOfAuditor,
  listLearning,
  listOpenAlerts,
  listSecondGradesFor,
  type AuditItem,
  type CouncilTransaction,
  type WordsTransaction,
} from '@plumbline/database';
import { auditKind, type ItemState } from '@plumbline/domain/audits';
import type { Caller } from '../../access/caller.ts';
import { factsNaming } from '../../access/facts-naming.ts';
import { inWords } from '../../access/in-words.ts';
import { labelsOf } from '../../access/labels.ts';
import { procedure } from '../../trpc.ts';
import { actionRows, type ActionRow } from '../closing/action-rows.ts';

export interface MyFileRow {
  readonly id: string;
  readonly auditTitle: string;
  readonly kindTitle: string;
  readonly label: string;
  readonly worker: PersonLabel | null;
  readonly team: string;
  readonly state: ItemState;
  readonly dueOn: string;
}

export interface MyAudits {
  /** To audit, or to be talked over once completed. */
  readonly toAudit: readonly MyFileRow[];
  /** To grade a second time, or to agree on. */
  readonly toModerate: readonly (MyFileRow & { readonly standing: 'waiting' | 'graded' })[];
  readonly alerts: readonly (MyFileRow & { readonly respondBy: string })[];
  readonly actions: readonly ActionRow[];
  /** Audits of one's own practice that were talked over. */
  readonly aboutMe: readonly (MyFileRow & { readonly fedBackOn: string })[];
  readonly learning: readonly {
    readonly id: string;
    readonly kind: 'good-practice' | 'learning';
    readonly says: string;
    readonly state: 'asked' | 'shared' | 'kept';
  }[];
}

/** Everything about audits that is the caller's own: to do, to answer, to read. */
export async function myAudits(caller: Caller): Promise<MyAudits> {
  return await inWords(caller, async (tx) => {
    const me = caller.signedIn.person;
    const second = await listSecondGradesFor(tx, me);
    const alerts = await listOpenAlerts(tx, me);
    const toAudit = await listItemsOfAuditor(tx, me);
    const aboutMe = await listItemsAbout(tx, me);
    const row = await rowsFor(tx, [...toAudit, ...aboutMe, ...(await itemsOf(tx, [...second, ...alerts]))]);
    const actions = await listActions(tx, { owner: me });
    const open = actions.filter(({ state }) => state === 'open' || state === 'shown');
    return {
      toAudit: toAudit.map(({ id }) => row(id)),
      toModerate: second.map(({ itemId, state }) => ({ ...row(itemId), standing: state === 'waiting' ? 'waiting' : 'graded' })),
      alerts: alerts.map(({ itemId, respondBy }) => ({ ...row(itemId), respondBy })),
      actions: await actionRows(tx, caller, open),
      aboutMe: aboutMe.map(({ id, fedBackOn }) => ({ ...row(id), fedBackOn: fedBackOn ?? '' })),
      learning: await learningOf(tx, me),
    };
  });
}

async function itemsOf(tx: CouncilTransaction, of: readonly { readonly itemId: string }[]): Promise<AuditItem[]> {
  const found: AuditItem[] = [];
  for (const { itemId } of of) {
    const item = await findItem(tx, itemId);
    if (item !== null) found.push(item);
  }
  return found;
}

async function learningOf(tx: WordsTransaction, person: string): Promise<MyAudits['learning']> {
  return (await listLearning(tx, { person })).map(({ id, kind, says, state }) => ({ id, kind, says, state }));
}

async function rowsFor(tx: CouncilTransaction, items: readonly AuditItem[]): Promise<(id: string) => MyFileRow> {
  const teams = new Map((await factsNaming(tx, 'team')).map((team) => [team.team, team.name]));
  const label = await labelsOf(
    tx,
    items.flatMap(({ person }) => (person === null ? [] : [person])),
  );
  const rows = new Map<string, MyFileRow>();
  for (const { id, auditId, kind, ref, person, team, state } of items) {
    const audit = await findAudit(tx, auditId);
    if (audit === null) continue;
    rows.set(id, {
      id,
      auditTitle: audit.title,
      kindTitle: auditKind(audit.kind).title,
      label: kind === 'child' ? ref : label(person ?? ref).name,
      worker: kind === 'child' && person !== null ? label(person) : null,
      team: teams.get(team) ?? team,
      state,
      dueOn: audit.dueOn,
    });
  }
  return (id) => {
    const found = rows.get(id);
    if (found === undefined) throw new Error('A file of an audit has gone.');
    return found;
  };
}

export const myAuditsProcedure = procedure.meta({ permission: 'audits:mine' }).query(({ ctx }) => myAudits(ctx.caller));
