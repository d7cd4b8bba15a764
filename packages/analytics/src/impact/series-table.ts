import type { TableTwin } from '../prepare/survey-table.ts';
import { capitalised } from '../prepare/wording/intervals.ts';
import {
  SERIES_FIGURE_WORDS,
  seriesRangeInWords,
  seriesValueInWords,
  standsOutInWords,
} from '../prepare/wording/series-sentences.ts';
import type { JudgedMonth } from './series-places.ts';
import type { EventLine, SeriesOptions } from './views.ts';

/** The same in numbers and words, month by month; what happened stands in its month. */
export function seriesTable(months: readonly JudgedMonth[], events: readonly EventLine[], options: SeriesOptions): TableTwin {
  const hasDenominators = months.some(({ denominator }) => denominator !== null);
  return {
    caption: `${options.title}, month by month`,
    columns: [
      'Month',
      capitalised(SERIES_FIGURE_WORDS[options.kind]),
      ...(hasDenominators ? ['Of'] : []),
      'Average',
      'Usual range',
      'What stands out',
      'What happened',
    ],
    rows: months.map((month) => {
      const happened = eventsIn(month, events);
      return {
        key: month.place.month,
        header: month.name,
        cells: month.value === null ? [] : cellsOf(month, month.value, hasDenominators, happened),
        note: month.value === null ? ['Nothing recorded', ...(happened === '' ? [] : [happened])].join('. ').concat('.') : null,
      };
    }),
  };
}

function cellsOf(month: JudgedMonth, value: number, hasDenominators: boolean, happened: string): string[] {
  const { kind, denominator } = month;
  const { mean, low, high } = month.place;
  return [
    seriesValueInWords(value, kind),
    ...(hasDenominators ? [denominator === null ? 'not known' : denominator.toLocaleString('en-GB')] : []),
    mean === null ? 'not known yet' : seriesValueInWords(mean, kind),
    low === null || high === null ? 'none' : seriesRangeInWords(low, high, kind),
    capitalised(standsOutInWords(month)) || 'Nothing',
    happened || 'Nothing recorded',
  ];
}

function eventsIn({ place }: JudgedMonth, events: readonly EventLine[]): string {
  return events
    .filter(({ on }) => on.slice(0, 7) === place.month.slice(0, 7))
    .map(({ label }) => label)
    .join('; ');
}
