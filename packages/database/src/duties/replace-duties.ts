import type { CompiledPolicy } from '@plumbline/domain/rules';
import { assess } from '@plumbline/domain/rules';
import { toDay } from '@plumbline/domain/calendar';
import type { CouncilTransaction } from '../access/database.ts';
import { loadFacts } from '../facts/load-facts.ts';
import {
  DUTY_COLUMNS, fromStored, isSameRow, RESPONSIBILITY_COLUMNS, toDutyRow, toResponsibilityRow, type DutyRow, type ResponsibilityRow,
} from './duty-row.ts';
import type { FigureChanges } from './figures.ts';

/** What duties are made by: the policy, and the day up to which those that open by the calendar are made. */
export interface Making {
  readonly policy: CompiledPolicy;
  readonly salt: string;
  readonly openUntil: string;
}

export interface SubjectsToAssess {
  readonly persons: readonly string[];
  readonly children: readonly string[];
}

/** How the stored duties and responsibilities of some subjects differ from those made of the facts. */
export interface DutyDifference {
  readonly added: readonly DutyRow[];
  readonly changed: readonly DutyRow[];
  readonly removed: readonly DutyRow[];
  readonly addedResponsibilities: readonly ResponsibilityRow[];
  readonly removedResponsibilities: readonly ResponsibilityRow[];
}

const FIRST_DUTY_COLUMNS = DUTY_COLUMNS.join(', ');
const FIRST_RESPONSIBILITY_COLUMNS = RESPONSIBILITY_COLUMNS.join(', ');

/** Assesses some subjects again and compares; `figures` gets what changes by month. */
export async function differenceOf(tx: CouncilTransaction, making: Making, subjects: SubjectsToAssess, figures: FigureChanges): Promise<DutyDifference> {
  const [facts, storedDuties, storedResponsibilities] = await Promise.all([loadFacts(tx, subjects), readDuties(tx, subjects), readResponsibilities(tx, subjects)]);
  const only = { persons: new Set(subjects.persons), children: new Set(subjects.children) };
  const made = assess(making.policy, facts, toDay(making.openUntil), only);
  const duties = [...new Map(made.duties.map((duty) => toDutyRow(making.salt, duty)).map((row) => [row.id, row])).values()];
  const responsibilities = made.responsibilities.map(toResponsibilityRow);
  countFigures(figures, -1, storedDuties, storedResponsibilities);
  countFigures(figures, 1, duties, responsibilities);
  return { ...compareDuties(storedDuties, duties), ...compareResponsibilities(storedResponsibilities, responsibilities) };
}

/** Every stored duty of some subjects. */
async function readDuties(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<DutyRow[]> {
  const rows = await tx.sql.unsafe<DutyRow[]>(
    `select ${FIRST_DUTY_COLUMNS} from duty where council_id = $1 and about_kind = 'person' and about_ref = any($2)
     union all select ${FIRST_DUTY_COLUMNS} from duty where council_id = $1 and about_kind = 'child' and about_ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
  return rows.map(fromStored);
}

async function readResponsibilities(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<ResponsibilityRow[]> {
  return await tx.sql.unsafe<ResponsibilityRow[]>(
    `select ${FIRST_RESPONSIBILITY_COLUMNS} from responsibility where council_id = $1 and kind = 'person' and ref = any($2)
     union all select ${FIRST_RESPONSIBILITY_COLUMNS} from responsibility where council_id = $1 and kind = 'child' and ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
}

/** Counts figures subject by subject, for a duty's team is that of its own subject. */
export function countFigures(figures: FigureChanges, sign: 1 | -1, duties: readonly DutyRow[], responsibilities: readonly ResponsibilityRow[]): void {
  const held = Map.groupBy(responsibilities, (row) => `${row.kind}:${row.ref}`);
  for (const [about, rows] of Map.groupBy(duties, (row) => `${row.about_kind}:${row.about_ref}`)) figures.count(sign, rows, held.get(about) ?? []);
}

function compareDuties(stored: readonly DutyRow[], made: readonly DutyRow[]): Pick<DutyDifference, 'added' | 'changed' | 'removed'> {
  const before = new Map(stored.map((row) => [row.id, row]));
  const after = new Set(made.map((row) => row.id));
  const added: DutyRow[] = [];
  const changed: DutyRow[] = [];
  for (const row of made) {
    const old = before.get(row.id);
    if (old === undefined) added.push(row);
    else if (!isSameRow(old, row)) changed.push(row);
  }
  return { added, changed, removed: stored.filter((row) => !after.has(row.id)) };
}

function compareResponsibilities(stored: readonly ResponsibilityRow[], made: readonly ResponsibilityRow[]): Pick<DutyDifference, 'addedResponsibilities' | 'removedResponsibilities'> {
  const name = (row: ResponsibilityRow): string => RESPONSIBILITY_COLUMNS.map((column) => row[column] ?? '\u0000').join('\u0001');
  const before = new Set(stored.map(name));
  const after = new Set(made.map(name));
  return { addedResponsibilities: made.filter((row) => !before.has(name(row))), removedResponsibilities: stored.filter((row) => !after.has(name(row))) };
}

export function countDifferences(difference: DutyDifference): number {
  return difference.added.length + difference.changed.length + difference.removed.length + difference.addedResponsibilities.length + difference.removedResponsibilities.length;
}
