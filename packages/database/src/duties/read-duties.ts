import { formatDay, formatInstant, type LocalDate } from '@plumbline/domain/calendar';
import type { AsOf, Duty, Finding, Responsibility } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import {
  DUTY_COLUMNS,
  fromStored,
  READ_COLUMNS,
  RESPONSIBILITY_COLUMNS,
  toDuty,
  toResponsibility,
  type DutyRow,
  type ResponsibilityRow,
} from './duty-row.ts';
import { findingSql, openSql } from './finding-sql.ts';

export interface Subjects {
  readonly persons: Iterable<string>;
  readonly children: Iterable<string>;
}

const COLUMNS = DUTY_COLUMNS.map((column) => `d.${column}`).join(', ');
const READ = READ_COLUMNS.map((column) => `d.${column}`).join(', ');

/** Stored duties of some people and children; with `stillOpenOn` only those neither met nor over before that day. */
export async function dutiesAbout(
  tx: CouncilTransaction,
  subjects: Subjects,
  options: { readonly stillOpenOn?: LocalDate } = {},
): Promise<Duty[]> {
  const rows = await tx.sql.unsafe<DutyRow[]>(
    `select ${READ} from duty d where council_id = $1 and about_kind = 'person' and about_ref = any($2) and closed_on >= $4
     union all select ${READ} from duty d where council_id = $1 and about_kind = 'child' and about_ref = any($3) and closed_on >= $4`,
    [tx.councilId, [...subjects.persons], [...subjects.children], options.stillOpenOn ?? '-infinity'],
    { prepare: true },
  );
  return rows.map((row) => toDuty(fromStored(row)));
}

/** Who answers for some people and children; with `on` only on that day. */
export async function responsibilitiesOf(
  tx: CouncilTransaction,
  subjects: Subjects,
  options: { readonly on?: LocalDate } = {},
): Promise<Responsibility[]> {
  const onDay = options.on === undefined ? '' : 'and from_on <= $4 and to_on >= $4';
  const columns = RESPONSIBILITY_COLUMNS.join(', ');
  const parameters: unknown[] = [tx.councilId, [...subjects.persons], [...subjects.children]];
  if (options.on !== undefined) parameters.push(options.on);
  const rows = await tx.sql.unsafe<ResponsibilityRow[]>(
    `select ${columns} from responsibility where council_id = $1 and kind = 'person' and ref = any($2) ${onDay}
     union all select ${columns} from responsibility where council_id = $1 and kind = 'child' and ref = any($3) ${onDay}`,
    parameters as never[],
    { prepare: true },
  );
  return rows.map(toResponsibility);
}

export interface AnswerQuery {
  readonly on: LocalDate;
  /** Any of these; an absent one is not asked about. */
  readonly supervisors?: readonly string[];
  /** Alone or as one of two who share the management of a post. */
  readonly lineManagers?: readonly string[];
  readonly workers?: readonly string[];
  readonly teams?: readonly string[];
}

/** Who answers on a day, where one of the given people or teams is in the answer. Whole council where nothing is given. */
export async function answersOn(tx: CouncilTransaction, query: AnswerQuery): Promise<Responsibility[]> {
  const parameters: unknown[] = [tx.councilId, query.on];
  const any: string[] = [];
  for (const [column, refs] of [
    ['supervisor', query.supervisors],
    ['line_manager', query.lineManagers],
    ['second_line_manager', query.lineManagers],
    ['worker', query.workers],
    ['team', query.teams],
  ] as const) {
    if (refs !== undefined) any.push(`${column} = any($${parameters.push([...refs])})`);
  }
  const rows = await tx.sql.unsafe<ResponsibilityRow[]>(
    `select ${RESPONSIBILITY_COLUMNS.join(', ')} from responsibility where council_id = $1 and from_on <= $2 and to_on >= $2 ${any.length === 0 ? '' : `and (${any.join(' or ')})`}`,
    parameters as never[],
    { prepare: true },
  );
  return rows.map(toResponsibility);
}

export interface OpenDutyQuery {
  readonly asOf: AsOf;
  /** Teams that answer on the day; all where absent. */
  readonly teams?: readonly string[];
  /** Series or, for rules without one, rules. */
  readonly measures?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly offset?: number;
  readonly limit?: number;
}

/** Everything open in some teams on a day, the longest due first, with how many there are in all. */
export async function listOpenDuties(
  tx: CouncilTransaction,
  query: OpenDutyQuery,
): Promise<{ rows: { duty: Duty; team: string | null }[]; total: number }> {
  const { text, parameters } = openDuties(query, tx.councilId);
  const page = `limit $${parameters.push(query.limit ?? 50)} offset $${parameters.push(query.offset ?? 0)}`;
  const rows = await tx.sql.unsafe<(DutyRow & { team: string | null; total: number })[]>(
    `select *, count(*) over () as total from (${text}) o order by due_on nulls last, about_ref, id ${page}`,
    parameters as never[],
  );
  return { rows: rows.map((row) => ({ duty: toDuty(fromStored(row)), team: row.team })), total: Number(rows[0]?.total ?? 0) };
}

const IS_OPEN = openSql('$2::date', '$3::timestamptz');

function openDuties(query: Omit<OpenDutyQuery, 'offset' | 'limit'>, councilId: string): { text: string; parameters: unknown[] } {
  const parameters: unknown[] = [councilId, formatDay(query.asOf.on), formatInstant(query.asOf.at)];
  const conditions = ['d.council_id = $1', IS_OPEN];
  if (query.teams !== undefined) conditions.push(`r.team = any($${parameters.push([...query.teams])})`);
  if (query.measures !== undefined) conditions.push(`coalesce(d.series, d.rule) = any($${parameters.push([...query.measures])})`);
  const finding = findingSql('$2::date', '$3::timestamptz');
  const wanted =
    query.findings === undefined
      ? `finding not in ('not-applicable', 'met', 'met-late')`
      : `finding = any($${parameters.push([...query.findings])})`;
  const text = `select * from (
      select ${COLUMNS}, r.team, ${finding} as finding from duty d
        join responsibility r on r.council_id = $1 and r.kind = d.about_kind and r.ref = d.about_ref and r.from_on <= $2::date and r.to_on >= $2::date
       where ${conditions.join(' and ')}) f where ${wanted}`;
  return { text, parameters };
}

export interface MonthQuery {
  /** First days of the first and the last month. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly teams?: readonly string[];
  /** Series or, for rules without one, rules. */
  readonly measures?: readonly string[];
}

export interface MonthRow {
  /** Empty where no team answered. */
  readonly team: string;
  readonly measure: string;
  readonly month: LocalDate;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
  readonly unknown: number;
}

/** What fell due by month, team and measure, and what became of it. Months that lie ahead count what will fall due. */
export async function monthlyFigures(tx: CouncilTransaction, query: MonthQuery): Promise<MonthRow[]> {
  const { from, to, teams, measures } = query;
  return await tx.sql<MonthRow[]>`
    select team, measure, month, due, on_time as "onTime", late, excused, unknown from figure_month
     where council_id = ${tx.councilId} and month between ${from} and ${to}
       and (${teams === undefined} or team = any(${[...(teams ?? [])]}::text[]))
       and (${measures === undefined} or measure = any(${[...(measures ?? [])]}::text[])) and due + unknown > 0
     order by month, team, measure`;
}
