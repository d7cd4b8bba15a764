import { FAR_FUTURE, formatDay } from '@plumbline/domain/calendar';
import { findingOn, type Duty } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import type { DutyRow, ResponsibilityRow } from './duty-row.ts';
import { findingSql } from './finding-sql.ts';

/** Counts of one team, measure and month. */
export interface MonthFigure {
  due: number;
  onTime: number;
  late: number;
  excused: number;
  unknown: number;
}

/** Which team answers for whom and when. */
export class TeamBook {
  private readonly held: ReadonlyMap<string, readonly ResponsibilityRow[]>;

  constructor(responsibilities: readonly ResponsibilityRow[]) {
    this.held = Map.groupBy(responsibilities, (row) => `${row.kind}:${row.ref}`);
  }

  /** Who answered for one subject, and when. */
  of(kind: 'person' | 'child', ref: string): readonly ResponsibilityRow[] {
    return this.held.get(`${kind}:${ref}`) ?? [];
  }

  teamOn(row: DutyRow, on: string): string | null {
    const held = this.of(row.about_kind, row.about_ref);
    return held.find((part) => part.from_on <= on && (part.to_on === 'infinity' || on <= part.to_on))?.team ?? null;
  }
}

const SEPARATOR = '\u0000';

/** A day after everything: what finally became of a duty, as far as is known. */
export const END_OF_TIME = formatDay(84_005);
const IN_THE_END = { on: FAR_FUTURE, at: FAR_FUTURE * 1440 };

/** Changes to the monthly figures, gathered while duties are replaced and written once at the end. */
export class FigureChanges {
  private readonly changes = new Map<string, MonthFigure>();

  /** Adds (`sign` 1) or takes away (-1) a duty. Its team is that which answers for its subject on the day on which it fell due. */
  count(sign: 1 | -1, row: DutyRow, duty: Duty, teams: TeamBook): void {
    if (row.due_on === null) return;
    const outcome = outcomeOf(duty);
    if (outcome === null) return;
    const key = `${teams.teamOn(row, row.due_on) ?? ''}${SEPARATOR}${row.series ?? row.rule}${SEPARATOR}${row.due_on.slice(0, 7)}-01`;
    let figure = this.changes.get(key);
    if (figure === undefined) this.changes.set(key, (figure = { due: 0, onTime: 0, late: 0, excused: 0, unknown: 0 }));
    if (outcome !== 'unknown') figure.due += sign;
    if (outcome !== 'not-done') figure[outcome] += sign;
  }

  /** Writes the changes, in the order in which every writer touches the rows. */
  async write(tx: CouncilTransaction): Promise<void> {
    const rows = [...this.changes]
      .filter(([, figure]) => Object.values(figure).some((count) => count !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, figure]) => {
        const [team, measure, month] = key.split(SEPARATOR);
        return { team, measure, month, ...figure };
      });
    if (rows.length === 0) return;
    await tx.sql`
      insert into figure_month (council_id, team, measure, month, due, on_time, late, excused, unknown)
      select ${tx.councilId}, team, measure, month, due, "onTime", late, excused, unknown
        from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(team text, measure text, month date, due int, "onTime" int, late int, excused int, unknown int)
      on conflict (council_id, team, measure, month) do update
        set due = figure_month.due + excluded.due, on_time = figure_month.on_time + excluded.on_time, late = figure_month.late + excluded.late,
            excused = figure_month.excused + excluded.excused, unknown = figure_month.unknown + excluded.unknown`;
  }
}

type Outcome = 'onTime' | 'late' | 'excused' | 'unknown' | 'not-done';

/** Null for what is in no figure: ended before it fell due, or judged without a date. */
function outcomeOf(duty: Duty): Outcome | null {
  if (duty.judged === 'unknown') return 'unknown';
  if (duty.judged !== 'by-date') return null;
  switch (findingOn(duty, IN_THE_END).finding) {
    case 'met':
      return 'onTime';
    case 'met-late':
      return 'late';
    case 'excused':
      return 'excused';
    case 'overdue':
    case 'breached':
      return 'not-done';
    default:
      return null;
  }
}

/** The monthly figures as stored duties and responsibilities give them, all at once. */
function figuresSql(): string {
  const finding = findingSql(`date '${END_OF_TIME}'`, `timestamptz '${END_OF_TIME}'`);
  return `select team, measure, month, count(*) filter (where finding <> 'unknown')::int as due, count(*) filter (where finding = 'met')::int as on_time,
      count(*) filter (where finding = 'met-late')::int as late, count(*) filter (where finding = 'excused')::int as excused, count(*) filter (where finding = 'unknown')::int as unknown
    from (select coalesce(r.team, '') as team, coalesce(d.series, d.rule) as measure, date_trunc('month', d.due_on)::date as month,
                 case when d.judged = 'unknown' then 'unknown' else ${finding} end as finding
            from duty d left join responsibility r on r.council_id = $1 and r.kind = d.about_kind and r.ref = d.about_ref and d.due_on between r.from_on and r.to_on
           where d.council_id = $1 and d.due_on is not null and d.judged in ('by-date', 'unknown')) f
   where finding in ('met', 'met-late', 'excused', 'overdue', 'breached', 'unknown') group by 1, 2, 3`;
}

/** Makes all monthly figures of a council again. */
export async function rebuildFigures(tx: CouncilTransaction): Promise<void> {
  await tx.sql`delete from figure_month where council_id = ${tx.councilId}`;
  await tx.sql.unsafe(
    `insert into figure_month (council_id, team, measure, month, due, on_time, late, excused, unknown) select $1, f.* from (${figuresSql()}) f`,
    [tx.councilId],
  );
}

/** Stored monthly figures that are not what the duties give, by name. */
export async function figureDifferences(tx: CouncilTransaction): Promise<string[]> {
  const stored = `select team, measure, month, due, on_time, late, excused, unknown from figure_month
    where council_id = $1 and (due, on_time, late, excused, unknown) is distinct from (0, 0, 0, 0, 0)`;
  const rows = await tx.sql.unsafe<{ name: string }[]>(
    `with made as (${figuresSql()}), stored as (${stored})
     select distinct 'figure ' || team || ' ' || measure || ' ' || month as name from ((select * from made except select * from stored) union all (select * from stored except select * from made)) f`,
    [tx.councilId],
  );
  return rows.map((row) => row.name);
}
