/** What stands beside a bar: the share of good answers, in how many people that may be, and the net score. */
import type { ReleasedQuestion, ShownTable } from '../disclosure/release.ts';
import { hypergeometricRange, netScore, type Interval, type NetScore, type StaffRange } from '../statistics/index.ts';
import { partsOf, shareInterval, type Side } from './survey-bar-parts.ts';

export interface Favourable {
  /** 0 to 1 of the replies. */
  readonly share: number;
  /** Null where everybody answered. */
  readonly interval: Interval | null;
  /** How many of the group's people that may be; only for groups of at most 60 of whom not all answered. */
  readonly staff: (StaffRange & { readonly of: number }) | null;
}

/** Answers on the good side of the scale; null where nobody answered. */
export function favourableOf(question: ReleasedQuestion, table: ShownTable): Favourable | null {
  const { n, population } = table;
  if (n === 0) return null;
  const x = countOn(question, table, 'positive');
  const range = population === null || n === population ? null : hypergeometricRange(x, n, population);
  return {
    share: x / n,
    interval: shareInterval(x, n, population),
    staff: range === null ? null : { ...range, of: population ?? n },
  };
}

/** Good less bad answers in points from -100 to 100; null where nobody answered. */
export function netOf(question: ReleasedQuestion, table: ShownTable): NetScore | null {
  const counts = {
    positive: countOn(question, table, 'positive'),
    neutral: countOn(question, table, 'neutral'),
    negative: countOn(question, table, 'negative'),
  };
  return netScore(counts, table.population);
}

function countOn(question: ReleasedQuestion, table: ShownTable, side: Side): number {
  const own = new Set(partsOf(question, table.detail === 'in-three').flatMap((part) => (part.side === side ? [part.id] : [])));
  return table.answers.reduce((sum, { id, count }) => (own.has(id) ? sum + count : sum), 0);
}
