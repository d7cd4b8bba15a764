import type { AuditActionState } from '@plumbline/domain/audits';
import type { CouncilTransaction } from '../access/database.ts';
import { SealedWords, type WordsOwner, type WordsTransaction } from '../access/sealed-words.ts';

const CONTENT = 'action';

/** What an action says, and what was said of it since. */
export interface ActionWords {
  readonly what: string;
  /** What shows that it is done. */
  readonly evidence: string;
  readonly said: readonly { readonly by: string; readonly on: string; readonly text: string }[];
}

export interface AuditAction extends ActionWords {
  readonly id: string;
  readonly auditId: string | null;
  readonly itemId: string | null;
  readonly signOffId: string | null;
  readonly team: string;
  readonly owner: string;
  readonly raisedBy: string;
  readonly raisedOn: string;
  readonly dueOn: string;
  readonly state: AuditActionState;
  readonly closedBy: string | null;
  readonly closedOn: string | null;
  readonly version: number;
  readonly updatedAt: string;
}

type Sealed = Omit<AuditAction, keyof ActionWords> & { readonly dataKey: Uint8Array; readonly content: Uint8Array };

const ownerOf = (id: string): WordsOwner => ({ kind: 'audit action', id });

function columns(tx: CouncilTransaction) {
  return tx.sql`id, audit_id as "auditId", item_id as "itemId", sign_off_id as "signOffId", team, owner, raised_by as "raisedBy", raised_on as "raisedOn",
    due_on as "dueOn", state, closed_by as "closedBy", closed_on as "closedOn", version, updated_at as "updatedAt", data_key as "dataKey", content`;
}

function opened(tx: WordsTransaction, { dataKey, content, ...rest }: Sealed): AuditAction {
  const words = SealedWords.open(tx, ownerOf(rest.id), dataKey);
  return { ...rest, ...(JSON.parse(words.read(content, CONTENT)) as ActionWords) };
}

export type NewAction = Pick<
  AuditAction,
  'id' | 'auditId' | 'itemId' | 'signOffId' | 'team' | 'owner' | 'raisedBy' | 'raisedOn' | 'dueOn' | 'what'
>;

export async function addAction(tx: WordsTransaction, action: NewAction): Promise<void> {
  const { words, dataKey } = SealedWords.make(tx, ownerOf(action.id));
  const content: ActionWords = { what: action.what, evidence: '', said: [] };
  await tx.sql`
    insert into audit_action (council_id, id, audit_id, item_id, sign_off_id, team, owner, raised_by, raised_on, due_on, state, data_key, content, updated_by)
    values (${tx.councilId}, ${action.id}, ${action.auditId}, ${action.itemId}, ${action.signOffId}, ${action.team}, ${action.owner}, ${action.raisedBy},
      ${action.raisedOn}, ${action.dueOn}, 'open', ${dataKey}, ${words.seal(JSON.stringify(content), CONTENT)}, ${action.raisedBy})`;
}

/** Which actions: of one owner, of one file, of one sign-off, or all. */
export type WhichActions =
  | { readonly owner: string }
  | { readonly itemId: string }
  | { readonly signOffId: string }
  | { readonly all: true };

/** Actions, the one due first first. */
export async function listActions(tx: WordsTransaction, which: WhichActions): Promise<AuditAction[]> {
  const rows = await tx.sql<Sealed[]>`
    select ${columns(tx)} from audit_action where council_id = ${tx.councilId} ${conditionOf(tx, which)} order by due_on, id`;
  return rows.map((row) => opened(tx, row));
}

function conditionOf(tx: CouncilTransaction, which: WhichActions) {
  if ('owner' in which) return tx.sql`and owner = ${which.owner}`;
  if ('itemId' in which) return tx.sql`and item_id = ${which.itemId}`;
  return 'signOffId' in which ? tx.sql`and sign_off_id = ${which.signOffId}` : tx.sql``;
}

/** How many actions somebody has still to show as done, and the day by which the first is due. */
export async function countOpenActions(
  tx: CouncilTransaction,
  owner: string,
): Promise<{ readonly open: number; readonly firstDueOn: string | null }> {
  const [found] = await tx.sql<{ open: number; firstDueOn: string | null }[]>`
    select count(*)::int as open, min(due_on) as "firstDueOn" from audit_action
     where council_id = ${tx.councilId} and owner = ${owner} and state = 'open'`;
  return found ?? { open: 0, firstDueOn: null };
}

/** One action; with `isLocked` nobody else changes it until the transaction ends. */
export async function findAction(tx: WordsTransaction, id: string, isLocked = false): Promise<AuditAction | null> {
  const [found] = await tx.sql<Sealed[]>`
    select ${columns(tx)} from audit_action where council_id = ${tx.councilId} and id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found === undefined ? null : opened(tx, found);
}

export interface ActionChange extends Partial<
  Pick<AuditAction, 'state' | 'owner' | 'dueOn' | 'evidence' | 'said' | 'closedBy' | 'closedOn'>
> {
  readonly by: string;
}

/** Changes an action that the caller holds locked; its version counts up. */
export async function changeAction(tx: WordsTransaction, action: AuditAction, { by, ...change }: ActionChange): Promise<void> {
  const { state, owner, dueOn, what, evidence, said, closedBy, closedOn } = { ...action, ...change };
  const [found] = await tx.sql<{ dataKey: Uint8Array }[]>`
    select data_key as "dataKey" from audit_action where council_id = ${tx.councilId} and id = ${action.id}`;
  if (found === undefined) throw new Error('An action went while it was being changed.');
  const words = SealedWords.open(tx, ownerOf(action.id), found.dataKey);
  const content: ActionWords = { what, evidence, said };
  await tx.sql`
    update audit_action set state = ${state}, owner = ${owner}, due_on = ${dueOn}, content = ${words.seal(JSON.stringify(content), CONTENT)},
      closed_by = ${closedBy}, closed_on = ${closedOn}, version = version + 1, updated_by = ${by}, updated_at = now()
     where council_id = ${tx.councilId} and id = ${action.id}`;
}
