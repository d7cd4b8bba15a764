import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openDatabase } from '@plumbline/database';

/** Everything that somebody holds who owns the machine: every row with where it lies and who wrote it, and the files. */
export interface Evidence {
  /** Rows of every table outside the box but that of the screening, as text, each with its place and its transaction. */
  readonly register: string;
  /** How far each comment has come, by its random key: the one table outside the box that names something in it. */
  readonly screening: readonly EvidenceRow[];
  /** Rows of a table of the box in the order in which they lie. */
  readonly box: Readonly<Record<string, readonly EvidenceRow[]>>;
  readonly invitations: readonly EvidenceRow[];
}

export interface EvidenceRow {
  readonly ctid: string;
  readonly xmin: string;
  readonly row: Readonly<Record<string, unknown>>;
}

const SCREENING = 'survey_comment';

/** Takes down both sides under the account that passes every check: `adminUrl` is that of the database's administrator. */
export async function takeEvidence(adminUrl: string): Promise<Evidence> {
  const { sql, close } = openDatabase(adminUrl, { connections: 1 });
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
     where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE' order by 1, 2`;
  const rowsOf = async (schema: string, name: string): Promise<EvidenceRow[]> =>
    await sql<
      EvidenceRow[]
    >`select ctid::text, xmin::text, to_jsonb(t) as row from ${sql(`${schema}.${name}`)} t order by t.ctid`;
  const register: unknown[] = [];
  const box: Record<string, EvidenceRow[]> = {};
  for (const { schema, name } of tables) {
    const rows = await rowsOf(schema, name);
    if (schema === 'box') box[name] = rows;
    else if (name === SCREENING) continue;
    // Facts about children and duties are thousands of rows and know nothing of surveys.
    else register.push([schema, name, name.startsWith('fact_') || name === 'duty' ? [] : rows]);
  }
  const [invitations, screening] = [await rowsOf('public', 'survey_invitation'), await rowsOf('public', SCREENING)];
  await close();
  return { register: JSON.stringify(register), box, invitations, screening };
}

/** The administrator's address of the database that a data folder holds. */
export function adminUrlOf(dataFolder: string): string {
  const { port, adminPassword } = JSON.parse(readFileSync(path.join(dataFolder, 'database.json'), 'utf8')) as {
    port: number;
    adminPassword: string;
  };
  return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/plumbline`;
}

/** The log that the database's own server writes. */
export function databaseLogOf(dataFolder: string): string {
  return readFileSync(path.join(dataFolder, 'postgres', 'server.log'), 'utf8');
}

/** In which order some texts first occur in the files of a folder, the oldest file first; those that do not are left out. */
export function orderOnDisk(folder: string, texts: readonly string[]): number[] {
  const found = new Map<string, number>();
  let before = 0;
  for (const file of filesIn(folder)) {
    const bytes = readFileSync(file);
    for (const text of texts) {
      const at = bytes.indexOf(text);
      if (at !== -1 && !found.has(text)) found.set(text, before + at);
    }
    before += bytes.length;
  }
  return texts
    .map((text, index) => ({ index, place: found.get(text) }))
    .filter(({ place }) => place !== undefined)
    .toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0))
    .map(({ index }) => index);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs);
}

/** Spearman's rank correlation of two orders of the same things: 1 the same, -1 turned round, about 0 nothing to do with each other. */
export function rankCorrelation(one: readonly string[], other: readonly string[]): number {
  const ranks = new Map(other.map((name, rank) => [name, rank]));
  const squares = one.reduce((sum, name, rank) => sum + (rank - (ranks.get(name) ?? 0)) ** 2, 0);
  const n = one.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}

/** How many things stand in both orders at the same place. */
export function sameRank(one: readonly string[], other: readonly string[]): number {
  return one.filter((name, rank) => other[rank] === name).length;
}
