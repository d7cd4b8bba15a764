import { constructOf, isWithin, recordFigure, type RecordFigure, type Stretch } from '@plumbline/analytics/impact';
import type { CouncilMonth } from '@plumbline/database';
import type { PolicyTimeline } from '@plumbline/domain/rules';

export interface MonthOfConstruct {
  readonly month: string;
  readonly figure: RecordFigure;
}

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

/** What fell due of a part of the policy, in all and month by month. */
export type RecordEvidence = ReadonlyMap<string, { readonly whole: RecordFigure; readonly months: readonly MonthOfConstruct[] }>;

/** What fell due in a stretch of whole months, by part of the policy, from the months of measures that each belong to one. */
export function recordEvidence(
  measures: ReadonlyMap<string, string>,
  months: readonly CouncilMonth[],
  within: Stretch,
): RecordEvidence {
  const byConstruct = Map.groupBy(
    months.filter(({ month }) => isWithin(within, month)),
    ({ measure }) => measures.get(measure) ?? '',
  );
  return new Map([...byConstruct].map(([construct, own]) => [construct, { whole: sumOf(own), months: monthsOf(own) }]));
}

function monthsOf(rows: readonly CouncilMonth[]): MonthOfConstruct[] {
  return [...Map.groupBy(rows, ({ month }) => month)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, own]) => ({ month, figure: sumOf(own) }));
}

function sumOf(rows: readonly CouncilMonth[]): RecordFigure {
  const sum = (of: (row: CouncilMonth) => number) => rows.reduce((total, row) => total + of(row), 0);
  return recordFigure({
    due: sum(({ due }) => due),
    onTime: sum(({ onTime }) => onTime),
    late: sum(({ late }) => late),
    excused: sum(({ excused }) => excused),
    unknown: sum(({ unknown }) => unknown),
  });
}
