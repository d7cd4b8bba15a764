/** What staff say against what is recorded: for groups, never for a person. */
import { meanOfMoments, type Estimate, type Interval, type Moments } from '../statistics/index.ts';

/** Fewest replies, and people, for a gap: two sources are put together. */
export const FEWEST_FOR_GAP = 10;

export interface RecallGap {
  /** Sessions a person, as reported. */
  readonly reported: Estimate;
  /** Sessions a person, as recorded for everybody in the group. */
  readonly recorded: number;
  /** Reported less recorded, sessions a person: above 0 where more is remembered than was recorded. */
  readonly gap: number;
  readonly interval: Interval | null;
}

/**
 * The recall gap of a group over the same months. What is recorded is known of everybody, so the interval is that of what was
 * reported. Null for fewer than ten replies or people.
 */
export function recallGap(
  reported: Moments,
  group: { readonly people: number; readonly recordedSessions: number },
): RecallGap | null {
  if (reported.n < FEWEST_FOR_GAP || group.people < FEWEST_FOR_GAP) return null;
  const mean = meanOfMoments(reported, group.people);
  const recorded = group.recordedSessions / group.people;
  return {
    reported: mean,
    recorded,
    gap: mean.estimate - recorded,
    interval: mean.interval === null ? null : { low: mean.interval.low - recorded, high: mean.interval.high - recorded },
  };
}
