/** What the audit board shows: finished models with their units, order, words and tables. */
import type { AuditKind, AuditState, Grade, ItemState } from '@plumbline/domain/audits';
import type { LocalDate } from '@plumbline/domain/calendar';
import type { Pattern, Tone } from '../prepare/survey-bar-parts.ts';
import type { TableTwin } from '../prepare/survey-table.ts';
import type { Interval } from '../statistics/index.ts';
import type { ActionFigures } from './actions-figures.ts';
import type { GraderAgreement } from './agreement.ts';
import type { QuestionChange } from './compare-questions.ts';
import type { TeamCoverage } from './coverage.ts';
import type { AuditBasis, Period } from './rows.ts';
import type { GradeCounts } from './tabulate-grades.ts';

/** An audit of the programme with how many of what was drawn are in which state. */
export interface ProgrammedAudit {
  readonly auditId: string;
  readonly title: string;
  readonly kind: AuditKind;
  readonly state: AuditState;
  /** How many stood on the list drawn from; null where there was none. */
  readonly listSize: number | null;
  readonly items: Readonly<Partial<Record<ItemState, number>>>;
  /** Of managers' own checks of one team and month in one row: the first day of the month, and how many they are. Null for one audit. */
  readonly checks: ChecksInOneRow | null;
}

export interface ChecksInOneRow {
  readonly month: LocalDate;
  readonly count: number;
}

export interface ProgressRow {
  readonly key: string;
  readonly label: string;
  readonly state: AuditState;
  readonly checks: ChecksInOneRow | null;
  /** Drawn or picked, without reserves and without what was put aside. */
  readonly drawn: number;
  readonly completed: number;
  /** With an auditor, begun or not. */
  readonly waiting: number;
  readonly putAside: number;
  /** Completed as a fraction of 1 of those drawn; null where nothing is. */
  readonly share: number | null;
  readonly sentence: string;
}

export interface ProgressModel {
  readonly title: string;
  readonly unit: 'audits';
  readonly rows: readonly ProgressRow[];
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface GradeSegment {
  readonly grade: Grade;
  readonly text: string;
  readonly tone: Tone;
  readonly pattern: Pattern;
  /** Where it begins and ends, as fractions: of 1 is 100%. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** "42%", or empty where the segment is too narrow to hold it. */
  readonly label: string;
  /** "Good: 42%, 21 of 50". */
  readonly title: string;
}

export interface GradeRow {
  readonly key: string;
  readonly label: string;
  /** `same`: all have one grade. `not-graded`: completed, of a kind without grades. */
  readonly state: 'shown' | 'same' | 'too-few' | 'not-graded';
  readonly completed: number;
  /** Null where grades are not shown. */
  readonly graded: number | null;
  readonly counts: GradeCounts | null;
  /** Bars are drawn of random samples only; empty otherwise, and where grades are not shown. */
  readonly segments: readonly GradeSegment[];
  /** Good or better: share (of 1) and interval of random samples only. */
  readonly good: { readonly count: number; readonly share: number | null; readonly interval: Interval | null } | null;
  /** Said in place of a bar. */
  readonly note: string | null;
  readonly sentence: string;
}

/** Grades of one basis as bars that are filled up to 100%, with the table that says the same. */
export interface GradesModel {
  readonly title: string;
  readonly basis: AuditBasis;
  readonly unit: '% of files' | 'audits';
  readonly axis: { readonly from: 0; readonly to: 1; readonly ticks: readonly { readonly at: number; readonly label: string }[] };
  readonly legend: readonly { readonly grade: Grade; readonly text: string; readonly tone: Tone; readonly pattern: Pattern }[];
  /** By the names of the teams; an order by grade would tell less than it seems to. */
  readonly rows: readonly GradeRow[];
  readonly total: GradeRow;
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface ThemeRow {
  readonly key: string;
  readonly label: string;
  /** Good or better, or yes: a fraction of 1 of the answers to questions of this area that may be shown. */
  readonly share: number;
  readonly good: number;
  readonly answered: number;
  /** The area's questions, the weakest first. */
  readonly questions: readonly { readonly id: string; readonly asks: string; readonly sentence: string }[];
  readonly sentence: string;
}

export interface ThemesModel {
  readonly title: string;
  readonly unit: '% of answers';
  readonly weakest: readonly ThemeRow[];
  readonly strongest: readonly ThemeRow[];
  /** Questions left out because there are too few to show. */
  readonly notShown: number;
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface ImprovementRow {
  readonly key: string;
  readonly label: string;
  readonly change: QuestionChange;
  /** ▲, ▼ or ◇ beside the words, since colour is never alone. */
  readonly mark: string;
  readonly sentence: string;
}

export interface ImprovementModel {
  readonly title: string;
  readonly unit: 'points';
  readonly before: Period;
  /** Points, the same to both sides, in whole tens. */
  readonly axis: { readonly from: number; readonly to: number };
  /** Better first, then worse, then unsure; the largest change first. */
  readonly rows: readonly ImprovementRow[];
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface ActionsModel {
  readonly title: string;
  readonly figures: ActionFigures;
  /** Teams with actions that are overdue, the longest overdue first. */
  readonly overdue: readonly {
    readonly key: string;
    readonly label: string;
    readonly overdue: number;
    readonly mostDays: number;
    readonly sentence: string;
  }[];
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface CoverageModel {
  readonly title: string;
  readonly unit: 'people';
  readonly rows: readonly TeamCoverage[];
  readonly sentence: string;
  readonly table: TableTwin;
}

export interface AuditBoard {
  readonly period: Period;
  readonly today: LocalDate;
  readonly progress: ProgressModel;
  /** Of random samples, by team. */
  readonly grades: GradesModel;
  /** What was picked, and managers' own checks: counts by team, for bases with any audit. */
  readonly counted: readonly GradesModel[];
  /** Without figures where they would tell the viewer of files that they may not open. */
  readonly agreement: { readonly figures: GraderAgreement | null; readonly sentence: string };
  readonly themes: ThemesModel;
  readonly improvement: ImprovementModel;
  readonly actions: ActionsModel;
  readonly coverage: CoverageModel;
}
