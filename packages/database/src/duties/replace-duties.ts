import { assessVersions, versionOf, type PolicyTimeline } from '@plumbline/domain/rules';
import { toDay } from '@plumbline/domain/calendar';
import type { Facts } from '@plumbline/domain/facts';
import type { CouncilTransaction } from '../access/database.ts';
import { loadFacts } from '../facts/load-facts.ts';
import {
  DUTY_COLUMNS,
  fromStored,
  isSameRow,
  RESPONSIBILITY_COLUMNS,
  toDuty,
  toDutyRow,
  toResponsibilityRow,
  type DutyRow,
  type ResponsibilityRow,
} from './duty-row.ts';
import { TeamBook, type FigureChanges } from './figures.ts';

/** What duties are made by: the policy's versions, and the day up to which those that open by the calendar are made. */
export interface Making {
  readonly timeline: PolicyTimeline;
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
    loadFacts(tx, subjects, { isForDuties: true }),
    readDuties(tx, subjects),
    readResponsibilities(tx, subjects),
  ]);
  return { subjects, facts, duties, responsibilities };
}

/** Assesses subjects again and compares; `figures` gets what changes by month. Pure: the database is not asked. */
export function compare(making: Making, stored: Stored, figures: FigureChanges): DutyDifference {
  const { subjects } = stored;
  const only = { persons: new Set(subjects.persons), children: new Set(subjects.children) };
  const made = assessVersions(making.timeline, stored.facts, toDay(making.openUntil), only);
  const responsibilities = made.responsibilities.map(toResponsibilityRow);
  const changes = compareResponsibilities(stored.responsibilities, responsibilities);
  const moved = new Set(
    [...changes.addedResponsibilities, ...changes.removedResponsibilities].map((row) => `${row.kind}:${row.ref}`),
  );
  const before = new TeamBook(stored.responsibilities);
  const after = new TeamBook(responsibilities);
  const left = new Map(stored.duties.map((row) => [row.id, row]));
  const seen = new Set<string>();
  const added: DutyRow[] = [];
  const changed: DutyRow[] = [];
  const passed: [DutyRow, DutyRow][] = [];
  for (const duty of made.duties) {
    const row = toDutyRow(making.salt, duty, versionOf(making.timeline, duty).number);
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const old = left.get(row.id);
    left.delete(row.id);
    const isSame = old !== undefined && isSameRow(old, row);
    if (old === undefined) added.push(row);
    else if (!isSameAbout(old, row)) passed.push([old, row]);
    else if (!isSame) changed.push(row);
    // What is the same on both sides, its team included, cancels out.
    if (isSame && (moved.size === 0 || !moved.has(`${row.about_kind}:${row.about_ref}`))) continue;
    if (old !== undefined) figures.count(-1, old, toDuty(old), before);
    figures.count(1, row, duty, after);
  }
  const removed = [...left.values()];
  for (const row of removed) figures.count(-1, row, toDuty(row), before);
  // One that passed to somebody else (a session given to another supervisee) leaves the one and comes to the other.
  for (const [old, row] of passed) {
    removed.push(old);
    added.push(row);
  }
  return { added, changed, removed, ...changes };
}

function isSameAbout(a: DutyRow, b: DutyRow): boolean {
  return a.about_kind === b.about_kind && a.about_ref === b.about_ref;
}

/** Assesses some subjects again and compares with what is stored. */
export async function differenceOf(
  tx: CouncilTransaction,
  making: Making,
  subjects: SubjectsToAssess,
  figures: FigureChanges,
): Promise<DutyDifference> {
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

function compareResponsibilities(
  stored: readonly ResponsibilityRow[],
  made: readonly ResponsibilityRow[],
): Pick<DutyDifference, 'addedResponsibilities' | 'removedResponsibilities'> {
  const name = (row: ResponsibilityRow): string => RESPONSIBILITY_COLUMNS.map((column) => row[column] ?? '\u0000').join('\u0001');
  const before = new Set(stored.map(name));
  const after = new Set(made.map(name));
  return {
    addedResponsibilities: made.filter((row) => !before.has(name(row))),
    removedResponsibilities: stored.filter((row) => !after.has(name(row))),
  };
}

export function countDifferences(difference: DutyDifference): number {
  return (
    difference.added.length +
    difference.changed.length +
    difference.removed.length +
    difference.addedResponsibilities.length +
    difference.removedResponsibilities.length
  );
}
