import type { CompiledPolicy } from '@plumbline/domain/rules';
import { assess } from '@plumbline/domain/rules';
import { toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
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

/** What is stored of some subjects: their facts with all context, and the duties and responsibilities made of them before. */
export interface Stored {
  readonly subjects: SubjectsToAssess;
  readonly facts: Facts;
  readonly duties: readonly DutyRow[];
  readonly responsibilities: readonly ResponsibilityRow[];
}

/** How the stored duties and responsibilities of some subjects differ from those made of the facts. */
export interface DutyDifference {
  readonly added: readonly DutyRow[];
  readonly changed: readonly DutyRow[];
  readonly removed: readonly DutyRow[];
  readonly addedResponsibilities: readonly ResponsibilityRow[];
  readonly removedResponsibilities: readonly ResponsibilityRow[];
}

const DUTY_LIST = DUTY_COLUMNS.join(', ');
const RESPONSIBILITY_LIST = RESPONSIBILITY_COLUMNS.join(', ');

/** Reads everything that assessing some subjects again needs. */
export async function loadStored(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<Stored> {
  const [facts, duties, responsibilities] = await Promise.all([
    loadFacts(tx, subjects, { isForDuties: true }), readDuties(tx, subjects), readResponsibilities(tx, subjects),
  ]);
  return { subjects, facts, duties, responsibilities };
}

/** Assesses subjects again and compares; `figures` gets what changes by month. Pure: the database is not asked. */
export function compare(making: Making, stored: Stored, figures: FigureChanges): DutyDifference {
  const { subjects } = stored;
  const only = { persons: new Set(subjects.persons), children: new Set(subjects.children) };
  const made = assess(making.policy, stored.facts, toDay(making.openUntil), only);
  const duties = [...new Map(made.duties.map((duty) => toDutyRow(making.salt, duty)).map((row) => [row.id, row])).values()];
  const responsibilities = made.responsibilities.map(toResponsibilityRow);
  const before = new Map(stored.duties.map((row) => [row.id, row]));
  const difference = { ...compareDuties(before, duties), ...compareResponsibilities(stored.responsibilities, responsibilities) };
  figures.replace({ duties: stored.duties, responsibilities: stored.responsibilities }, { duties, responsibilities }, difference, before);
  return difference;
}

/** Assesses some subjects again and compares with what is stored. */
export async function differenceOf(tx: CouncilTransaction, making: Making, subjects: SubjectsToAssess, figures: FigureChanges): Promise<DutyDifference> {
  return compare(making, await loadStored(tx, subjects), figures);
}

async function readDuties(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<DutyRow[]> {
  const rows = await tx.sql.unsafe<DutyRow[]>(
    `select ${DUTY_LIST} from duty where council_id = $1 and about_kind = 'person' and about_ref = any($2)
     union all select ${DUTY_LIST} from duty where council_id = $1 and about_kind = 'child' and about_ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
  return rows.map(fromStored);
}

async function readResponsibilities(tx: CouncilTransaction, subjects: SubjectsToAssess): Promise<ResponsibilityRow[]> {
  return await tx.sql.unsafe<ResponsibilityRow[]>(
    `select ${RESPONSIBILITY_LIST} from responsibility where council_id = $1 and kind = 'person' and ref = any($2)
     union all select ${RESPONSIBILITY_LIST} from responsibility where council_id = $1 and kind = 'child' and ref = any($3)`,
    [tx.councilId, [...subjects.persons], [...subjects.children]],
    { prepare: true },
  );
}

function compareDuties(before: ReadonlyMap<string, DutyRow>, made: readonly DutyRow[]): Pick<DutyDifference, 'added' | 'changed' | 'removed'> {
  const after = new Set<string>();
  const added: DutyRow[] = [];
  const changed: DutyRow[] = [];
  for (const row of made) {
    after.add(row.id);
    const old = before.get(row.id);
    if (old === undefined) added.push(row);
    else if (!isSameRow(old, row)) changed.push(row);
  }
  return { added, changed, removed: [...before.values()].filter((row) => !after.has(row.id)) };
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
