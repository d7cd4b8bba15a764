import type { LocalDate } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';
import type { MonthRow } from './read-duties.ts';

/** What fell due in a month by one clock or rule, of all teams together. */
export type CouncilMonth = Omit<MonthRow, 'team'>;

/**
 * What fell due by month and measure in the whole council, and what became of it. Summed up where it lies: row by row of each team, what a
 * large council holds of three years takes longer to be sent than everything else that is asked for.
 */
export async function councilFigures(
  tx: CouncilTransaction,
  { from, to, measures }: { readonly from: LocalDate; readonly to: LocalDate; readonly measures: readonly string[] },
): Promise<CouncilMonth[]> {
  return await tx.sql<CouncilMonth[]>`
    select measure, month, sum(due)::int as due, sum(on_time)::int as "onTime", sum(late)::int as late, sum(excused)::int as excused,
           sum(unknown)::int as unknown
      from figure_month
     where council_id = ${tx.councilId} and measure = any(${[...measures]}::text[]) and month between ${from} and ${to}
     group by measure, month having sum(due + unknown) > 0 order by month, measure`;
}
