import { formatDay, formatInstant } from '@plumbline/domain/calendar';
import type { AsOf, Finding } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { findingSql, openSql } from './finding-sql.ts';

/** How many clocks of one team and series stand with one finding. */
export interface FindingCount {
  readonly team: string;
  readonly measure: string;
  readonly finding: Finding;
  readonly count: number;
}

// Clocks and answers are each gone through once and then put together: looked up one by one, the largest councils' thousands of people
// and children took most of the time. `offset 0` holds the planner to that, and each finding to being worked out once.
const CLOCKS = `
  select h.team, c.series as measure, c.finding, count(*)::int as count
    from (select d.about_kind, d.about_ref, d.series, ${findingSql('$2::date', '$3::timestamptz')} as finding
            from duty d where d.council_id = $1 and d.series is not null and ${openSql('$2::date', '$3::timestamptz')} offset 0) c
    join (select kind, ref, team from responsibility where council_id = $1 and from_on <= $2::date and to_on >= $2::date offset 0) h
      on h.kind = c.about_kind and h.ref = c.about_ref
   where c.finding not in ('not-applicable', 'met', 'met-late') and h.team is not null group by 1, 2, 3`;

/**
 * How many clocks of a council run on a day, by the team that answers, series and finding; what does not apply and what was done is
 * left out, and so is what no team answers for.
 */
export async function countClocks(tx: CouncilTransaction, asOf: AsOf): Promise<FindingCount[]> {
  const parameters = [tx.councilId, formatDay(asOf.on), formatInstant(asOf.at)];
  return await tx.sql.unsafe<FindingCount[]>(CLOCKS, parameters, { prepare: true });
}
