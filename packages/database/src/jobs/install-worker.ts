import postgres from 'postgres';

/** The worker's own schema; its tables are made and changed by the worker's own migrations. */
export const WORKER_SCHEMA = 'graphile_worker';
const TABLES = ['_private_jobs', '_private_job_queues', '_private_tasks', '_private_known_crontabs'];
/** Nobody else may be setting up the same worker at the same time. */
const INSTALL_LOCK = 7_586_004;

/**
 * Brings the worker's tables to its present version, as the owner, and lets the role of the jobs work with them: with these
 * tables and nothing else in the database.
 */
export async function installWorker(ownerUrl: string): Promise<void> {
  const { Logger, runMigrations } = await import('graphile-worker');
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${INSTALL_LOCK})`;
    await runMigrations({ connectionString: ownerUrl, schema: WORKER_SCHEMA, logger: new Logger(() => () => undefined) });
    await sql.unsafe(GRANTS);
  } finally {
    await sql.end();
  }
}

const GRANTS = [
  `grant usage on schema ${WORKER_SCHEMA} to plumbline_jobs;`,
  `grant select, insert, update, delete on all tables in schema ${WORKER_SCHEMA} to plumbline_jobs;`,
  `grant usage on all sequences in schema ${WORKER_SCHEMA} to plumbline_jobs;`,
  `revoke all on all functions in schema ${WORKER_SCHEMA} from public;`,
  `grant execute on all functions in schema ${WORKER_SCHEMA} to plumbline_jobs;`,
  // The worker's tables show their rows to the owner only until a policy says otherwise.
  ...TABLES.map(
    (table) =>
      `do $$ begin create policy worker on ${WORKER_SCHEMA}.${table} to plumbline_jobs using (true) with check (true); exception when duplicate_object then null; end $$;`,
  ),
].join('\n');
