import { student975 } from './distributions.ts';
import type { Interval } from './intervals.ts';

/** One cluster: how many of how many. */
export interface Cluster {
  readonly good: number;
  readonly of: number;
}

/**
 * A share over clusters that were drawn at random, such as the answers about one file: the ratio of the sums, with a 95% t interval from
 * how the clusters differ (linearised variance, n − 1 degrees of freedom), cut at 0 and 1. Answers of one cluster hang together, so an
 * interval that took each of them for a draw of its own would be too narrow. Without an interval for fewer than two clusters; null where
 * nothing was counted. Source: Cochran, Sampling Techniques, 3rd edition, 6.4; survey::svyratio.
 */
export function ratioOfClusters(
  clusters: readonly Cluster[],
): { readonly share: number; readonly interval: Interval | null } | null {
  const n = clusters.length;
  const of = clusters.reduce((sum, cluster) => sum + cluster.of, 0);
  if (of === 0) return null;
  const share = clusters.reduce((sum, cluster) => sum + cluster.good, 0) / of;
  if (n < 2) return { share, interval: null };
  const squares = clusters.reduce((sum, cluster) => sum + (cluster.good - share * cluster.of) ** 2, 0);
  const half = student975(n - 1) * (Math.sqrt((n / (n - 1)) * squares) / of);
  return { share, interval: { low: Math.max(0, share - half), high: Math.min(1, share + half) } };
}
