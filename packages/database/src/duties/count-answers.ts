import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';

/** How many people, or children with an open case, one team answers for. */
export interface AnswerCount {
  readonly team: string;
  readonly kind: 'person' | 'child';
  readonly count: number;
  /** Those of the children with no worker, whose worker is away, or whose worker has nobody to supervise them; 0 of people. */
  readonly alerts: number;
}

/**
 * For how many people and children some teams answer on a day, and for how many of the children somebody must act, as
 * `listAlerts` names them. Teams that answer for nobody are left out.
 */
export async function countAnswers(
  tx: CouncilTransaction,
  { on, teams }: { readonly on: LocalDate; readonly teams: readonly string[] },
): Promise<AnswerCount[]> {
  // All teams are counted and those asked for picked out: a large council has hundreds, and thousands of answers to compare with them.
  return await tx.sql<AnswerCount[]>`
    with away as materialized (
      select person from fact_absence where council_id = ${tx.councilId} and known_to is null
         and is_half_day is not true and from_on <= ${on} and (to_on is null or to_on >= ${on})),
    counted as (
      select team, kind, count(*)::int as count,
             count(*) filter (where kind = 'child' and (worker is null or supervisor is null or worker in (select person from away)))::int as alerts
        from responsibility where council_id = ${tx.councilId} and from_on <= ${on} and to_on >= ${on} group by team, kind)
    select team, kind, count, alerts from counted where team in (select unnest(${[...teams]}::text[]))`;
}
