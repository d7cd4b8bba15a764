import type { CouncilTransaction } from '../access/database.ts';
import type { WordsTransaction } from '../access/sealed-words.ts';
import { itemWords } from './items.ts';

/** Something worth passing on that an audit found. */
export interface AuditLearning {
  readonly id: string;
  readonly itemId: string;
  readonly kind: 'good-practice' | 'learning';
  /** Whose practice it is: without their consent it stays with them. */
  readonly person: string;
  readonly says: string;
  readonly state: 'asked' | 'shared' | 'kept';
  readonly raisedBy: string;
  readonly raisedOn: string;
  readonly answeredOn: string | null;
}

type Sealed = Omit<AuditLearning, 'says'> & { readonly says: Uint8Array };

function columns(tx: CouncilTransaction) {
  return tx.sql`id, item_id as "itemId", kind, person, says, state, raised_by as "raisedBy", raised_on as "raisedOn", answered_on as "answeredOn"`;
}

async function opened(tx: WordsTransaction, row: Sealed): Promise<AuditLearning> {
  return { ...row, says: (await itemWords(tx, row.itemId)).read(row.says, `learning ${row.id}`) };
}

export async function addLearning(tx: WordsTransaction, learning: Omit<AuditLearning, 'state' | 'answeredOn'>): Promise<void> {
  const says = (await itemWords(tx, learning.itemId)).seal(learning.says, `learning ${learning.id}`);
  await tx.sql`
    insert into audit_learning (council_id, id, item_id, kind, person, says, state, raised_by, raised_on)
    values (${tx.councilId}, ${learning.id}, ${learning.itemId}, ${learning.kind}, ${learning.person}, ${says}, 'asked', ${learning.raisedBy}, ${learning.raisedOn})`;
}

/** What was passed on: to one person, of one file, or shared with everybody; the latest first. */
export async function listLearning(
  tx: WordsTransaction,
  which: { readonly person: string } | { readonly itemId: string } | { readonly shared: true },
): Promise<AuditLearning[]> {
  const condition =
    'person' in which
      ? tx.sql`person = ${which.person}`
      : 'itemId' in which
        ? tx.sql`item_id = ${which.itemId}`
        : tx.sql`state = 'shared'`;
  const rows = await tx.sql<Sealed[]>`
    select ${columns(tx)} from audit_learning where council_id = ${tx.councilId} and ${condition} order by raised_on desc, id limit 200`;
  return await Promise.all(rows.map((row) => opened(tx, row)));
}

/** The person's answer: shared beyond the team, or kept between those who know it. False where it is not theirs. */
export async function answerLearning(
  tx: CouncilTransaction,
  answer: { readonly id: string; readonly person: string; readonly state: 'shared' | 'kept'; readonly on: string },
): Promise<boolean> {
  const { count } = await tx.sql`
    update audit_learning set state = ${answer.state}, answered_on = ${answer.on}
     where council_id = ${tx.councilId} and id = ${answer.id} and person = ${answer.person}`;
  return count === 1;
}
