import { changeInWords, changeTechnicalInWords } from '../prepare/wording/series-change-sentences.ts';
import { segmentedRegression, type SegmentedRegression } from '../statistics/index.ts';
import { firstWholeMonth, isOnAxis, type AxisMonth } from './month-axis.ts';
import type { JudgedMonth } from './series-places.ts';
import type { ChangeReading, PolicyDate, SeriesOptions } from './views.ts';

/**
 * One reading for each policy date within the series, one date at a time over all of its months: from the first whole month on or
 * after the day. Whatever else the ledger or the policy has in these months is named in the sentence. Months that are not judged
 * are in no reading.
 */
export function changesOf(axis: readonly AxisMonth[], months: readonly JudgedMonth[], options: SeriesOptions): ChangeReading[] {
  const values = months.map(({ place }) => (place.isJudged ? place.value : null));
  return inOrder(options.policyDates)
    .filter(({ on }) => isOnAxis(axis, on))
    .map((policy) => {
      const startsAt = firstWholeMonth(axis, policy.on);
      const regression = segmentedRegression(values, startsAt);
      return {
        on: policy.on,
        title: policy.title,
        standing: regression.ok ? regression.standing : regression.problem,
        lines: linesOf(regression, startsAt),
        sentence: changeInWords({
          title: policy.title,
          on: policy.on,
          kind: options.kind,
          fromName: axis[startsAt]?.name ?? null,
          regression,
          meanwhile: meanwhileOf(axis, policy, options),
        }),
        technical: changeTechnicalInWords(regression),
      };
    });
}

/** What else happened in the months of the series: events and other versions, in order, each title once. */
function meanwhileOf(axis: readonly AxisMonth[], policy: PolicyDate, { events, policyDates }: SeriesOptions): string[] {
  const others = inOrder([...events, ...policyDates]).filter(
    ({ on, title }) => isOnAxis(axis, on) && !(on === policy.on && title === policy.title),
  );
  return [...new Set(others.map(({ title }) => title))];
}

function inOrder<Dated extends PolicyDate>(all: readonly Dated[]): Dated[] {
  return [...all].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function linesOf(regression: SegmentedRegression, startsAt: number): ChangeReading['lines'] {
  if (!regression.ok) return [];
  const { fitted, continued } = regression;
  const last = fitted.length - 1;
  const end = (place: number, value: number | undefined) => ({ place, value: value ?? 0 });
  return [
    { key: 'before', from: end(0, fitted[0]), to: end(startsAt - 1, fitted[startsAt - 1]), stroke: 'full' },
    { key: 'continued', from: end(startsAt, continued[0]), to: end(last, continued.at(-1)), stroke: 'dashed' },
    { key: 'after', from: end(startsAt, fitted[startsAt]), to: end(last, fitted[last]), stroke: 'full' },
  ];
}
