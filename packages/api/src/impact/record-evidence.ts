import { constructOf, recordFigure, type RecordFigure } from '@plumbline/analytics/impact';
import { monthlyFigures, type CouncilTransaction } from '@plumbline/database';
import type { PolicyTimeline } from '@plumbline/domain/rules';

export interface Window {
  readonly from: string;
  readonly to: string;
}

export interface MonthOfConstruct {
  readonly month: string;
  readonly figure: RecordFigure;
}

type Months = Awaited<ReturnType<typeof monthlyFigures>>;

/** To which part of the policy each measure belongs: a clock by the area of the rule that runs it, a single rule by its own. */
export function constructOfMeasure(timeline: PolicyTimeline): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { policy } of timeline)
    for (const rule of policy.pack.rules) {
      const construct = constructOf(rule.area);
      if (construct === null) continue;
      found.set(rule.id, construct);
      if (rule.kind === 'cadence') found.set(rule.series, construct);
    }
  return found;
}

/** What fell due in a stretch of whole months, by part of the policy. */
export async function recordEvidence(
  tx: CouncilTransaction,
  measures: ReadonlyMap<string, string>,
  window: Window,
): Promise<ReadonlyMap<string, { readonly whole: RecordFigure; readonly months: readonly MonthOfConstruct[] }>> {
  const rows = await monthlyFigures(tx, window);
  const byConstruct = Map.groupBy(
    rows.filter(({ measure }) => measures.has(measure)),
    ({ measure }) => measures.get(measure) ?? '',
  );
  return new Map([...byConstruct].map(([construct, own]) => [construct, { whole: sumOf(own), months: monthsOf(own) }]));
}

function monthsOf(rows: Months): MonthOfConstruct[] {
  return [...Map.groupBy(rows, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({ month, figure: sumOf(own) }));
}

function sumOf(rows: Months): RecordFigure {
  const sum = (of: (row: Months[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
  return recordFigure({
    due: sum(({ due }) => due),
    onTime: sum(({ onTime }) => onTime),
    late: sum(({ late }) => late),
    excused: sum(({ excused }) => excused),
    unknown: sum(({ unknown }) => unknown),
  });
}
