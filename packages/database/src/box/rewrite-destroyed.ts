import postgres from 'postgres';

/** Where words, keys and orders are destroyed: comments that are settled, keys at closing, proposals, concerns, blinded numbers. */
const TABLES = ['box.comment', 'survey_cell', 'survey_comment', 'survey_concern', 'survey_invitation'] as const;

/** So long a table is waited for, in milliseconds; one that is in use then is left for the next night. */
const LONGEST_WAIT = 5000;
const IN_USE = '55P03';

/**
 * Writes the tables in which something was destroyed anew, in files of their own. The database only marks a row that is removed or
 * changed as gone, and leaves what stood in it in the file; clearing up without new files leaves the bytes, too. False where there
 * was nothing to write.
 */
export async function rewriteDestroyed(ownerUrl: string): Promise<boolean> {
  const connection = { application_name: 'plumbline box', lock_timeout: LONGEST_WAIT };
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection });
  let isAny = false;
  try {
    for (const table of TABLES) {
      const [found] = await sql<{ hasFile: boolean }[]>`select pg_relation_size(${table}::text::regclass) > 0 as "hasFile"`;
      if (found?.hasFile === true && (await rewrite(sql, table))) isAny = true;
    }
    return isAny;
  } finally {
    await sql.end();
  }
}

async function rewrite(sql: postgres.Sql, table: (typeof TABLES)[number]): Promise<boolean> {
  try {
    await sql`vacuum (full) ${sql(table)}`;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === IN_USE) return false;
    throw error;
  }
}
