/** What a series of months is made of, and the finished model of its chart. */
import type { LocalDate } from '@plumbline/domain/calendar';
import type { TableTwin } from '../prepare/survey-table.ts';
import type { ImprovementIs, LimitStanding, SpecialCause } from '../statistics/index.ts';

/** Shares are fractions of 1, counts whole numbers, means in whatever unit they have. */
export type SeriesKind = 'share' | 'count' | 'mean';

export interface SeriesPoint {
  /** Any day of the month. */
  readonly month: LocalDate;
  /** Null where nothing is known. */
  readonly value: number | null;
  /** How many it is a share or mean of; null where that is not known. */
  readonly denominator: number | null;
}

/** Something of the event ledger. The title says what happened: "training for supervisors". */
export interface SeriesEvent {
  readonly on: LocalDate;
  readonly title: string;
  /** Somebody recorded that new limits begin with it. */
  readonly isRebase: boolean;
}

/** A version of the policy: "version 1.3 of the policy". */
export interface PolicyDate {
  readonly on: LocalDate;
  readonly title: string;
}

export interface SeriesOptions {
  readonly title: string;
  readonly kind: SeriesKind;
  readonly improvementIs: ImprovementIs;
  readonly events: readonly SeriesEvent[];
  readonly policyDates: readonly PolicyDate[];
  readonly today: LocalDate;
}

/** How limits are reckoned: moving ranges, shares by chance alone, shares that differ more than by chance. */
export type SeriesMethod = 'xmr' | 'p' | 'laney';

/** A month on the axis; lines and the point itself break where they are null. */
export interface SeriesPlace {
  readonly month: LocalDate;
  /** "May", with the year where it is the first or a January: "Jan ’27". */
  readonly label: string;
  /** "May 2026". */
  readonly name: string;
  readonly value: number | null;
  readonly denominator: number | null;
  readonly mean: number | null;
  /** Limits as they are drawn: cut at what is possible. */
  readonly low: number | null;
  readonly high: number | null;
  /** Which segment it lies in, counted from 0. */
  readonly segment: number;
  readonly isJudged: boolean;
  /** The month is not over; it is drawn and in no figure. */
  readonly isRunning: boolean;
  /** Points that are not judged are open circles. */
  readonly shape: 'circle' | 'open-circle';
  readonly sentence: string;
}

/** Months with limits of their own; trial limits are drawn dashed. Both ends belong to it, as places on the axis. */
export interface SeriesSegment {
  readonly from: number;
  readonly to: number;
  readonly standing: LimitStanding;
  readonly mean: number | null;
  readonly sentence: string;
}

/** A month that stands out. The shape says where it lies or goes; the tone is never the only sign. */
export interface CauseMark {
  readonly place: number;
  readonly month: LocalDate;
  readonly shape: 'triangle-up' | 'triangle-down';
  readonly tone: SpecialCause['meaning'];
  readonly causes: readonly SpecialCause[];
  readonly words: string;
}

/** A line across the chart. `at` is in places: the month at place i reaches from i - 0.5 to i + 0.5. */
export interface EventLine {
  readonly on: LocalDate;
  readonly at: number;
  readonly label: string;
  readonly kind: 'policy' | 'event';
  readonly shape: 'line' | 'diamond';
  readonly isRebase: boolean;
}

/** What can be said of the months before and after one policy date. Lines go from place to place, both ends included. */
export interface ChangeReading {
  readonly on: LocalDate;
  readonly title: string;
  readonly standing: 'chart-only' | 'indicative' | 'firm';
  readonly lines: readonly {
    readonly key: 'before' | 'continued' | 'after';
    readonly from: { readonly place: number; readonly value: number };
    readonly to: { readonly place: number; readonly value: number };
    readonly stroke: 'full' | 'dashed';
  }[];
  readonly sentence: string;
  /** For those who check figures: Durbin-Watson and the errors that were taken. Null where nothing was reckoned. */
  readonly technical: string | null;
}

export interface MonthSeriesModel {
  readonly title: string;
  readonly unit: '%' | 'number' | 'mean';
  readonly method: SeriesMethod;
  /** In order, every month from the first to the last. */
  readonly points: readonly SeriesPlace[];
  readonly segments: readonly SeriesSegment[];
  readonly marks: readonly CauseMark[];
  readonly events: readonly EventLine[];
  readonly changes: readonly ChangeReading[];
  /** What the latest month shows, for the sign beside the title. */
  readonly variation: 'improvement' | 'concern' | 'high' | 'low' | 'usual' | 'unknown';
  /** How the chart is to be read, sentence by sentence. */
  readonly notes: readonly string[];
  readonly sentence: string;
  readonly table: TableTwin;
}
