import type { CouncilTransaction } from '../access/database.ts';

/** The moment of the transaction, by the database's own clock, to the millisecond (ISO). */
export async function databaseNow(tx: CouncilTransaction): Promise<string> {
  const [found] = await tx.sql<{ at: string }[]>`
    select to_char(date_trunc('milliseconds', now()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;
  if (found === undefined) throw new Error('The database did not say what time it is.');
  return found.at;
}

/** A first and a last day in London, both included, and the instant (ISO) by which something was known. */
export interface KnownPeriod {
  readonly from: string;
  readonly to: string;
  readonly by: string;
}

/** How often records were looked at, on one ground. */
export interface ReadsOnGround {
  readonly ground: string;
  readonly times: number;
  readonly readers: number;
}

/** Looks at records of a period, by the ground on which each was allowed: of everybody, or of these people alone. */
export async function countReads(
  tx: CouncilTransaction,
  { from, to, by }: KnownPeriod,
  persons: readonly string[] | null,
): Promise<ReadsOnGround[]> {
  const whose = persons === null ? tx.sql`` : tx.sql`and about_kind = 'person' and about_ref = any(${[...persons]})`;
  return await tx.sql<ReadsOnGround[]>`
    select ground, count(*)::int as times, count(distinct reader)::int as readers from record_read
     where council_id = ${tx.councilId} and at <= ${by} and (at at time zone 'Europe/London')::date between ${from} and ${to} ${whose}
     group by 1 order by 1`;
}

/** Lines of the log of what was done here in a period. */
export async function countLogged(tx: CouncilTransaction, { from, to, by }: KnownPeriod): Promise<number> {
  const [found] = await tx.sql<{ lines: number }[]>`
    select count(*)::int as lines from audit_entry
     where council_id = ${tx.councilId} and at <= ${by} and (at at time zone 'Europe/London')::date between ${from} and ${to}`;
  return found?.lines ?? 0;
}

/** What was decided after survey rounds as it stood at an instant, withdrawn entries left out, by the order in which they were begun. */
export async function decisionsKnownAt(tx: CouncilTransaction, by: string): Promise<unknown[]> {
  const rows = await tx.sql<{ content: unknown; isWithdrawn: boolean }[]>`
    select content, "isWithdrawn" from (
      select distinct on (id) id, content, is_withdrawn as "isWithdrawn",
          (select min(f.changed_at) from survey_decision f where f.council_id = d.council_id and f.id = d.id) as begun
        from survey_decision d where council_id = ${tx.councilId} and changed_at <= ${by} order by id, version desc) latest
     order by begun, id`;
  return rows.filter(({ isWithdrawn }) => !isWithdrawn).map(({ content }) => content);
}

/** Staff numbers of those who had said by an instant that they read the version of the policy with this content. */
export async function readersKnownAt(tx: CouncilTransaction, contentHash: string, by: string): Promise<string[]> {
  const rows = await tx.sql<{ person: string }[]>`
    select person from policy_reading
     where council_id = ${tx.councilId} and content_hash = ${contentHash} and read_at <= ${by} order by person`;
  return rows.map(({ person }) => person);
}
