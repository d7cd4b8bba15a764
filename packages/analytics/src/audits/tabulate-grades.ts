/** How often each of the four grades was given, by team, service, kind and quarter. What was drawn and what was picked stay apart. */
import { AUDIT_KIND_NAMES, type AuditKind } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import { wilson, wilsonFinite, type Interval } from '../statistics/index.ts';
import { countedGrade, GOOD, type AuditBasis, type AuditedRow } from './rows.ts';

export const GRADE_BREAKDOWNS = ['team', 'service', 'kind', 'quarter'] as const;
export type GradeBreakdown = (typeof GRADE_BREAKDOWNS)[number];

/** How many were graded 1, 2, 3 and 4. */
export type GradeCounts = readonly [number, number, number, number];

export interface GradeTally {
  /** Audits completed, whether or not they end with a grade. */
  readonly completed: number;
  /** Of these, brought in from earlier audits. */
  readonly imported: number;
  readonly graded: number;
  readonly counts: GradeCounts;
  /** How many are good or better. */
  readonly good: number;
  /** The same as a fraction of 1, and its 95% interval: of random samples only. */
  readonly share: number | null;
  readonly interval: Interval | null;
  /** Why there is no interval: picked and not drawn, the whole list looked at, nothing graded. */
  readonly without: 'not-random' | 'census' | 'nothing-graded' | null;
}

export interface GradeGroup {
  /** Code of a team or service, a kind, or a quarter such as 2026-Q2. */
  readonly key: string;
  readonly tally: GradeTally;
}

export interface GradeTable {
  readonly by: GradeBreakdown;
  readonly basis: AuditBasis;
  readonly total: GradeTally;
  /** Kinds in their own order, everything else by its key. Only groups with a completed audit. */
  readonly groups: readonly GradeGroup[];
}

/** Which audits are tallied. `population`: how many stood on the list that they were drawn from, for the total's interval. */
export interface GradeQuery {
  readonly by: GradeBreakdown;
  readonly basis: AuditBasis;
  readonly population?: number;
}

/** Places in a row of counts: four grades, then these. */
const COMPLETED = 4;
const IMPORTED = 5;
const WIDTH = 6;

/**
 * Grades of one basis by one breakdown. Shares and Wilson intervals are worked out for random samples only: what was picked says
 * nothing about what was not looked at. The interval of the total takes the size of the list into account where it is given;
 * those of the groups do not and are a little wide. More graded than stood on the list stops it.
 */
export function tabulateGrades(rows: readonly AuditedRow[], { by, basis, population }: GradeQuery): GradeTable {
  const total = new Int32Array(WIDTH);
  const groups = new Map<string, Int32Array>();
  for (const row of rows) {
    if (row.basis !== basis) continue;
    const key = groupKey(row, by);
    let own = groups.get(key);
    if (own === undefined) groups.set(key, (own = new Int32Array(WIDTH)));
    count(row, own);
    count(row, total);
  }
  return {
    by,
    basis,
    total: tallyOf(total, basis, population),
    groups: [...groups]
      .map(([key, counts]) => ({ key, tally: tallyOf(counts, basis) }))
      .sort((a, b) => orderOf(by, a.key, b.key)),
  };
}

/** The group of a breakdown in which an audit counts. */
export function groupKey(row: AuditedRow, by: GradeBreakdown): string {
  return by === 'quarter' ? quarterOf(row.completedOn) : row[by];
}

/** The calendar quarter of a day: 2026-Q2 for 12 May 2026. */
export function quarterOf(date: LocalDate): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function count(row: AuditedRow, counts: Int32Array): void {
  counts[COMPLETED] = (counts[COMPLETED] ?? 0) + 1;
  if (row.isImported) counts[IMPORTED] = (counts[IMPORTED] ?? 0) + 1;
  const grade = countedGrade(row);
  if (grade !== null) counts[grade - 1] = (counts[grade - 1] ?? 0) + 1;
}

function tallyOf(row: Int32Array, basis: AuditBasis, population?: number): GradeTally {
  const at = (place: number): number => row[place] ?? 0;
  const counts: GradeCounts = [at(0), at(1), at(2), at(3)];
  const graded = counts[0] + counts[1] + counts[2] + counts[3];
  const good = counts.reduce((sum, given, i) => (i + 1 >= GOOD ? sum + given : sum), 0);
  return {
    completed: at(COMPLETED),
    imported: at(IMPORTED),
    graded,
    counts,
    good,
    ...(basis === 'random' ? drawnShare(good, graded, population) : { share: null, interval: null, without: 'not-random' }),
  };
}

/** A share of something drawn at random with its interval: Wilson's, narrower where much of the list was looked at. */
export function drawnShare(
  good: number,
  of: number,
  population?: number,
): { readonly share: number | null; readonly interval: Interval | null; readonly without: 'census' | 'nothing-graded' | null } {
  if (of === 0) return { share: null, interval: null, without: 'nothing-graded' };
  if (population !== undefined) {
    const made = wilsonFinite(good, of, population);
    const interval = made?.interval ?? null;
    return { share: good / of, interval, without: interval === null ? 'census' : null };
  }
  const made = wilson(good, of);
  return { share: good / of, interval: made === null ? null : { low: made.low, high: made.high }, without: null };
}

function orderOf(by: GradeBreakdown, a: string, b: string): number {
  if (by === 'kind') return AUDIT_KIND_NAMES.indexOf(a as AuditKind) - AUDIT_KIND_NAMES.indexOf(b as AuditKind);
  return a < b ? -1 : 1;
}
