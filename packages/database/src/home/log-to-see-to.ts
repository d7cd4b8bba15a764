import { FACT_KIND_NAMES, type FactKindName } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { factSql } from '../facts/fact-sql.ts';

/** A line of the log about which something is left to do. */
export interface LineToSeeTo {
  /** The id of the fact. */
  readonly id: string;
  /** Staff number. */
  readonly supervisee: string;
  readonly isPlanned: boolean;
  /** The day for which it was planned. */
  readonly on: string;
  /** Children discussed in it whose record is not on their file. */
  readonly unfiled: number;
}

/**
 * What somebody supervised or planned between a day and an instant and has something left to say of: planned and never said how it went, or
 * held with children whose record is not on their file. The latest first.
 */
export async function linesToSeeTo(
  tx: CouncilTransaction,
  { supervisor, from, now }: { readonly supervisor: string; readonly from: string; readonly now: string },
): Promise<LineToSeeTo[]> {
  return await tx.sql<LineToSeeTo[]>`
    select s.id, s.supervisee, s.status = 'planned' as "isPlanned", (s.planned_start_at at time zone 'UTC')::date::text as on,
        coalesce(d.unfiled, 0) as unfiled
      from fact_session s left join lateral (
        select count(*)::int as unfiled from fact_discussion d
         where d.council_id = ${tx.councilId} and d.known_to is null and d.session = s.session and d.filed_at is null and s.status <> 'planned') d on true
     where s.council_id = ${tx.councilId} and s.known_to is null and s.supervisor = ${supervisor} and s.status in ('planned', 'held', 'interrupted')
       and s.planned_start_at >= ${from}::date::timestamp at time zone 'UTC' and s.planned_start_at <= ${now}::timestamptz
       and (s.status = 'planned' or d.unfiled > 0)
     order by s.planned_start_at desc, s.id`;
}

/** Of some kinds of fact those of which there is any. */
export async function kindsHeld(tx: CouncilTransaction, kinds: readonly FactKindName[]): Promise<ReadonlySet<FactKindName>> {
  const asked = FACT_KIND_NAMES.filter((kind) => kinds.includes(kind));
  if (asked.length === 0) return new Set();
  const text = asked
    .map(
      (kind) =>
        `select '${kind}' as kind where exists (select from ${factSql(kind).table} where council_id = $1 and known_to is null)`,
    )
    .join(' union all ');
  const rows = await tx.sql.unsafe<{ kind: FactKindName }[]>(text, [tx.councilId]);
  return new Set(rows.map(({ kind }) => kind));
}
