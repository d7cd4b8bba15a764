import type { LocalDate } from '@plumbline/domain/calendar';
import type { ContextMeasure } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';

/** One figure of one month that stands beside supervision; `team` is null for the whole council. */
export interface ContextFigure {
  /** The id of the fact, by which it is opened and corrected. */
  readonly id: string;
  readonly measure: ContextMeasure;
  readonly team: string | null;
  /** The first day of its month. */
  readonly month: LocalDate;
  readonly value: number;
}

export interface ContextFigureQuery {
  /** The first and the last day between which the first day of a month lies; null for no bound. */
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
  /** Figures of these teams and of the whole council; null for all. */
  readonly teams: readonly string[] | null;
}

/** The current monthly figures of a council, by measure, team and month; those of the whole council first. */
export async function listContextFigures(
  tx: CouncilTransaction,
  { from, to, teams }: ContextFigureQuery,
): Promise<readonly ContextFigure[]> {
  return await tx.sql<ContextFigure[]>`
    select id, measure, team, month::text as month, value::float8 as value
      from fact_context_figure
     where council_id = ${tx.councilId} and known_to is null
       and (${from}::date is null or month >= ${from}::date) and (${to}::date is null or month <= ${to}::date)
       and (${teams === null} or team is null or team = any(${teams ?? []}::text[]))
     order by measure, team nulls first, month`;
}

/** Whose figures of which measures are kept at all, in whatever month; `team` is null for the whole council. */
export async function listHeldMeasures(
  tx: CouncilTransaction,
): Promise<readonly { readonly measure: ContextMeasure; readonly team: string | null }[]> {
  return await tx.sql<{ measure: ContextMeasure; team: string | null }[]>`
    select distinct measure, team from fact_context_figure where council_id = ${tx.councilId} and known_to is null`;
}
