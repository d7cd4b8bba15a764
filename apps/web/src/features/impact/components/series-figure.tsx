import { lazy, Suspense, useRef, type ReactElement } from 'react';
import { Skeleton } from '@mantine/core';
import { axisInWords, TOO_FEW_MONTHS } from '@plumbline/analytics/wording';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import type { MonthSeries } from '../model/outputs.ts';
import { CopySeries } from './copy-series.tsx';
import { SeriesLegend } from './series-legend.tsx';
import css from './impact.module.css';

const SeriesPicture = lazy(async () => ({ default: (await import('../../../parts/chart/series-picture.tsx')).SeriesPicture }));

/** Of fewer months a line says nothing that the table does not say better. */
const FEWEST_DRAWN = 3;

/** A part month by month: its sentence, the picture, what happened, what each date stands beside, and the table that says the same. */
export function SeriesFigure({ series }: { readonly series: MonthSeries }): ReactElement {
  const figure = useRef<HTMLElement>(null);
  const isDrawn = series.points.filter(({ value }) => value !== null).length >= FEWEST_DRAWN;
  return (
    <div className={css['series']}>
      <h3>{series.title}, month by month</h3>
      <p>{series.sentence}</p>
      {isDrawn && (
        <>
          <SeriesLegend series={series} />
          <figure ref={figure} className={css['figure']} aria-label={`${series.title}, month by month. ${series.sentence}`}>
            <Suspense fallback={<Skeleton height={280} />}>
              <SeriesPicture model={series} axisInWords={axisInWords} />
            </Suspense>
          </figure>
          <EventKey series={series} />
        </>
      )}
      {series.changes.map(({ on, title, sentence }) => (
        <p key={`${on}${title}`} className={css['change']}>
          {sentence}
        </p>
      ))}
      {isDrawn && (
        <ul className={css['notes']}>
          {series.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {!isDrawn && <p className={css['sure']}>{TOO_FEW_MONTHS}</p>}
      <CopySeries series={series} figure={isDrawn ? figure : null} />
      <div className={css['twin']}>
        <TwinTable twin={series.table} />
      </div>
    </div>
  );
}

function EventKey({ series: { events } }: { readonly series: MonthSeries }): ReactElement | null {
  if (events.length === 0) return null;
  return (
    <ol className={css['key']} aria-label="What the numbers over the chart are">
      {events.map(({ on, label, kind }, i) => (
        <li key={`${on}${label}`}>
          <span className={css['flag']} data-kind={kind} aria-hidden="true">
            {i + 1}
          </span>
          {label}
        </li>
      ))}
    </ol>
  );
}
