import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Facts } from '@plumbline/domain/facts';
import type { PolicyPack } from '@plumbline/domain/policy';
import postgres from 'postgres';
import { openDatabase, type Database } from '../access/database.ts';
import { prepare, urlsFor, type DatabaseUrls, type Passwords } from '../access/prepare.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';
import { seedCouncil } from '../imports/seed-council.ts';
import { migrate, MIGRATIONS_FOLDER } from '../schema/migrate.ts';

/** A database of its own for one test file, on the real server. */
export interface TestDatabase {
  readonly db: Database;
  readonly urls: DatabaseUrls;
  readonly ownerUrl: string;
  /** Where the server keeps the files of all its databases. */
  readonly filesFolder: string;
  /** Drops the database and lets go of the server. */
  close(): Promise<void>;
}

const TEMPLATE_LOCK = 7_586_002;

/**
 * Starts (or joins) the test server of this checkout and copies a fresh, migrated database from a template. The server keeps
 * its data in the folder for temporary files, does not wait for the disk, and stops when the last test lets go of it.
 */
export async function openTestDatabase(): Promise<TestDatabase> {
  const server = await startEmbedded({ dataFolder: testFolder(), log: () => undefined, isDurable: false });
  const passwords = passwordsFrom(server.ownerUrl);
  const template = await ensureTemplate(server.ownerUrl, passwords);
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await asOwner(server.ownerUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`));
  const ownerUrl = withDatabase(server.ownerUrl, name);
  const urls = urlsFor(ownerUrl, passwords);
  const db = openDatabase(urls.app, { connections: 12 });
  return {
    db,
    urls,
    ownerUrl,
    filesFolder: path.join(testFolder(), 'postgres', 'cluster'),
    async close() {
      await db.close();
      await asOwner(server.ownerUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
      await server.stop();
    },
  };
}

/** A council with facts and a policy in a test database. Returns its id. */
export async function seedTestCouncil(db: Database, facts: Facts, pack: PolicyPack, openUntil = '2027-06-30'): Promise<string> {
  const id = randomUUID();
  await seedCouncil(db, {
    council: { id, slug: `council-${id.slice(0, 8)}`, name: 'Test council', isDemonstration: false },
    pack,
    facts,
    actor: 'system',
    openUntil,
  });
  return id;
}

function testFolder(): string {
  const checkout = createHash('sha256').update(MIGRATIONS_FOLDER).digest('hex').slice(0, 10);
  return path.join(os.tmpdir(), `plumbline-tests-${process.getuid?.() ?? 0}-${checkout}`);
}

/** The login roles are the server's, not the database's: every test file must come to the same passwords. */
function passwordsFrom(ownerUrl: string): Passwords {
  const of = (role: string): string =>
    createHash('sha256')
      .update(`${new URL(ownerUrl).password}/${role}`)
      .digest('hex');
  return { plumbline_app: of('app'), plumbline_identity: of('identity'), plumbline_jobs: of('jobs'), plumbline_box: of('box') };
}

async function ensureTemplate(ownerUrl: string, passwords: Passwords): Promise<string> {
  const name = `template_${migrationsHash()}`;
  await asOwner(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found !== undefined) return;
    await dropLeftovers(sql);
    const draft = `draft_${randomBytes(4).toString('hex')}`;
    await sql.unsafe(`create database ${draft}`);
    await migrate(withDatabase(ownerUrl, draft));
    await prepare(withDatabase(ownerUrl, draft), passwords);
    await sql.unsafe(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** Databases of test runs that were killed, and templates of other migrations. */
async function dropLeftovers(sql: postgres.Sql): Promise<void> {
  const found = await sql<{ name: string }[]>`
    select datname as name from pg_database d
     where (datname like 'test\\_%' or datname like 'template\\_%' or datname like 'draft\\_%')
       and not exists (select from pg_stat_activity a where a.datname = d.datname)`;
  for (const { name } of found) if (!isAlive(Number(name.split('_')[1]))) await sql.unsafe(`drop database if exists ${name}`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS_FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .toSorted())
    hash.update(readFileSync(path.join(MIGRATIONS_FOLDER, file)));
  return hash.digest('hex').slice(0, 12);
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function asOwner(ownerUrl: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
