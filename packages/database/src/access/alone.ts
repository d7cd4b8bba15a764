import type { Database } from './database.ts';

/**
 * Runs something that only one process at a time may do on this database, whichever machine it runs on; others wait for it.
 * What it does must look at what is there by now: somebody else may have done it while this one waited. The lock ends with
 * the process that holds it, however that ends. It holds a connection of the pool meanwhile: not for what many calls do at once.
 */
export async function alone<Result>(db: Database, name: string, work: () => Promise<Result>): Promise<Result> {
  const result = await db.sql.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`plumbline ${name}`}, 0))`;
    return { value: await work() };
  });
  return (result as { value: Result }).value;
}
