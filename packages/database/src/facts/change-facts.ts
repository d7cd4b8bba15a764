import { randomUUID } from 'node:crypto';
import { factKey, kindOf, type AnyFact, type FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql, valuesInOrder } from './fact-sql.ts';
import { findFact, findFactByKey, listVersions, toStored, versionColumns, type StoredFact } from './stored-fact.ts';

/** One thing that somebody says by hand. */
export type FactChange =
  | { readonly op: 'record'; readonly kind: FactKindName; readonly values: AnyFact; readonly because?: string | null }
  | {
      readonly op: 'correct';
      readonly kind: FactKindName;
      readonly factId: string;
      readonly baseVersion: number;
      readonly values: AnyFact;
      readonly because?: string | null;
    }
  | {
      readonly op: 'withdraw';
      readonly kind: FactKindName;
      readonly factId: string;
      readonly baseVersion: number;
      readonly because: string;
    };

/** Why a change was refused. Nothing of the same write stands then. */
export type FactProblem =
  | { readonly kind: 'not-found'; readonly factId: string }
  /** Somebody else changed it: what the writer had seen, and what is known now. */
  | { readonly kind: 'stale'; readonly base: StoredFact | null; readonly current: StoredFact | null }
  | { readonly kind: 'exists'; readonly current: StoredFact }
  | { readonly kind: 'overlaps'; readonly other: StoredFact }
  | { readonly kind: 'ends-before-it-begins' };

/** Who records, and the moment from which it is known. */
export interface Recording {
  readonly actor: string;
  /** An instant of the database's clock, taken after the locks. */
  readonly at: string;
}

export type Changed =
  | { readonly ok: true; readonly before: StoredFact | null; readonly after: StoredFact | null }
  | { readonly ok: false; readonly problem: FactProblem };

/** Makes one change. The caller holds the locks of everybody whom it touches. */
export async function changeFact(tx: CouncilTransaction, recording: Recording, change: FactChange): Promise<Changed> {
  switch (change.op) {
    case 'record':
      return await recordFact(tx, recording, change);
    case 'correct':
      return await correctFact(tx, recording, change);
    case 'withdraw':
      return await withdrawFact(tx, recording, change);
  }
}

async function recordFact(tx: CouncilTransaction, recording: Recording, change: FactChange & { op: 'record' }): Promise<Changed> {
  const key = factKey(change.kind, change.values);
  const current = await findFactByKey(tx, change.kind, key);
  if (current !== null) return { ok: false, problem: { kind: 'exists', current } };
  const problem = await intervalProblem(tx, change.kind, change.values, null);
  if (problem !== null) return { ok: false, problem };
  await tx.sql`delete from fact_withdrawal where council_id = ${tx.councilId} and kind = ${change.kind} and key = ${key}`;
  const after = await insertVersion(tx, recording, change, { id: randomUUID(), version: 1, key, feedKey: null });
  return { ok: true, before: null, after };
}

async function correctFact(
  tx: CouncilTransaction,
  recording: Recording,
  change: FactChange & { op: 'correct' },
): Promise<Changed> {
  const found = await expectVersion(tx, change.kind, change.factId, change.baseVersion);
  if (!found.ok) return found;
  const before = found.current;
  const key = factKey(change.kind, change.values);
  const other = key === before.key ? null : await findFactByKey(tx, change.kind, key);
  if (other !== null) return { ok: false, problem: { kind: 'exists', current: other } };
  const problem = await intervalProblem(tx, change.kind, change.values, before.id);
  if (problem !== null) return { ok: false, problem };
  const feedKey = key === before.key ? found.feedKey : (found.feedKey ?? before.key);
  await endVersion(tx, recording, change.kind, before);
  const after = await insertVersion(tx, recording, change, { id: before.id, version: before.version + 1, key, feedKey });
  return { ok: true, before, after };
}

async function withdrawFact(
  tx: CouncilTransaction,
  recording: Recording,
  change: FactChange & { op: 'withdraw' },
): Promise<Changed> {
  const found = await expectVersion(tx, change.kind, change.factId, change.baseVersion);
  if (!found.ok) return found;
  await endVersion(tx, recording, change.kind, found.current);
  await tx.sql`
    insert into fact_withdrawal (council_id, kind, key, fact_id, because, recorded_by, at)
    values (${tx.councilId}, ${change.kind}, ${found.feedKey ?? found.current.key}, ${change.factId}, ${change.because}, ${recording.actor}, ${recording.at})
    on conflict (council_id, kind, key) do update set fact_id = excluded.fact_id, because = excluded.because, recorded_by = excluded.recorded_by, at = excluded.at`;
  return { ok: true, before: found.current, after: null };
}

type Expected =
  | { readonly ok: true; readonly current: StoredFact; readonly feedKey: string | null }
  | { readonly ok: false; readonly problem: FactProblem };

async function expectVersion(tx: CouncilTransaction, kind: FactKindName, id: string, baseVersion: number): Promise<Expected> {
  const current = await findFact(tx, kind, id);
  if (current?.version === baseVersion) {
    const [row] = await tx.sql<{ feedKey: string | null }[]>`
      select feed_key as "feedKey" from ${tx.sql(factSql(kind).table.slice(1, -1))} where council_id = ${tx.councilId} and id = ${id} and version = ${baseVersion}`;
    return { ok: true, current, feedKey: row?.feedKey ?? null };
  }
  const known = await listVersions(tx, kind, id);
  if (known.length === 0) return { ok: false, problem: { kind: 'not-found', factId: id } };
  return { ok: false, problem: { kind: 'stale', base: known.find((fact) => fact.version === baseVersion) ?? null, current } };
}

async function endVersion(tx: CouncilTransaction, recording: Recording, kind: FactKindName, fact: StoredFact): Promise<void> {
  const text = `update ${factSql(kind).table} set known_to = $1 where council_id = $2 and id = $3 and version = $4 and known_to is null`;
  await tx.sql.unsafe(text, [recording.at, tx.councilId, fact.id, fact.version], { prepare: true });
}

interface Identity {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly feedKey: string | null;
}

async function insertVersion(
  tx: CouncilTransaction,
  recording: Recording,
  change: FactChange & { op: 'record' | 'correct' },
  identity: Identity,
): Promise<StoredFact> {
  const described = factSql(change.kind);
  const values = valuesInOrder(described, change.values);
  const meta = [
    tx.councilId,
    identity.id,
    identity.version,
    identity.key,
    identity.feedKey,
    recording.actor,
    change.because ?? null,
    recording.at,
  ];
  const places = described.columns.map((column, i) => `$${meta.length + i + 1}::${column.type}`);
  const text = `insert into ${described.table} (council_id, id, version, key, feed_key, source, recorded_by, because, known_from, ${described.columns.map((column) => column.sql).join(', ')})
    values ($1, $2, $3, $4, $5, 'hand', $6, $7, $8, ${places.join(', ')}) returning ${versionColumns(described)}`;
  const [row] = await tx.sql.unsafe(text, [...meta, ...values] as never[], { prepare: true });
  if (row === undefined) throw new Error('A fact was not written.');
  return toStored(described, row);
}

/** An interval that ends before it begins, or that meets another which it may not. */
async function intervalProblem(
  tx: CouncilTransaction,
  kind: FactKindName,
  values: AnyFact,
  selfId: string | null,
): Promise<FactProblem | null> {
  const { interval, noOverlapBy, columns } = kindOf(kind);
  if (interval === undefined) return null;
  const from = values[interval.from] as string;
  const to = (values[interval.to] ?? null) as string | null;
  if (to !== null && to < from.slice(0, 10)) return { kind: 'ends-before-it-begins' };
  if (noOverlapBy === undefined || columns[interval.from]?.type !== 'date') return null;
  const described = factSql(kind);
  const fromSql = columnSql(kind, interval.from);
  const toSql = columnSql(kind, interval.to);
  const same = noOverlapBy.map((column, i) => `${columnSql(kind, column)} = $${i + 5}`).join(' and ');
  const text = `select ${versionColumns(described)} from ${described.table} where council_id = $1 and known_to is null and ($2::uuid is null or id <> $2)
    and ${same} and daterange(${fromSql}, ${toSql}, '[]') && daterange($3::date, $4::date, '[]') limit 1`;
  const [row] = await tx.sql.unsafe(
    text,
    [tx.councilId, selfId, from, to, ...noOverlapBy.map((column) => values[column])] as never[],
    { prepare: true },
  );
  return row === undefined ? null : { kind: 'overlaps', other: toStored(described, row) };
}
