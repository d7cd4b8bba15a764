/** One share over several rounds. */
import { trendChiSquare, wilson, wilsonFinite, type Interval, type Trend } from '../statistics/index.ts';
import { FEWEST_FOR_TREND } from './change.ts';

/** Fewest rounds that make a series: two are a change. */
export const FEWEST_ROUNDS = 3;

/** A group's answers in one round; null where nothing of it is shown. */
export interface RoundShare {
  /** When the round was, in days from any fixed day: rounds are seldom evenly apart. */
  readonly day: number;
  readonly x: number;
  readonly n: number;
  /** People in the group; null where nobody knows. */
  readonly population: number | null;
}

export interface SeriesPoint {
  readonly share: number;
  readonly interval: Interval | null;
  readonly n: number;
}

export interface ShareSeries {
  /** Round by round; null where there are too few replies, so that a line breaks there. */
  readonly points: readonly (SeriesPoint | null)[];
  /** Chi-square for trend over the days; null under three rounds with enough replies, or where the shares never differ. */
  readonly trend: (Trend & { readonly direction: 'up' | 'down' | 'level' }) | null;
}

/** Shares round by round, each with its interval, and whether they rise or fall throughout. Rounds in order of their days. */
export function seriesOf(rounds: readonly (RoundShare | null)[]): ShareSeries {
  const counted = rounds.filter((round) => round !== null).filter(hasEnough);
  return {
    points: rounds.map((round) => (round !== null && hasEnough(round) ? pointOf(round) : null)),
    trend: counted.length < FEWEST_ROUNDS ? null : trendOf(counted),
  };
}

function hasEnough({ n, population }: RoundShare): boolean {
  return n >= FEWEST_FOR_TREND && (population === null || population >= FEWEST_FOR_TREND);
}

function pointOf({ x, n, population }: RoundShare): SeriesPoint {
  const endless = wilson(x, n);
  const interval =
    population === null
      ? endless && { low: endless.low, high: endless.high }
      : (wilsonFinite(x, n, population)?.interval ?? null);
  return { share: x / n, interval, n };
}

function trendOf(rounds: readonly RoundShare[]): ShareSeries['trend'] {
  const days = rounds.map(({ day }) => day);
  const sizes = rounds.map(({ n }) => n);
  const hits = rounds.map(({ x }) => x);
  const trend = trendChiSquare(hits, sizes, days);
  if (trend === null) return null;
  const people = sizes.reduce((sum, n) => sum + n, 0);
  const centre = rounds.reduce((sum, { n, day }) => sum + n * day, 0) / people;
  const slope = rounds.reduce((sum, { x, day }) => sum + x * (day - centre), 0);
  return { ...trend, direction: slope > 0 ? 'up' : slope < 0 ? 'down' : 'level' };
}
