import { FAR_FUTURE } from '@plumbline/domain/calendar';
import { findingOn } from '@plumbline/domain/rules';
import type { CouncilTransaction } from '../access/database.ts';
import { toDuty, type DutyRow, type ResponsibilityRow } from './duty-row.ts';

/** Counts of one team, measure and month. */
export interface MonthFigure {
  due: number;
  onTime: number;
  late: number;
  excused: number;
  unknown: number;
}

const SEPARATOR = '\u0000';

/** The end of time: what finally became of a duty, as far as is known. */
const IN_THE_END = { on: FAR_FUTURE, at: FAR_FUTURE * 1440 };

/** Changes to the monthly figures, gathered while duties are replaced and written once at the end. */
export class FigureChanges {
  private readonly changes = new Map<string, MonthFigure>();

  /** Adds (`sign` 1) or takes away (-1) the duties of one person or child, whose team is that of the day on which each fell due. */
  count(sign: 1 | -1, duties: readonly DutyRow[], responsibilities: readonly ResponsibilityRow[]): void {
    for (const row of duties) {
      if (row.due_on === null) continue;
      const outcome = outcomeOf(row);
      if (outcome === null) continue;
      const key = [teamOn(responsibilities, row.due_on) ?? '', row.series ?? row.rule, monthOf(row.due_on)].join(SEPARATOR);
      let figure = this.changes.get(key);
      if (figure === undefined) this.changes.set(key, (figure = { due: 0, onTime: 0, late: 0, excused: 0, unknown: 0 }));
      if (outcome !== 'unknown') figure.due += sign;
      if (outcome !== 'not-done') figure[outcome] += sign;
    }
  }

  /** What has changed, in the order in which every writer touches the rows. */
  entries(): [team: string, measure: string, month: string, figure: MonthFigure][] {
    return [...this.changes]
      .filter(([, figure]) => Object.values(figure).some((count) => count !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, figure]) => [...(key.split(SEPARATOR) as [string, string, string]), figure]);
  }

  async write(tx: CouncilTransaction): Promise<void> {
    const entries = this.entries();
    if (entries.length === 0) return;
    const rows = entries.map(([team, measure, month, figure]) => ({ team, measure, month, ...figure }));
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
function outcomeOf(row: DutyRow): Outcome | null {
  if (row.judged === 'unknown') return 'unknown';
  if (row.judged !== 'by-date') return null;
  switch (findingOn(toDuty(row), IN_THE_END).finding) {
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

function teamOn(responsibilities: readonly ResponsibilityRow[], on: string): string | null {
  return responsibilities.find((held) => held.from_on <= on && (held.to_on === 'infinity' || on <= held.to_on))?.team ?? null;
}

function monthOf(on: string): string {
  return `${on.slice(0, 7)}-01`;
}
