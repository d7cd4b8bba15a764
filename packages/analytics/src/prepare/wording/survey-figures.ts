/**
 * Figures of surveys in words. What is said is what was seen: how far something moved and how sure that is, with what else happened
 * at the time. Nothing here says what brought it about.
 */
import type { Interval } from '../../statistics/index.ts';
import type { RecallGap } from '../../surveys/index.ts';
import { listInWords } from './intervals.ts';

/** "42%", from a fraction of 1. */
export function shareInWords(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** "4 to 14", from numbers that are rounded to `digits`; below nothing with a minus sign. */
export function rangeInWords({ low, high }: Interval, digits = 0): string {
  return `${numberInWords(low, digits)} to ${numberInWords(high, digits)}`;
}

/** "36% to 48%", from fractions of 1. */
export function shareRangeInWords({ low, high }: Interval): string {
  return `${shareInWords(low)} to ${shareInWords(high)}`;
}

/** "−3", "12", "3.4"; never "−0". */
export function numberInWords(value: number, digits = 0): string {
  const rounded = Number(value.toFixed(digits));
  if (rounded === 0) return (0).toFixed(digits);
  return rounded < 0 ? `−${Math.abs(rounded).toFixed(digits)}` : rounded.toFixed(digits);
}

/** How a figure moved, in its own unit. */
export interface Movement extends Interval {
  readonly difference: number;
}

/** Whether all of the interval lies on one side of nothing. */
export function isClear({ low, high }: Interval): boolean {
  return low > 0 || high < 0;
}

/**
 * "went up by 9 points, interval 4 to 14", "went down by 1 point, interval −8 to 6, so it may not have moved". In points: from
 * differences of 1 where they are fractions, times 100 by the caller.
 */
export function movementInWords(movement: Movement, unit: readonly [string, string] = ['point', 'points'], digits = 0): string {
  const size = Math.abs(Number(movement.difference.toFixed(digits)));
  const range = `interval ${rangeInWords(movement, digits)}`;
  if (size === 0) return `stayed the same, ${range}`;
  const way = movement.difference > 0 ? 'up' : 'down';
  const words = `went ${way} by ${numberInWords(size, digits)} ${size === 1 ? unit[0] : unit[1]}, ${range}`;
  return isClear(movement) ? words : `${words}, so it may not have moved`;
}

/** ", while training in reflective supervision and a re-organisation also happened"; empty where nothing is known of. */
export function meanwhileInWords(events: readonly string[]): string {
  return events.length === 0 ? '' : `, while ${listInWords(events)} also happened`;
}

/** "0.032"; "under 0.001". */
export function pInWords(p: number): string {
  return p < 0.001 ? 'under 0.001' : p.toFixed(3);
}

/** "12 replies", "1 reply". */
export function repliesInWords(count: number): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? 'reply' : 'replies'}`;
}

/** "Staff report 3.1 sessions each; 2.5 are recorded: 0.6 more reported, interval of the difference 0.4 to 0.8." */
export function recallGapInWords({ reported, recorded, gap, interval }: RecallGap): string {
  const size = Math.abs(Number(gap.toFixed(1)));
  const words = size === 0 ? 'the same' : `${numberInWords(size, 1)} ${gap > 0 ? 'more' : 'fewer'}`;
  const range = interval === null ? '' : `, interval of the difference ${rangeInWords(interval, 1)}`;
  return `Staff report ${numberInWords(reported, 1)} sessions each; ${numberInWords(recorded, 1)} are recorded: ${words} reported${range}.`;
}
