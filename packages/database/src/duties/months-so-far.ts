import { formatDay, formatInstant, type LocalDate } from '@plumbline/domain/calendar';
import type { AsOf, Finding } from '@plumbline/domain/rules';
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
  readonly series: readonly string[];
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

/** What is counted as what. Settled at a moment is what is done, excused, or past its day; the rest has not fallen due yet, or never will. */
const COUNTS: Readonly<Record<'due' | 'onTime' | 'late' | 'excused', readonly Finding[]>> = {
  due: ['met', 'met-late', 'excused', 'overdue', 'breached'],
  onTime: ['met'],
  late: ['met-late'],
  excused: ['excused'],
};

/**
 * What fell due by month and team on the due day, and what had become of it at a moment, counted from every clock that is stored.
 * What was done ahead of its day counts in the month of that day.
 */
export async function monthsSoFar(tx: CouncilTransaction, query: MonthsQuery): Promise<TeamMonth[]> {
  const counts = Object.entries(COUNTS).map(([name, findings]) => `${counted('now', findings)} as "${name}"`);
  const text = `select team, month, ${counts.join(', ')}
    from (select r.team, date_trunc('month', d.due_on)::date as month, ${findingSql('$2::date', '$3::timestamptz')} as now
            from duty d join responsibility r on r.council_id = $1 and r.kind = d.about_kind and r.ref = d.about_ref
                             and d.due_on between r.from_on and r.to_on and r.team = any($6)
           where d.council_id = $1 and d.judged = 'by-date' and d.due_on between $4 and $5 and d.series = any($7)) f group by 1, 2`;
  return await tx.sql.unsafe<TeamMonth[]>(text, parametersOf(tx, query));
}

// Stored figures and what differs from them are read at one moment, in one statement: between two of them something may be done. Who
// answered on the due day is looked up for those alone that differ, for the history of answers is long.
const TODAY = `
  with moving as materialized (
    select * from (select d.about_kind, d.about_ref, d.due_on, ${findingSql('$2::date', '$3::timestamptz')} as now,
                          ${findingSql(`date '${END_OF_TIME}'`, `timestamptz '${END_OF_TIME}'`)} as finally
                     from duty d where d.council_id = $1 and d.series = any($7) and d.closed_on >= $2::date
                      and d.judged = 'by-date' and d.due_on between $4 and $5 offset 0) f
     where now <> finally),
  placed as materialized (
    select r.team, m.due_on, m.now, m.finally from moving m cross join lateral (
      select team from responsibility
       where council_id = $1 and kind = m.about_kind and ref = m.about_ref and m.due_on between from_on and to_on limit 1) r),
  figure as (
    select team, month, due, on_time as "onTime", late, excused from figure_month
     where council_id = $1 and measure = any($7) and month between $4 and $5
    union all
    select team, date_trunc('month', due_on)::date, ${differences()} from placed group by 1, 2),
  told as (
    select team, string_agg(concat_ws(' ', month, due, "onTime", late, excused), ',') as figures from figure group by team)
  select team, figures from told where team in (select unnest($6::text[]))`;

/**
 * The same for today, from the stored monthly figures. They hold what becomes of requirements in the end as far as is known; today that
 * differs only where something is open: what is still due or not counted while somebody is away, and what ends later. Several rows
 * may stand for one month of one team: they add up, and one may be less than nothing.
 */
export async function monthsToday(tx: CouncilTransaction, query: MonthsQuery): Promise<TeamMonth[]> {
  // One text for each team: reading a large council's thousands of rows value by value took longer than finding them.
  const rows = await tx.sql.unsafe<{ team: string; figures: string }[]>(TODAY, parametersOf(tx, query), { prepare: true });
  return rows.flatMap(({ team, figures }) => figures.split(',').map((figure) => toTeamMonth(team, figure)));
}

function toTeamMonth(team: string, figure: string): TeamMonth {
  const [month = '', due, onTime, late, excused] = figure.split(' ');
  return { team, month, due: Number(due), onTime: Number(onTime), late: Number(late), excused: Number(excused) };
}

/** SQL: how many are counted now, less how many in the end, in the order of the counts. */
function differences(): string {
  return Object.entries(COUNTS)
    .map(([name, findings]) => `${counted('now', findings)} - ${counted('finally', findings)} as "${name}"`)
    .join(', ');
}

function counted(moment: 'now' | 'finally', findings: readonly Finding[]): string {
  return `count(*) filter (where ${moment} in ('${findings.join("', '")}'))::int`;
}

function parametersOf(tx: CouncilTransaction, { asOf, from, to, teams, series }: MonthsQuery) {
  return [tx.councilId, formatDay(asOf.on), formatInstant(asOf.at), from, to, [...teams], [...series]];
}
