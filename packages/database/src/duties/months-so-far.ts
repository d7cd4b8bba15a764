import { formatDay, formatInstant, type LocalDate } from '@plumbline/domain/calendar';
import type { AsOf } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { END_OF_TIME } from './figures.ts';
import { findingSql } from './finding-sql.ts';

export interface MonthsQuery {
  readonly asOf: AsOf;
  /** The first day of the first month. */
  readonly from: LocalDate;
  /** The last day of the last month. */
  readonly to: LocalDate;
  readonly teams: readonly string[];
  /** Series or, for rules without one, rules. */
  readonly measures: readonly string[];
}

/** Counts of a team and month. */
export interface TeamMonth {
  readonly team: string;
  readonly month: LocalDate;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
}

/** What is settled at a moment: done, excused, or past its day. The rest has not fallen due yet, or never will. */
const SETTLED = ['met', 'met-late', 'excused', 'overdue', 'breached'];

/**
 * What fell due by month and team on the due day, and what had become of it at a moment, counted from every stored requirement.
 * What was done ahead of its day counts in the month of that day.
 */
export async function monthsSoFar(tx: CouncilTransaction, query: MonthsQuery): Promise<TeamMonth[]> {
  const text = `select team, month, count(*) filter (where ${isSettled('now')})::int as due, ${counted('now')}
    from (select r.team, date_trunc('month', d.due_on)::date as month, ${FINDINGS} from duty d ${ANSWERED} where ${DATED}) f group by 1, 2`;
  return await ask(tx, query, text);
}

/**
 * The same for today, from the stored monthly figures. They hold what becomes of requirements in the end as far as is known; today that
 * differs only where something is open: what is still due or not counted while somebody is away, and what ends later.
 */
export async function monthsToday(tx: CouncilTransaction, query: MonthsQuery): Promise<TeamMonth[]> {
  const due = `count(*) filter (where ${isSettled('now')})::int - count(*) filter (where ${isSettled('finally')})::int as due`;
  // Who answered on the due day is looked up for those alone that differ: the history of answers is long.
  const text = `
    with moving as materialized (
      select * from (select d.about_kind, d.about_ref, d.due_on, ${FINDINGS} from duty d where ${DATED} and d.closed_on >= $2::date) f
       where now is distinct from finally)
    select team, month, sum(due)::int as due, sum("onTime")::int as "onTime", sum(late)::int as late, sum(excused)::int as excused
      from (select team, month, due, on_time as "onTime", late, excused from figure_month
             where council_id = $1 and month between $4 and $5 and team = any($6) and measure = any($7)
            union all
            select r.team, date_trunc('month', d.due_on)::date, ${due}, ${counted('now', 'finally')} from moving d ${ANSWERED} group by 1, 2) m
     group by 1, 2`;
  return await ask(tx, query, text);
}

function isSettled(moment: string): string {
  return `${moment} in (${SETTLED.map((finding) => `'${finding}'`).join(', ')})`;
}

/** The counts at a moment, less those at another. */
function counted(moment: string, less?: string): string {
  return Object.entries({ onTime: 'met', late: 'met-late', excused: 'excused' })
    .map(([name, finding]) => {
      const at = (when: string): string => `count(*) filter (where ${when} = '${finding}')::int`;
      return `${at(moment)}${less === undefined ? '' : ` - ${at(less)}`} as "${name}"`;
    })
    .join(', ');
}

/** Requirements with a date in these months. */
const DATED = `d.council_id = $1 and d.judged = 'by-date' and d.due_on between $4 and $5 and coalesce(d.series, d.rule) = any($7)`;

/** What is said of one at the moment, and in the end. */
const FINDINGS = `${findingSql('$2::date', '$3::timestamptz')} as now, ${findingSql(`date '${END_OF_TIME}'`, `timestamptz '${END_OF_TIME}'`)} as finally`;

/** The team that answered on the due day. */
const ANSWERED = `join responsibility r on r.council_id = $1 and r.kind = d.about_kind and r.ref = d.about_ref
  and d.due_on between r.from_on and r.to_on and r.team = any($6)`;

async function ask(tx: CouncilTransaction, query: MonthsQuery, text: string): Promise<TeamMonth[]> {
  const { asOf, from, to, teams, measures } = query;
  const parameters = [tx.councilId, formatDay(asOf.on), formatInstant(asOf.at), from, to, [...teams], [...measures]];
  return await tx.sql.unsafe<TeamMonth[]>(text, parameters);
}
