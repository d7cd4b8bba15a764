import postgres from 'postgres';
import type { TestDatabase } from './test-database.ts';

/** Runs statements as the owner of a test database: to break something on purpose, and to mend it again. */
export async function asOwner({ ownerUrl }: TestDatabase, ...statements: readonly string[]): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const statement of statements) await sql.unsafe(statement);
  } finally {
    await sql.end();
  }
}
