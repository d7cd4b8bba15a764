/** One page of a whole council that could hang on a wall: what it is made of, and the page itself, finished for laying out. */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { PublishedTally } from '../audits/publish.ts';
import type { IndexScore } from '../disclosure/release.ts';
import type { AuditFigure } from '../impact/evidence.ts';
import type { TableTwin } from '../prepare/survey-table.ts';
import type { RecallGap } from '../surveys/index.ts';

/** What fell due in one month in one service, of staff's own supervision or of children's cases. */
export interface OverviewMonth {
  /** Empty where no team of today answers. */
  readonly service: string;
  readonly subject: 'person' | 'child';
  /** First day. */
  readonly month: LocalDate;
  readonly due: number;
  readonly onTime: number;
  readonly late: number;
  readonly excused: number;
}

/** Everything that the page is made of, gathered for the whole council. */
export interface OverviewSource {
  readonly council: string;
  readonly today: LocalDate;
  /** First days of the twelve months shown, the last of them over. */
  readonly months: readonly LocalDate[];
  readonly rows: readonly OverviewMonth[];
  /** How many people each service answers for today. */
  readonly people: ReadonlyMap<string, number>;
  /** Of the last month. */
  readonly inFull: { readonly held: number; readonly inFull: number };
  readonly notBooked: { readonly people: number; readonly withoutPlan: number };
  readonly children: { readonly open: number; readonly withoutWorker: number };
  readonly waits: { readonly person: OverviewWaits; readonly child: OverviewWaits };
  readonly audits: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    /** Grades of files drawn at random, as somebody may see them who may open none. */
    readonly grades: PublishedTally;
    /** Answers about how good supervision is. */
    readonly quality: AuditFigure;
  };
  readonly survey: {
    readonly title: string;
    readonly closedOn: LocalDate;
    /** Of the whole round. */
    readonly indices: readonly IndexScore[];
    readonly recall: { readonly gap: RecallGap; readonly n: number } | null;
  } | null;
  readonly actions: { readonly open: number; readonly overdue: number };
  readonly policy: {
    readonly title: string;
    readonly version: string;
    readonly inForceFrom: LocalDate;
    /** When this version was published here; null where it came with the product. */
    readonly publishedOn: LocalDate | null;
  };
}

export interface OverviewWaits {
  readonly overdue: number;
  readonly mostDays: number;
}

/** A figure to be read from two metres, with its words. */
export interface OverviewFigure {
  readonly key: string;
  readonly label: string;
  /** "87%", "12", or "–" where nothing may be said. */
  readonly value: string;
  readonly detail: string;
  /** Whether somebody should look: said in the words too. */
  readonly needsLook: boolean;
}

export interface OverviewPoint {
  readonly month: LocalDate;
  /** "October 2026". */
  readonly name: string;
  /** Done on time of what fell due and was not excused; null where nothing fell due. */
  readonly share: number | null;
  readonly counted: number;
}

/** One service, or several small ones together, month by month on the axis that all share. */
export interface OverviewLine {
  readonly key: string;
  readonly name: string;
  readonly points: readonly OverviewPoint[];
  /** Of the last month. */
  readonly last: number | null;
  readonly sentence: string;
}

export interface OverviewView {
  readonly council: string;
  readonly today: LocalDate;
  /** "October 2026": the last month that is over. */
  readonly month: string;
  /** What changed and what needs attention, in plain words. */
  readonly sentence: string;
  /** Large figures at the top, then the quieter ones. */
  readonly main: readonly OverviewFigure[];
  readonly further: readonly OverviewFigure[];
  readonly lines: {
    readonly title: string;
    /** Lowest share on the axis of all of them, a multiple of a tenth. */
    readonly from: number;
    readonly whole: OverviewLine;
    readonly services: readonly OverviewLine[];
    readonly note: string;
    readonly table: TableTwin;
  };
}
