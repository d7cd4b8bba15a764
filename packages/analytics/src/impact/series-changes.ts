import { changeInWords, changeTechnicalInWords } from '../prepare/wording/series-change-sentences.ts';
import { segmentedRegression, type SegmentedRegression } from '../statistics/index.ts';
import { firstWholeMonth, isOnAxis, type AxisMonth } from './month-axis.ts';
import type { JudgedMonth } from './series-places.ts';
import type { ChangeReading, PolicyDate, SeriesOptions } from './views.ts';

/**
 * One reading for each policy date within the series, one date at a time over all of its months: from the first whole month on or
 * after the day. Where an event started new limits, the months of the other side of it are not comparable and in no reading, nor are months
 * that are not judged. Whatever else the ledger or the policy has in these months is named in the sentence.
 */
export function changesOf(axis: readonly AxisMonth[], months: readonly JudgedMonth[], options: SeriesOptions): ChangeReading[] {
  return inOrder(options.policyDates)
    .filter(({ on }) => isOnAxis(axis, on))
    .map((policy) => {
      const startsAt = firstWholeMonth(axis, policy.on);
      const comparable = comparableTo(months, startsAt);
      const regression = segmentedRegression(comparable.values, startsAt);
      return {
        on: policy.on,
        title: policy.title,
        standing: regression.ok ? regression.standing : regression.problem,
        lines: linesOf(regression, startsAt, comparable),
        sentence: changeInWords({
          title: policy.title,
          on: policy.on,
          kind: options.kind,
          fromName: axis[startsAt]?.name ?? null,
          regression,
          meanwhile: meanwhileOf(axis, policy, options),
          isCut: comparable.isCut,
        }),
        technical: changeTechnicalInWords(regression),
      };
    });
}

interface Comparable {
  /** Of every month of the axis; null where it is not judged or not comparable. */
  readonly values: readonly (number | null)[];
  /** The first and last place of those that are comparable. */
  readonly first: number;
  readonly last: number;
  /** Whether there are others, on the other side of new limits. */
  readonly isCut: boolean;
}

/** The months with the same limits as the one from which a date counts, or as the last where that is still to come. */
function comparableTo(months: readonly JudgedMonth[], startsAt: number): Comparable {
  const own = (months[startsAt] ?? months.at(-1))?.place.segment;
  const values = months.map(({ place }) => (place.isJudged && place.segment === own ? place.value : null));
  const places = months.flatMap(({ place }, i) => (place.segment === own ? [i] : []));
  return { values, first: places[0] ?? 0, last: places.at(-1) ?? 0, isCut: places.length < months.length };
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

function linesOf(regression: SegmentedRegression, startsAt: number, { first, last }: Comparable): ChangeReading['lines'] {
  if (!regression.ok) return [];
  const { fitted, continued } = regression;
  const end = (place: number, value: number | undefined) => ({ place, value: value ?? 0 });
  return [
    { key: 'before', from: end(first, fitted[first]), to: end(startsAt - 1, fitted[startsAt - 1]), stroke: 'full' },
    { key: 'continued', from: end(startsAt, continued[0]), to: end(last, continued[last - startsAt]), stroke: 'dashed' },
    { key: 'after', from: end(startsAt, fitted[startsAt]), to: end(last, fitted[last]), stroke: 'full' },
  ];
}
