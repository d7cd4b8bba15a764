import type { AuditedKind, AuditReturn, ItemState } from '@plumbline/domain/audits';
import type { CouncilTransaction } from '../access/database.ts';
import { SealedWords, type WordsOwner, type WordsTransaction } from '../access/sealed-words.ts';

export const RETURN = 'completed audit';
const FEEDBACK = 'feedback';

export function itemOwner(id: string): WordsOwner {
  return { kind: 'audited item', id };
}

/** One file that was drawn, without what was written of it. */
export interface AuditItem {
  readonly id: string;
  readonly auditId: string;
  readonly kind: AuditedKind;
  readonly ref: string;
  /** Whose practice it is; null where nobody's (a child without a worker). */
  readonly person: string | null;
  readonly team: string;
  readonly place: number;
  readonly isForSecondGrade: boolean;
  readonly state: ItemState;
  readonly auditor: string | null;
  readonly putAsideBecause: string | null;
  readonly version: number;
  readonly savedKey: string | null;
  readonly overall: 1 | 2 | 3 | 4 | null;
  readonly answers: Readonly<Record<string, 1 | 2 | 3 | 4 | 'yes' | 'no' | 'not-applicable'>> | null;
  readonly completedOn: string | null;
  readonly fedBackOn: string | null;
  readonly updatedBy: string;
  readonly updatedAt: string;
}

function columns(tx: CouncilTransaction) {
  return tx.sql`i.id, i.audit_id as "auditId", i.kind, i.ref, i.person, i.team, i.place, i.is_for_second_grade as "isForSecondGrade", i.state, i.auditor,
    i.put_aside_because as "putAsideBecause", i.version, i.saved_key as "savedKey", i.overall, i.answers, i.completed_on as "completedOn",
    i.fed_back_on as "fedBackOn", i.updated_by as "updatedBy", i.updated_at as "updatedAt"`;
}

export type NewItem = Pick<
  AuditItem,
  'id' | 'auditId' | 'kind' | 'ref' | 'person' | 'team' | 'place' | 'isForSecondGrade' | 'state' | 'auditor'
>;

/** Adds what was drawn, each under a key of its own, with nothing written of it yet. */
export async function addItems(
  tx: WordsTransaction,
  items: readonly NewItem[],
  { by, content }: { readonly by: string; readonly content: AuditReturn },
): Promise<void> {
  const empty = JSON.stringify(content);
  const rows = items.map((item) => {
    const { words, dataKey } = SealedWords.make(tx, itemOwner(item.id));
    return {
      council_id: tx.councilId,
      id: item.id,
      audit_id: item.auditId,
      kind: item.kind,
      ref: item.ref,
      person: item.person,
      team: item.team,
      place: item.place,
      is_for_second_grade: item.isForSecondGrade,
      state: item.state,
      auditor: item.auditor,
      data_key: dataKey,
      content: words.seal(empty, RETURN),
      updated_by: by,
    };
  });
  // The driver takes at most 65,534 values in one statement.
  for (let at = 0; at < rows.length; at += 1000) await tx.sql`insert into audit_item ${tx.sql(rows.slice(at, at + 1000))}`;
}

/** Takes away what was drawn, for another draw: nothing of it may have been begun. */
export async function removeItems(tx: CouncilTransaction, auditId: string): Promise<void> {
  await tx.sql`delete from audit_item where council_id = ${tx.councilId} and audit_id = ${auditId} and state in ('reserve', 'waiting', 'put-aside')`;
}

/** Everything drawn for one audit, by team and place. */
export async function listItems(tx: CouncilTransaction, auditId: string): Promise<AuditItem[]> {
  return await tx.sql<AuditItem[]>`
    select ${columns(tx)} from audit_item i where i.council_id = ${tx.councilId} and i.audit_id = ${auditId} order by i.team, i.place, i.id`;
}

/** What was drawn, as far as how far an audit has come depends on it. */
export type ItemStanding = Pick<AuditItem, 'auditId' | 'state' | 'auditor'>;

/** How everything stands that was drawn for some audits, by audit; one for which nothing was drawn is not there. */
export async function listItemStandings(
  tx: CouncilTransaction,
  auditIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ItemStanding[]>> {
  const rows = await tx.sql<ItemStanding[]>`
    select audit_id as "auditId", state, auditor from audit_item where council_id = ${tx.councilId} and audit_id = any(${[...auditIds]}::uuid[])`;
  return Map.groupBy(rows, ({ auditId }) => auditId);
}

/** What waits for an auditor in audits that are open, and what they completed and have still to talk over, the first due first. */
export async function listItemsOfAuditor(tx: CouncilTransaction, auditor: string): Promise<AuditItem[]> {
  return await tx.sql<AuditItem[]>`
    select ${columns(tx)} from audit_item i join audit a on a.council_id = i.council_id and a.id = i.audit_id
     where i.council_id = ${tx.councilId} and i.auditor = ${auditor}
       and (a.state = 'open' and i.state in ('waiting', 'begun') or a.state in ('open', 'closed') and i.state = 'completed')
     order by a.due_on, i.team, i.place`;
}

/** What was completed about somebody's own practice, the latest first. */
export async function listItemsAbout(tx: CouncilTransaction, person: string): Promise<AuditItem[]> {
  return await tx.sql<AuditItem[]>`
    select ${columns(tx)} from audit_item i where i.council_id = ${tx.councilId} and i.person = ${person} and i.state = 'fed-back'
     order by i.completed_on desc, i.id limit 200`;
}

/** What was completed between two days, in whatever audit. */
export async function listCompletedItems(tx: CouncilTransaction, from: string, to: string): Promise<AuditItem[]> {
  return await tx.sql<AuditItem[]>`
    select ${columns(tx)} from audit_item i
     where i.council_id = ${tx.councilId} and i.completed_on between ${from} and ${to} and i.state in ('completed', 'fed-back') order by i.completed_on, i.id`;
}

/** How many files of samples somebody completed and graded, other than this one; managers’ own checks make nobody an auditor. */
export async function countCompletedBy(tx: CouncilTransaction, auditor: string, exceptId: string): Promise<number> {
  const [found] = await tx.sql<{ count: number }[]>`
    select count(*)::int as count from audit_item i join audit a on a.council_id = i.council_id and a.id = i.audit_id
     where i.council_id = ${tx.councilId} and i.auditor = ${auditor} and i.id <> ${exceptId} and i.state in ('completed', 'fed-back')
       and i.overall is not null and a.basis <> 'own-line'`;
  return found?.count ?? 0;
}

/** One of what was drawn; with `isLocked` nobody else changes it until the transaction ends. */
export async function findItem(tx: CouncilTransaction, id: string, isLocked = false): Promise<AuditItem | null> {
  const [found] = await tx.sql<AuditItem[]>`
    select ${columns(tx)} from audit_item i where i.council_id = ${tx.councilId} and i.id = ${id} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

/** The words of one of what was drawn; throws where it is not there. */
export async function itemWords(tx: WordsTransaction, id: string): Promise<SealedWords> {
  const [found] = await tx.sql<{ dataKey: Uint8Array }[]>`
    select data_key as "dataKey" from audit_item where council_id = ${tx.councilId} and id = ${id}`;
  if (found === undefined) throw new Error('There is nothing drawn of that number.');
  return SealedWords.open(tx, itemOwner(id), found.dataKey);
}

/** What was written of it, and what the person said when it was talked over. */
export async function readReturn(
  tx: WordsTransaction,
  id: string,
): Promise<{ readonly made: AuditReturn; readonly feedback: string | null }> {
  const [found] = await tx.sql<{ dataKey: Uint8Array; content: Uint8Array; feedback: Uint8Array | null }[]>`
    select data_key as "dataKey", content, feedback from audit_item where council_id = ${tx.councilId} and id = ${id}`;
  if (found === undefined) throw new Error('There is nothing drawn of that number.');
  const words = SealedWords.open(tx, itemOwner(id), found.dataKey);
  return {
    made: JSON.parse(words.read(found.content, RETURN)) as AuditReturn,
    feedback: found.feedback === null ? null : words.read(found.feedback, FEEDBACK),
  };
}

export interface ReturnSave {
  readonly itemId: string;
  readonly baseVersion: number;
  readonly key: string;
  readonly made: AuditReturn;
  readonly by: string;
}

/**
 * Saves what an auditor has written so far, in one statement: only upon the version with which the page began, only while it is at
 * work and theirs, keeping what stood before. Null where that does not hold.
 */
export async function saveReturn(
  tx: WordsTransaction,
  { itemId, baseVersion, key, made, by }: ReturnSave,
): Promise<Pick<AuditItem, 'version' | 'updatedAt'> | null> {
  const content = (await itemWords(tx, itemId)).seal(JSON.stringify(made), RETURN);
  const [saved] = await tx.sql<Pick<AuditItem, 'version' | 'updatedAt'>[]>`
    with before as (
      select council_id, id, version, content, updated_by, updated_at from audit_item
       where council_id = ${tx.councilId} and id = ${itemId} and version = ${baseVersion} and auditor = ${by} and state in ('waiting', 'begun') for update),
    kept as (
      insert into audit_item_version (council_id, item_id, version, content, saved_by, saved_at)
      select council_id, id, version, content, updated_by, updated_at from before)
    update audit_item i set content = ${content}, state = 'begun', version = i.version + 1, saved_key = ${key}, updated_by = ${by}, updated_at = now()
      from before where i.council_id = before.council_id and i.id = before.id returning i.version, i.updated_at as "updatedAt"`;
  return saved ?? null;
}

export interface ItemChange {
  readonly by: string;
  readonly state?: ItemState;
  readonly auditor?: string | null;
  readonly isForSecondGrade?: boolean;
  readonly putAsideBecause?: string;
  readonly overall?: AuditItem['overall'];
  readonly answers?: AuditItem['answers'];
  readonly completedOn?: string | null;
  readonly fedBackOn?: string;
  readonly feedback?: string;
}

/** Changes one of what was drawn that the caller holds locked; its version counts up. */
export async function changeItem(
  tx: WordsTransaction,
  item: AuditItem,
  { by, feedback, ...change }: ItemChange,
): Promise<AuditItem> {
  const { state, auditor, isForSecondGrade, putAsideBecause, overall, answers, completedOn, fedBackOn } = { ...item, ...change };
  const said = feedback === undefined ? null : (await itemWords(tx, item.id)).seal(feedback, FEEDBACK);
  const [changed] = await tx.sql<AuditItem[]>`
    update audit_item i set state = ${state}, auditor = ${auditor}, is_for_second_grade = ${isForSecondGrade}, put_aside_because = ${putAsideBecause},
      overall = ${overall}, answers = ${answers === null ? null : JSON.stringify(answers)}::text::jsonb, completed_on = ${completedOn}, fed_back_on = ${fedBackOn},
      feedback = ${said === null ? tx.sql`feedback` : said}, version = version + 1, updated_by = ${by}, updated_at = now()
     where i.council_id = ${tx.councilId} and i.id = ${item.id} returning ${columns(tx)}`;
  if (changed === undefined) throw new Error('Something drawn went while it was being changed.');
  return changed;
}
