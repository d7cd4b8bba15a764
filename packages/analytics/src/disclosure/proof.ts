/** What the second routine found: the interval that an attacker with every table is left with, for everything that is hidden. */
import type { QuestionKey } from './release.ts';

/**
 * Bounds on the number of replies of a hidden group or cell. Whoever knows every figure ever released from the round, every head-count and
 * the rules of rounding cannot narrow the number down to less than this.
 */
export interface ProvedInterval {
  /** Id of a planned group, or `cell:` and the id of a cell. */
  readonly target: string;
  /** Null: replies to the survey as a whole. */
  readonly question: QuestionKey | null;
  readonly low: number;
  readonly high: number;
  /** The floor that the interval must reach and be as wide as. */
  readonly floor: number;
}

/** How many people of a hidden group gave one of the answers that some of them gave: there is another number that fits as well. */
export interface ProvedAnswer {
  readonly target: string;
  readonly question: QuestionKey;
  readonly low: number;
  readonly high: number;
}

/** A release's proof; it holds when every interval reaches its floor and is at least as wide. */
export interface Proof {
  readonly format: 1;
  /** Sequences of the releases that were taken together with this one. */
  readonly over: readonly number[];
  readonly intervals: readonly ProvedInterval[];
  readonly answers: readonly ProvedAnswer[];
}

/** Whether an interval protects: it can be as large as a group that may be shown, and is no narrower than such a group. */
export function protects({ low, high, floor }: Pick<ProvedInterval, 'low' | 'high' | 'floor'>): boolean {
  return high >= floor && high - low + 1 >= floor;
}
