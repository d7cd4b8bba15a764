import { student975 } from './distributions.ts';
import type { Interval } from './intervals.ts';
import { wilson } from './proportion.ts';

/** What is left over of clusters that are all alike is rounding. */
const NOTHING_LEFT = 1e-18;

/** One cluster: how many of how many. */
export interface Cluster {
  readonly good: number;
  readonly of: number;
}

/**
 * A share over clusters that were drawn at random, such as the answers about one file: the ratio of the sums, with a 95% t interval from
 * how the clusters differ (linearised variance, n − 1 degrees of freedom), cut at 0 and 1. Answers of one cluster hang together, so an
 * interval that took each of them for a draw of its own would be too narrow. Where all or none is good in every cluster they do not differ, and
 * the variance says nothing: the interval is then Wilson's, of the clusters. None for fewer than two clusters, or where all have one and
 * the same share in between; null where nothing was counted.
 * Source: Cochran, Sampling Techniques, 3rd edition, 6.4; survey::svyratio; Wilson 1927.
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
  if (squares < NOTHING_LEFT) return { share, interval: ofLikeClusters(share, n) };
  const half = student975(n - 1) * (Math.sqrt((n / (n - 1)) * squares) / of);
  return { share, interval: { low: Math.max(0, share - half), high: Math.min(1, share + half) } };
}

function ofLikeClusters(share: number, n: number): Interval | null {
  const found = share === 0 || share === 1 ? wilson(share * n, n) : null;
  return found === null ? null : { low: found.low, high: found.high };
}
