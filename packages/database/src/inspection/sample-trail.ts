import type { FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql } from '../facts/fact-sql.ts';
import { isoInstant, toStored, versionColumns, type StoredFact } from '../facts/stored-fact.ts';

/** That somebody withdrew a fact, and when; why is their own words and stays out. */
export interface WithdrawnFact {
  readonly factId: string;
  /** Staff number. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** One fact with every version of it, the first first. */
export interface FactTrail {
  readonly id: string;
  readonly versions: readonly StoredFact[];
  readonly withdrawn: WithdrawnFact | null;
}

/**
 * Every fact of a kind of which some version names one of these in one of the columns, with all its versions: what holds now, what was
 * corrected, and what was withdrawn.
 */
export async function listTrails(
  tx: CouncilTransaction,
  kind: FactKindName,
  { columns, refs }: { readonly columns: readonly string[]; readonly refs: readonly string[] },
): Promise<FactTrail[]> {
  if (columns.length === 0 || refs.length === 0) return [];
  const described = factSql(kind);
  const names = columns.map((column) => `${columnSql(kind, column)} = any($2)`).join(' or ');
  // What holds now and what was superseded have each an index of their own.
  const text = `select ${versionColumns(described)} from ${described.table} where council_id = $1
    and id in (select id from ${described.table} where council_id = $1 and known_to is null and (${names})
      union all select id from ${described.table} where council_id = $1 and known_to is not null and (${names})) order by id, version`;
  const rows = await tx.sql.unsafe(text, [tx.councilId, [...refs]] as never[], { prepare: true });
  const byId = Map.groupBy(
    rows.map((row) => toStored(described, row)),
    ({ id }) => id,
  );
  const withdrawn = await withdrawalsOf(tx, [...byId.keys()]);
  return [...byId].map(([id, versions]) => ({ id, versions, withdrawn: withdrawn.get(id) ?? null }));
}

async function withdrawalsOf(tx: CouncilTransaction, ids: readonly string[]): Promise<ReadonlyMap<string, WithdrawnFact>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.sql<WithdrawnFact[]>`
    select fact_id as "factId", recorded_by as by, at::text as at from fact_withdrawal
     where council_id = ${tx.councilId} and fact_id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.factId, { ...row, at: isoInstant(row.at) }]));
}
