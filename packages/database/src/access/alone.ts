import type { Database } from './database.ts';

/**
 * Runs something that only one process at a time may do on this database, whichever machine it runs on; others wait for it.
 * What it does must look at what is there by now: somebody else may have done it while this one waited. The lock ends with
 * the process that holds it, however that ends.
 */
export async function alone<Result>(db: Database, name: string, work: () => Promise<Result>): Promise<Result> {
  const result = await db.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`plumbline ${name}`}, 0))`;
    return { value: await work() };
  });
  return (result as { value: Result }).value;
}

/** The same, but where somebody else is at it already nothing is done, and null is the answer. */
export async function aloneOrNot<Result>(db: Database, name: string, work: () => Promise<Result>): Promise<Result | null> {
  const result = await db.sql.begin(async (sql) => {
    const [lock] = await sql<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`plumbline ${name}`}, 0)) as taken`;
    return { value: lock?.taken === true ? await work() : null };
  });
  return (result as { value: Result | null }).value;
}
