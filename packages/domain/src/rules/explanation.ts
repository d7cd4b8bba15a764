import type { LocalDate } from '../calendar/index.ts';
import type { ConfirmationAnswer } from '../facts/index.ts';
import type { Strength } from '../policy/index.ts';
import type { Finding } from './finding.ts';

/** Why something is due when it is: kinds and values only. Sentences are made of it in `analytics/wording`. */
export interface Explanation {
  readonly finding: Finding;
  readonly daysLate: number;
  readonly dueOn: LocalDate | null;
  /** ISO instant, for limits in hours. */
  readonly dueAt: string | null;
  readonly effectiveDueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
  readonly owedBy: string | null;
  /** Whoever shares the management of the post with them, where the line makes the owner. */
  readonly owedWith: string | null;
  readonly rule: ExplainedRule;
  readonly pack: {
    readonly id: string;
    readonly council: string;
    readonly title: string;
    readonly version: string;
    readonly state: string;
  };
  readonly subject: { readonly kind: string; readonly ref: string };
  /** In the order in which the date was reached. */
  readonly steps: readonly ExplanationStep[];
  readonly conventions: readonly { readonly name: string; readonly value: string; readonly cites: string }[];
  readonly interpretations: readonly { readonly id: string; readonly question: string; readonly reading: string }[];
  /** Other rules that held on the way, with what they would have asked. */
  readonly others: readonly {
    readonly rule: string;
    readonly clause: string;
    readonly says: string;
    readonly every: IntervalText;
  }[];
}

export interface ExplainedRule {
  readonly id: string;
  readonly clause: string;
  readonly says: string;
  readonly strength: Strength;
  readonly isInferred: boolean;
}

export interface IntervalText {
  readonly unit: 'days' | 'weeks' | 'months' | 'workingDays' | 'workingWeeks' | 'years' | 'hours';
  readonly count: number;
}

export type ExplanationStep =
  /** Counting begins: the last one counted, the start of the attribute, or the day on which records here begin. */
  | {
      readonly kind: 'counted-from';
      readonly on: LocalDate;
      readonly what: 'session' | 'start' | 'records-begin' | 'resumed' | 'moment';
      readonly ref: string | null;
      readonly moment?: string;
    }
  | {
      readonly kind: 'interval-added';
      readonly from: LocalDate;
      readonly every: IntervalText;
      readonly to: LocalDate;
      readonly rule: string;
      readonly wasClipped: boolean;
    }
  /** The stretch under a rule ended before the date was reached, so it is reckoned again. */
  | {
      readonly kind: 'loosened';
      readonly on: LocalDate;
      readonly every: IntervalText;
      readonly to: LocalDate;
      readonly rule: string;
    }
  | {
      readonly kind: 'tightened';
      readonly on: LocalDate;
      readonly every: IntervalText;
      readonly to: LocalDate;
      readonly rule: string;
      readonly target: LocalDate;
    }
  | { readonly kind: 'hours-added'; readonly from: string; readonly hours: number; readonly to: string }
  | {
      readonly kind: 'period';
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly counted: number;
      readonly needed: number;
      readonly unit: 'sessions' | 'minutes';
    }
  | {
      readonly kind: 'measured';
      readonly measure: string;
      readonly value: number | null;
      readonly atLeast: number | null;
      readonly atMost: number | null;
    }
  /** What was asked for was done before the day from which it counts. */
  | { readonly kind: 'too-early'; readonly on: LocalDate; readonly from: LocalDate }
  /** A day that should not lie after another. */
  | { readonly kind: 'not-after'; readonly measure: string; readonly on: LocalDate | null; readonly latest: LocalDate | null }
  /** Somebody did it who may not: what of the rule they do not meet. */
  | {
      readonly kind: 'not-eligible';
      readonly on: LocalDate;
      readonly field: string;
      readonly who: string;
      readonly unmet: readonly string[];
    }
  | { readonly kind: 'left-out'; readonly on: LocalDate; readonly covers: string; readonly refs: readonly string[] }
  | { readonly kind: 'set-off'; readonly on: LocalDate; readonly by: string }
  /** The same side as the one before it. */
  | { readonly kind: 'same-turn'; readonly on: LocalDate; readonly before: string | null }
  | { readonly kind: 'missing'; readonly fields: readonly string[] }
  /** A question that nothing but somebody's answer settles, and since when it waits. */
  | { readonly kind: 'asked'; readonly on: LocalDate; readonly asks: string }
  /** Who answered it, and how. */
  | { readonly kind: 'answered'; readonly on: LocalDate; readonly by: string; readonly answer: ConfirmationAnswer }
  /** When it is asked again. */
  | { readonly kind: 'asked-again'; readonly on: LocalDate }
  /** Somebody was away on the day; by when the first one after return is due, or a date for it, where only that is asked. */
  | {
      readonly kind: 'absence';
      readonly from: LocalDate;
      readonly to: LocalDate | null;
      readonly returnDueOn: LocalDate | null;
      readonly isOfDate?: boolean;
    }
  | { readonly kind: 'ended'; readonly on: LocalDate }
  | { readonly kind: 'met'; readonly on: LocalDate; readonly ref: string | null }
  | { readonly kind: 'not-known'; readonly needs: readonly string[]; readonly feedsBegin: LocalDate | null };
