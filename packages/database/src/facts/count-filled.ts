import type { FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql } from './fact-sql.ts';

/** In how many of the current facts of a kind each of some columns is filled in. */
export async function countFilled(
  tx: CouncilTransaction,
  kind: FactKindName,
  columns: readonly string[],
): Promise<Readonly<Record<string, number>>> {
  if (columns.length === 0) return {};
  const counts = columns.map((column) => `count(${columnSql(kind, column)}) as "${column}"`).join(', ');
  const [row] = await tx.sql.unsafe<Record<string, number>[]>(
    `select ${counts} from ${factSql(kind).table} where council_id = $1 and known_to is null`,
    [tx.councilId],
  );
  return Object.fromEntries(columns.map((column) => [column, Number(row?.[column] ?? 0)]));
}
