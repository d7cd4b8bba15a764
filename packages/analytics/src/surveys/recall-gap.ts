/** What staff say against what is recorded: for groups, never for a person. */
import { meanOfMoments, type Interval } from '../statistics/index.ts';

/** What was reported: how many answered, their mean, and its variance where it is known. */
export interface ReportedSessions {
  readonly n: number;
  readonly mean: number;
  /** Sample variance; null where only the mean was published, and then there is no interval. */
  readonly variance: number | null;
}

/** Fewest replies, and people, for a gap: two sources are put together. */
export const FEWEST_FOR_GAP = 10;

export interface RecallGap {
  /** Sessions a person, as reported. */
  readonly reported: number;
  /** Sessions a person, as recorded for everybody in the group. */
  readonly recorded: number;
  /** Reported less recorded, sessions a person: above 0 where more is remembered than was recorded. */
  readonly gap: number;
  readonly interval: Interval | null;
}

/**
 * The recall gap of a group over the same months. What is recorded is known of everybody, so the interval is that of what was
 * reported; everybody answered: none. Null for fewer than ten replies or people.
 */
export function recallGap(
  reported: ReportedSessions,
  group: { readonly people: number; readonly recordedSessions: number },
): RecallGap | null {
  if (reported.n < FEWEST_FOR_GAP || group.people < FEWEST_FOR_GAP) return null;
  const recorded = group.recordedSessions / group.people;
  const { n, mean, variance } = reported;
  const interval = variance === null ? null : meanOfMoments({ n, mean, variance }, group.people).interval;
  return {
    reported: mean,
    recorded,
    gap: mean - recorded,
    interval: interval === null ? null : { low: interval.low - recorded, high: interval.high - recorded },
  };
}
