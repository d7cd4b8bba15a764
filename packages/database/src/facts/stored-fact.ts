import { FACT_KIND_NAMES, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql, toFact, type FactSql } from './fact-sql.ts';

/** One version of one fact, with who said so and when. */
export interface StoredFact {
  readonly id: string;
  readonly kind: FactKindName;
  readonly version: number;
  readonly key: string;
  readonly values: AnyFact;
  readonly source: 'feed' | 'hand';
  /** Staff number; null for a feed. */
  readonly recordedBy: string | null;
  /** ISO instant, to the microsecond. */
  readonly recordedAt: string;
  readonly importId: string | null;
  readonly because: string | null;
  readonly isCurrent: boolean;
}

export interface FactQuery {
  readonly kind: FactKindName;
  /** Only facts that name one of these in the given columns. */
  readonly naming?: { readonly columns: readonly string[]; readonly refs: readonly string[] };
  /** Only facts with this text somewhere in their references, names or codes. */
  readonly text?: string;
  /** As known at this instant (ISO); as known now where absent. */
  readonly knownAt?: string | undefined;
  readonly offset?: number;
  readonly limit?: number;
}

const META =
  'id as "#id", version as "#version", key as "#key", feed_key as "#feedKey", source as "#source", recorded_by as "#recordedBy", import_id as "#importId", because as "#because", known_from as "#knownFrom", known_to as "#knownTo"';

/** The select list of a whole version. */
export function versionColumns(described: FactSql): string {
  return `${META}, ${described.values}`;
}

/** A row of {@link versionColumns} as a stored fact. */
export function toStored(described: FactSql, row: Record<string, unknown>): StoredFact {
  const values: Record<string, unknown> = {};
  for (const column of described.columns) values[column.name] = row[column.name];
  return {
    id: String(row['#id']),
    kind: described.kind,
    version: Number(row['#version']),
    key: String(row['#key']),
    values: toFact(described, values),
    source: row['#source'] as 'feed' | 'hand',
    recordedBy: row['#recordedBy'] as string | null,
    recordedAt: isoInstant(String(row['#knownFrom'])),
    importId: row['#importId'] as string | null,
    because: row['#because'] as string | null,
    isCurrent: row['#knownTo'] === null,
  };
}

/** A moment as the database writes it, as ISO text. */
export function isoInstant(stored: string): string {
  return `${stored.replace(' ', 'T').replace(/\+00$/, '')}Z`;
}

async function versions(
  tx: CouncilTransaction,
  kind: FactKindName,
  rest: string,
  parameters: readonly unknown[],
): Promise<StoredFact[]> {
  const described = factSql(kind);
  const text = `select ${versionColumns(described)} from ${described.table} where council_id = $1 and ${rest}`;
  const rows = await tx.sql.unsafe(text, [tx.councilId, ...parameters] as never[], { prepare: true });
  return rows.map((row) => toStored(described, row));
}

/** Which kind of fact an id is of; null where there is none. */
export async function findKind(tx: CouncilTransaction, id: string): Promise<FactKindName | null> {
  const text = FACT_KIND_NAMES.map(
    (kind) => `(select '${kind}' as kind from ${factSql(kind).table} where council_id = $1 and id = $2 limit 1)`,
  ).join(' union all ');
  const [found] = await tx.sql.unsafe<{ kind: FactKindName }[]>(text, [tx.councilId, id], { prepare: true });
  return found?.kind ?? null;
}

/** What is known now of a fact; null where it is gone or never was. */
export async function findFact(tx: CouncilTransaction, kind: FactKindName, id: string): Promise<StoredFact | null> {
  return (await versions(tx, kind, 'id = $2 and known_to is null', [id]))[0] ?? null;
}

/** The fact with a key, as known now. */
export async function findFactByKey(tx: CouncilTransaction, kind: FactKindName, key: string): Promise<StoredFact | null> {
  return (await versions(tx, kind, 'key = $2 and known_to is null', [key]))[0] ?? null;
}

/** Every version of a fact, the latest first. */
export async function listVersions(tx: CouncilTransaction, kind: FactKindName, id: string): Promise<StoredFact[]> {
  return await versions(tx, kind, 'id = $2 order by version desc', [id]);
}

/** Facts of a kind as known now or at an instant, in the order of their keys, with how many there are in all. */
export async function listFacts(tx: CouncilTransaction, query: FactQuery): Promise<{ rows: StoredFact[]; total: number }> {
  const described = factSql(query.kind);
  const parameters: unknown[] = [tx.councilId];
  const conditions = ['council_id = $1', knownThen(query.knownAt, parameters)];
  if (query.naming !== undefined) {
    const refs = `$${parameters.push([...query.naming.refs])}`;
    conditions.push(`(${query.naming.columns.map((column) => `${columnSql(query.kind, column)} = any(${refs})`).join(' or ')})`);
  }
  if (query.text !== undefined && query.text.trim() !== '') {
    const like = `$${parameters.push(`%${escapeLike(query.text.trim())}%`)}`;
    const texts = described.columns.filter((column) => column.type === 'text');
    conditions.push(`(${texts.map((column) => `${column.sql} ilike ${like}`).join(' or ')})`);
  }
  const where = conditions.join(' and ');
  const page = `limit $${parameters.push(query.limit ?? 50)} offset $${parameters.push(query.offset ?? 0)}`;
  const text = `select ${versionColumns(described)}, count(*) over () as "#total" from ${described.table} where ${where} order by key ${page}`;
  const rows = await tx.sql.unsafe(text, parameters as never[]);
  return { rows: rows.map((row) => toStored(described, row)), total: Number(rows[0]?.['#total'] ?? 0) };
}

function knownThen(at: string | undefined, parameters: unknown[]): string {
  if (at === undefined) return 'known_to is null';
  const then = `$${parameters.push(at)}::timestamptz`;
  return `known_from <= ${then} and (known_to is null or known_to > ${then})`;
}

/** Text in which `%` and `_` stand for themselves. */
export function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

/** How many current facts of each kind there are. */
export async function countFacts(tx: CouncilTransaction): Promise<Record<FactKindName, number>> {
  const text = FACT_KIND_NAMES.map(
    (kind) =>
      `select '${kind}' as kind, count(*) as count from ${factSql(kind).table} where council_id = $1 and known_to is null`,
  ).join(' union all ');
  const rows = await tx.sql.unsafe<{ kind: FactKindName; count: number }[]>(text, [tx.councilId]);
  return Object.fromEntries(rows.map((row) => [row.kind, Number(row.count)])) as Record<FactKindName, number>;
}
