import type { CouncilTransaction } from '../access/database.ts';

/** A mail to be sent once the change stands: to whom by staff number, and what its sentences need. Never a text, never an address. */
export interface NewMail {
  readonly person: string;
  readonly template: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Leaves mails in the outbox. */
export async function addMails(tx: CouncilTransaction, mails: readonly NewMail[]): Promise<void> {
  if (mails.length === 0) return;
  await tx.sql`
    insert into outbox (council_id, kind, payload)
    select ${tx.councilId}, 'mail', value from jsonb_array_elements(${JSON.stringify(mails)}::text::jsonb)`;
}

/** A mail that waits. */
export interface WaitingMail extends NewMail {
  readonly id: number;
  /** How often it was tried already. */
  readonly attempts: number;
}

/** Mails whose turn it is, held for this transaction so that no other sender takes them. */
export async function takeMails(tx: CouncilTransaction, most: number): Promise<WaitingMail[]> {
  const rows = await tx.sql<{ id: number; attempts: number; payload: NewMail }[]>`
    select id, attempts, payload from outbox
     where council_id = ${tx.councilId} and kind = 'mail' and sent_at is null and given_up_at is null and (not_before is null or not_before <= now())
     order by id limit ${most} for update skip locked`;
  return rows.map(({ id, attempts, payload }) => ({ ...payload, id, attempts }));
}

/** Notes that a mail has left. What its sentences needed goes with it. */
export async function markMailSent(tx: CouncilTransaction, id: number): Promise<void> {
  await tx.sql`
    update outbox set sent_at = now(), attempts = attempts + 1, payload = payload - 'values' where council_id = ${tx.councilId} and id = ${id}`;
}

/** Notes that a mail could not leave: it is tried again after some minutes, or never. */
export async function markMailFailed(tx: CouncilTransaction, id: number, againInMinutes: number | null): Promise<void> {
  await tx.sql`
    update outbox set attempts = attempts + 1,
      not_before = case when ${againInMinutes}::int is null then null else now() + make_interval(mins => ${againInMinutes ?? 0}) end,
      given_up_at = case when ${againInMinutes}::int is null then now() end
     where council_id = ${tx.councilId} and id = ${id}`;
}

/** How many mails wait to leave, and how many never will. */
export async function countMails(tx: CouncilTransaction): Promise<{ readonly waiting: number; readonly givenUp: number }> {
  const [found] = await tx.sql<{ waiting: number; givenUp: number }[]>`
    select count(*) filter (where given_up_at is null) as waiting, count(*) filter (where given_up_at is not null) as "givenUp"
      from outbox where council_id = ${tx.councilId} and kind = 'mail' and sent_at is null`;
  return found ?? { waiting: 0, givenUp: 0 };
}
