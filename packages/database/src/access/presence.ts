import postgres from 'postgres';

export interface Presence {
  /** Whether no other server was at work on this database when this one came. */
  readonly isAlone: boolean;
  /** Says that this server is gone; the end of its process says so too. */
  leave(): Promise<void>;
}

const LOCK = `hashtextextended('plumbline server', 0)`;

/**
 * Says that a server works on this database, for as long as it lives. Whoever comes while nobody else is there may take up
 * what a server that is gone has left unfinished; to do so beside another would be to take it out of its hands.
 */
export async function comeToWork(appUrl: string): Promise<Presence> {
  const sql = postgres(appUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    onnotice: () => undefined,
    connection: { application_name: 'plumbline presence' },
  });
  try {
    const [found] = await sql.unsafe<{ alone: boolean }[]>(`select pg_try_advisory_lock(${LOCK}) as alone`);
    const isAlone = found?.alone === true;
    await sql.unsafe(`select pg_advisory_lock_shared(${LOCK})`);
    if (isAlone) await sql.unsafe(`select pg_advisory_unlock(${LOCK})`);
    return { isAlone, leave: () => sql.end({ timeout: 5 }) };
  } catch (error) {
    await sql.end({ timeout: 0 });
    throw error;
  }
}
