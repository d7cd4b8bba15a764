import type { Grade, SecondGradeBasis } from '@plumbline/domain/audits';
import type { CouncilTransaction } from '../access/database.ts';
import type { WordsTransaction } from '../access/sealed-words.ts';
import { itemWords } from './items.ts';

const BECAUSE = 'second grade';
const AGREED_BECAUSE = 'agreed grade';

/** The second grade of a completed audit, without its words. */
export interface SecondGrade {
  readonly itemId: string;
  readonly basis: SecondGradeBasis;
  readonly moderator: string | null;
  readonly state: 'waiting' | 'graded' | 'agreed';
  readonly overall: Grade | null;
  readonly gradedOn: string | null;
  readonly agreed: Grade | null;
  readonly agreedBy: string | null;
  readonly agreedOn: string | null;
  readonly version: number;
}

function columns(tx: CouncilTransaction) {
  return tx.sql`s.item_id as "itemId", s.basis, s.moderator, s.state, s.overall, s.graded_on as "gradedOn", s.agreed, s.agreed_by as "agreedBy",
    s.agreed_on as "agreedOn", s.version`;
}

/** Asks for a second grade; asked for once already, it stays as it is. */
export async function askSecondGrade(tx: CouncilTransaction, itemId: string, basis: SecondGradeBasis): Promise<void> {
  await tx.sql`
    insert into audit_second_grade (council_id, item_id, basis, state) values (${tx.councilId}, ${itemId}, ${basis}, 'waiting') on conflict do nothing`;
}

/** Takes back a second grade that nobody has given yet. */
export async function withdrawSecondGrade(tx: CouncilTransaction, itemId: string): Promise<void> {
  await tx.sql`delete from audit_second_grade where council_id = ${tx.councilId} and item_id = ${itemId} and state = 'waiting'`;
}

export async function findSecondGrade(tx: CouncilTransaction, itemId: string, isLocked = false): Promise<SecondGrade | null> {
  const [found] = await tx.sql<SecondGrade[]>`
    select ${columns(tx)} from audit_second_grade s where s.council_id = ${tx.councilId} and s.item_id = ${itemId} ${isLocked ? tx.sql`for update` : tx.sql``}`;
  return found ?? null;
}

/** Second grades of one audit, or of everything completed between two days. */
export async function listSecondGrades(
  tx: CouncilTransaction,
  of: { readonly auditId: string } | { readonly from: string; readonly to: string },
): Promise<SecondGrade[]> {
  const which = 'auditId' in of ? tx.sql`i.audit_id = ${of.auditId}` : tx.sql`i.completed_on between ${of.from} and ${of.to}`;
  return await tx.sql<SecondGrade[]>`
    select ${columns(tx)} from audit_second_grade s join audit_item i on i.council_id = s.council_id and i.id = s.item_id
     where s.council_id = ${tx.councilId} and ${which} order by i.completed_on, s.item_id`;
}

/** Second grades that wait for somebody, or that they gave and that are not agreed on yet. */
export async function listSecondGradesFor(tx: CouncilTransaction, moderator: string): Promise<SecondGrade[]> {
  return await tx.sql<SecondGrade[]>`
    select ${columns(tx)} from audit_second_grade s where s.council_id = ${tx.councilId} and s.moderator = ${moderator} and s.state <> 'agreed' order by s.item_id`;
}

/** What was said for the second grade and for the agreed one. */
export async function readSecondGradeWords(
  tx: WordsTransaction,
  itemId: string,
): Promise<{ readonly because: string | null; readonly agreedBecause: string | null }> {
  const [found] = await tx.sql<{ because: Uint8Array | null; agreedBecause: Uint8Array | null }[]>`
    select because, agreed_because as "agreedBecause" from audit_second_grade where council_id = ${tx.councilId} and item_id = ${itemId}`;
  if (found === undefined) return { because: null, agreedBecause: null };
  const words = await itemWords(tx, itemId);
  return {
    because: found.because === null ? null : words.read(found.because, BECAUSE),
    agreedBecause: found.agreedBecause === null ? null : words.read(found.agreedBecause, AGREED_BECAUSE),
  };
}

export async function nameModerator(tx: CouncilTransaction, itemId: string, moderator: string): Promise<void> {
  await tx.sql`
    update audit_second_grade set moderator = ${moderator}, version = version + 1
     where council_id = ${tx.councilId} and item_id = ${itemId} and state = 'waiting'`;
}

/** Keeps a grade that was given blind. */
export async function giveSecondGrade(
  tx: WordsTransaction,
  given: { readonly itemId: string; readonly overall: Grade; readonly because: string; readonly on: string },
): Promise<void> {
  const because = (await itemWords(tx, given.itemId)).seal(given.because, BECAUSE);
  await tx.sql`
    update audit_second_grade set state = 'graded', overall = ${given.overall}, because = ${because}, graded_on = ${given.on}, version = version + 1
     where council_id = ${tx.councilId} and item_id = ${given.itemId} and state = 'waiting'`;
}

/** Keeps the grade that both agreed on; the two that were given before stay. */
export async function agreeGrade(
  tx: WordsTransaction,
  agreed: { readonly itemId: string; readonly grade: Grade; readonly because: string; readonly by: string; readonly on: string },
): Promise<void> {
  const because = (await itemWords(tx, agreed.itemId)).seal(agreed.because, AGREED_BECAUSE);
  await tx.sql`
    update audit_second_grade set state = 'agreed', agreed = ${agreed.grade}, agreed_because = ${because}, agreed_by = ${agreed.by}, agreed_on = ${agreed.on},
      version = version + 1
     where council_id = ${tx.councilId} and item_id = ${agreed.itemId} and state = 'graded'`;
}
