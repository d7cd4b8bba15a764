import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { qualityGapInWords, READING_SENTENCES } from '@plumbline/analytics/wording';
import type { ConstructView } from '../model/outputs.ts';
import { panelsOf, SOURCES } from '../model/sources.ts';
import { SeriesFigure } from './series-figure.tsx';
import { SourcePanel } from './source-panel.tsx';
import { READING_SIGNS } from '../model/reading-signs.ts';
import css from './impact.module.css';

/** One part of the policy as an argument: its question, what four sources say, what they say together, month by month. */
export function Part({ part }: { readonly part: ConstructView }): ReactElement {
  const panels = panelsOf(part);
  return (
    <section aria-labelledby={part.id} className={css['part']}>
      <Title order={2} id={part.id} tabIndex={-1}>
        {part.title}
      </Title>
      <p className={css['asks']}>{part.asks}</p>
      <h3 className={css['hidden']}>What each source says</h3>
      <div className={css['panels']}>
        {SOURCES.map((source) => (
          <SourcePanel key={source.key} source={source} panel={panels[source.key]} part={part.title} />
        ))}
      </div>
      <div className={css['reading']}>
        <h3>Read together</h3>
        <p className={css['together']}>
          <span aria-hidden="true">{READING_SIGNS[part.reading]}</span>
          <span>{READING_SENTENCES[part.reading]}</span>
        </p>
        {part.qualityGap !== null && <p>{qualityGapInWords(part.qualityGap)}</p>}
      </div>
      {part.series !== null && <SeriesFigure series={part.series} />}
      <a className={`${css['back']} no-print`} href="#parts">
        Back to all parts
      </a>
    </section>
  );
}
