import type { ItemStanding, StoredAudit } from '@plumbline/database';
import { seriesOf, type CheckSeries } from '@plumbline/domain/audits';

/** Managers' own checks of one team and month, with every audit in it. */
export interface GroupedChecks<Audit> extends CheckSeries {
  /** The same for the same team and month. */
  readonly key: string;
  readonly audits: readonly Audit[];
}

export interface Grouped<Audit> {
  /** What was planned, each in a row of its own, in the order given. */
  readonly planned: readonly Audit[];
  /** Managers' own checks, the earliest month first. */
  readonly series: readonly GroupedChecks<Audit>[];
}

/** Parts what was planned from what managers began by themselves. `itemsOf`: the files of an audit. */
export function groupChecks<Audit extends StoredAudit>(
  audits: readonly Audit[],
  itemsOf: (audit: Audit) => readonly Pick<ItemStanding, 'auditor'>[],
): Grouped<Audit> {
  const planned: Audit[] = [];
  const found = new Map<string, CheckSeries & { readonly audits: Audit[] }>();
  for (const audit of audits) {
    const series = seriesOf(
      audit,
      itemsOf(audit).map(({ auditor }) => auditor),
    );
    if (series === null) {
      planned.push(audit);
      continue;
    }
    const key = `${series.month} ${series.team}`;
    const own = found.get(key) ?? { ...series, audits: [] };
    own.audits.push(audit);
    found.set(key, own);
  }
  const series = [...found].map(([key, own]) => ({ key, ...own })).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  return { planned, series };
}
