import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';

export const MIGRATIONS_FOLDER = path.join(import.meta.dirname, '../../migrations');

/** Nobody else may be migrating the same database at the same time. */
const MIGRATION_LOCK = 7_586_001;

interface Migration {
  readonly tag: string;
  readonly hash: string;
  readonly statements: readonly string[];
}

/**
 * Brings a database to the present schema: every migration that it has not had, in order, each in one transaction. A
 * migration that was changed after it was applied is refused, and so is a database that has had one of which this version
 * knows nothing: a newer version made it so. Returns the names of those applied now.
 */
export async function migrate(ownerUrl: string, folder: string = MIGRATIONS_FOLDER): Promise<string[]> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined, connection: { application_name: 'plumbline migrate' } });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await sql`create schema if not exists plumbline`;
    await sql`create table if not exists plumbline.migration (tag text primary key, hash text not null, applied_at timestamptz not null default now())`;
    const applied = new Map(
      (await sql<{ tag: string; hash: string }[]>`select tag, hash from plumbline.migration`).map((row) => [row.tag, row.hash]),
    );
    const migrations = readMigrations(folder);
    refuseNewer(applied.keys(), migrations);
    const now: string[] = [];
    for (const migration of migrations) {
      const hash = applied.get(migration.tag);
      if (hash === undefined) {
        await apply(sql, migration);
        now.push(migration.tag);
      } else if (hash !== migration.hash) {
        throw new Error(
          `The migration ${migration.tag} was changed after it had been applied. Migrations are never edited; write a new one.`,
        );
      }
    }
    return now;
  } finally {
    await sql.end();
  }
}

/** A schema from the future looks almost right, and an older version would write into it what the newer one never reads. */
function refuseNewer(applied: Iterable<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map((migration) => migration.tag));
  const unknown = [...applied].filter((tag) => !known.has(tag));
  if (unknown.length === 0) return;
  throw new Error(
    `This database was brought up to date by a newer Plumbline (${unknown.join(', ')}). Start that version, or restore a copy from before the update.`,
  );
}

/** The migrations of a folder in the order of its journal. */
export function readMigrations(folder: string): Migration[] {
  const journal = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { idx: number; tag: string }[];
  };
  return journal.entries
    .toSorted((a, b) => a.idx - b.idx)
    .map(({ tag }) => {
      const text = readFileSync(path.join(folder, `${tag}.sql`), 'utf8');
      return { tag, hash: createHash('sha256').update(text).digest('hex'), statements: text.split('--> statement-breakpoint') };
    });
}

async function apply(sql: postgres.Sql, migration: Migration): Promise<void> {
  await sql.begin(async (tx) => {
    for (const statement of migration.statements) if (statement.trim() !== '') await tx.unsafe(statement);
    await tx`insert into plumbline.migration (tag, hash) values (${migration.tag}, ${migration.hash})`;
  });
}
