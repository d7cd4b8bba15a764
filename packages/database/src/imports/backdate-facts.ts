import { FACT_KIND_NAMES, kindOf, type FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { columnSql, factSql } from '../facts/fact-sql.ts';

/** Of so many facts one was recorded late in a demonstration, so that "as known then" and "as known now" differ. */
const ONE_LATE_IN = 12;
const LATE_DAYS = 24;

/**
 * Makes the facts of a demonstration known from about when they happened instead of from when they were loaded, so that
 * past days can be asked about. Only for councils that nobody's real record is kept in.
 */
export async function backdateFacts(tx: CouncilTransaction): Promise<void> {
  const [council] = await tx.sql<
    { isDemonstration: boolean }[]
  >`select is_demonstration as "isDemonstration" from council where id = ${tx.councilId}`;
  if (council?.isDemonstration !== true)
    throw new Error('When something became known is changed in demonstration councils only.');
  for (const kind of FACT_KIND_NAMES) {
    await tx.sql.unsafe(
      `update ${factSql(kind).table} set known_from = least(known_from, ${happenedSql(kind)} + interval '17 hours'
         + case when abs(hashtext(key)) % ${ONE_LATE_IN} = 0 then interval '${LATE_DAYS} days' else interval '0' end)
        where council_id = $1 and known_to is null and version = 1`,
      [tx.councilId],
    );
  }
}

/** When a fact happened or began, as SQL; what has no such day was there from the beginning. */
function happenedSql(kind: FactKindName): string {
  const { interval, happened, columns } = kindOf(kind);
  const column = kind === 'person' ? 'employedFrom' : (interval?.from ?? happened);
  if (column === undefined) return `timestamptz '2000-01-01 00:00Z'`;
  const sql = columnSql(kind, column);
  const began = columns[column]?.type === 'instant' ? `date_trunc('day', ${sql})` : `${sql}::timestamptz`;
  // A date ahead in the diary was put there before.
  return kind === 'session' ? `least(${began}, coalesce(booked_at, ${began}))` : began;
}
