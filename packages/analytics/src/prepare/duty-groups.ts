import type { DutyRow } from '../compliance/index.ts';

/** Requirements that read the same: one line on the page, opened to each. */
export interface DutyGroup {
  readonly key: string;
  readonly first: DutyRow;
  readonly rows: readonly DutyRow[];
}

/** Puts together what has the same name, the same date and stands the same, in the order in which they came. */
export function groupDuties(rows: readonly DutyRow[]): DutyGroup[] {
  const groups = new Map<string, { first: DutyRow; rows: DutyRow[] }>();
  for (const row of rows) {
    const key = [row.title, row.dueOn, row.finding, row.daysLate].join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: row, rows: [row] });
    else group.rows.push(row);
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}
