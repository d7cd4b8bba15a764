import postgres from 'postgres';

/** What the database calls the lack of a privilege. */
const MAY_NOT = '42501';

/**
 * Lets go of what the database's own write-ahead log holds of the days while a round was open: every answer in the order in which
 * it came, with a time. The log is moved on to a new piece and a checkpoint removes the earlier ones. True where that was done;
 * false where the owner may not ask for a checkpoint, so that it happens with the database's next one.
 */
export async function forgetOpenDays(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection: { application_name: 'plumbline box' } });
  try {
    // Twice: the first checkpoint begins behind what was just written, the second lets the pieces before that go.
    for (let times = 0; times < 2; times += 1) {
      // A message of the length of a piece, which means nothing: this moves the log on without a privilege of its own.
      await sql`select pg_logical_emit_message(false, 'plumbline', repeat('.', (select setting::int from pg_settings where name = 'wal_segment_size')))`;
      await sql`checkpoint`;
    }
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === MAY_NOT) return false;
    throw error;
  } finally {
    await sql.end();
  }
}
