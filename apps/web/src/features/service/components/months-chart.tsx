import { lazy, Suspense, type ReactElement } from 'react';
import { Skeleton, Text, Title } from '@mantine/core';
import { prepareMonths, type ColumnPart } from '@plumbline/analytics/prepare';
import type { ServiceView } from '@plumbline/analytics/compliance';
import { TwinTable } from '../../../parts/table/twin-table.tsx';
import css from './months-chart.module.css';

const ColumnsPicture = lazy(async () => ({ default: (await import('../../../parts/chart/columns-picture.tsx')).ColumnsPicture }));

/** What fell due over twelve months and what became of it: a sentence, a picture and a table that say the same. */
export function MonthsChart({ view }: { readonly view: Pick<ServiceView, 'months' | 'on'> }): ReactElement | null {
  const model = prepareMonths(view.months, view.on);
  if (model.columns.length === 0) return null;
  const running = model.columns.find((column) => column.isRunning);
  return (
    <section aria-labelledby="months-title">
      <Title order={2} id="months-title" mb="xs">
        {model.title}
      </Title>
      <Text className="prose">{model.sentence}</Text>
      <ul className={css['legend']} aria-label="What the parts of a column mean">
        {model.parts.map((part) => (
          <li key={part.key}>
            <span className={css['swatch']} data-pattern={part.pattern satisfies ColumnPart['pattern']} aria-hidden="true" />
            {part.label}
          </li>
        ))}
      </ul>
      <figure className={css['figure']} aria-label={`${model.title}, ${model.unit}. ${model.sentence}`}>
        <Suspense fallback={<Skeleton height={260} />}>
          <ColumnsPicture model={model} />
        </Suspense>
      </figure>
      {running !== undefined && (
        <Text size="sm" c="dimmed">
          {running.label} is not over: what falls due later in it is not there yet.
        </Text>
      )}
      <TwinTable twin={model.table} />
    </section>
  );
}
