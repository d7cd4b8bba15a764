import { setImmediate as turn } from 'node:timers/promises';
import { assessVersionsIndexed, indexFacts, versionOf, type Assessment, type Duty } from '@plumbline/domain/rules';
import { toDay } from '@plumbline/domain/calendar';
import { DutyDifference } from './duty-difference.ts';
import {
  isSameRow,
  RESPONSIBILITY_COLUMNS,
  toDuty,
  toDutyRow,
  toResponsibilityRow,
  type DutyRow,
  type ResponsibilityRow,
} from './duty-row.ts';
import { TeamBook, type FigureChanges } from './figures.ts';
import type { Making, Stored, SubjectsToAssess } from './replace-duties.ts';

/** So many subjects are assessed before what came out is turned into rows, and before other calls have their turn. */
const SLICE = 60;

/**
 * Assesses subjects again and compares; `figures` gets what changes by month. The database is not asked. Other calls have their
 * turn in between.
 */
export async function compare(making: Making, stored: Stored, figures: FigureChanges): Promise<DutyDifference> {
  const comparison = new Comparison(making, stored, figures);
  const index = indexFacts(stored.facts);
  const openUntil = toDay(making.openUntil);
  for (const slice of slicesOf(stored.subjects)) {
    const only = { persons: new Set(slice.persons), children: new Set(slice.children) };
    comparison.add(slice, assessVersionsIndexed(making.timeline, index, openUntil, only));
    await turn();
  }
  return comparison.finish();
}

function* slicesOf({ persons, children }: SubjectsToAssess): Generator<SubjectsToAssess> {
  for (let i = 0; i < persons.length; i += SLICE) yield { persons: persons.slice(i, i + SLICE), children: [] };
  for (let i = 0; i < children.length; i += SLICE) yield { persons: [], children: children.slice(i, i + SLICE) };
}

/** What is stored, slice by slice set against what was made of the facts. */
class Comparison {
  private readonly difference = new DutyDifference();
  private readonly making: Making;
  private readonly figures: FigureChanges;
  private readonly before: TeamBook;
  /** Stored duties of which none was made yet. */
  private readonly left: Map<string, DutyRow>;
  private readonly seen = new Set<string>();
  private readonly passed: [DutyRow, DutyRow][] = [];

  constructor(making: Making, stored: Stored, figures: FigureChanges) {
    this.making = making;
    this.figures = figures;
    this.before = new TeamBook(stored.responsibilities);
    this.left = new Map(stored.duties.map((row) => [row.id, row]));
  }

  add(subjects: SubjectsToAssess, made: Assessment): void {
    const responsibilities = made.responsibilities.map(toResponsibilityRow);
    const moved = this.addResponsibilities(subjects, responsibilities);
    const after = new TeamBook(responsibilities);
    for (const duty of made.duties) this.addDuty(duty, moved, after);
  }

  finish(): DutyDifference {
    const { removed, added } = this.difference;
    for (const row of this.left.values()) {
      removed.push(row);
      this.figures.count(-1, row, toDuty(row), this.before);
    }
    // One that passed to somebody else (a session given to another supervisee) leaves the one and comes to the other.
    for (const [old, row] of this.passed) {
      removed.push(old);
      added.add(row);
    }
    return this.difference;
  }

  /** Returns whose responsibilities are others than before, by `person:ref` or `child:ref`. */
  private addResponsibilities({ persons, children }: SubjectsToAssess, made: readonly ResponsibilityRow[]): Set<string> {
    const stored = [
      ...persons.flatMap((ref) => this.before.of('person', ref)),
      ...children.flatMap((ref) => this.before.of('child', ref)),
    ];
    const before = new Map(stored.map((row) => [nameOf(row), row]));
    const after = new Map(made.map((row) => [nameOf(row), row]));
    const added = [...after].flatMap(([name, row]) => (before.has(name) ? [] : [row]));
    const removed = [...before].flatMap(([name, row]) => (after.has(name) ? [] : [row]));
    this.difference.addedResponsibilities.push(...added);
    this.difference.removedResponsibilities.push(...removed);
    return new Set([...added, ...removed].map((row) => `${row.kind}:${row.ref}`));
  }

  private addDuty(duty: Duty, moved: ReadonlySet<string>, after: TeamBook): void {
    const { making, left, seen, figures, difference } = this;
    const row = toDutyRow(making.salt, duty, versionOf(making.timeline, duty).number);
    if (seen.has(row.id)) return;
    seen.add(row.id);
    const old = left.get(row.id);
    const isSame = old !== undefined && isSameRow(old, row);
    if (old === undefined) difference.added.add(row);
    else {
      left.delete(row.id);
      if (!isSameAbout(old, row)) this.passed.push([old, row]);
      else if (!isSame) difference.changed.add(row);
      // What is the same on both sides, its team included, cancels out.
      if (isSame && (moved.size === 0 || !moved.has(`${row.about_kind}:${row.about_ref}`))) return;
      figures.count(-1, old, toDuty(old), this.before);
    }
    figures.count(1, row, duty, after);
  }
}

function isSameAbout(a: DutyRow, b: DutyRow): boolean {
  return a.about_kind === b.about_kind && a.about_ref === b.about_ref;
}

function nameOf(row: ResponsibilityRow): string {
  return RESPONSIBILITY_COLUMNS.map((column) => row[column] ?? '\u0000').join('\u0001');
}
