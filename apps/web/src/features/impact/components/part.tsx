import { type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { qualityGapInWords, readingInWords } from '@plumbline/analytics/wording';
import { TextLink } from '../../../parts/link/text-link.tsx';
import type { ConstructView } from '../model/outputs.ts';
import { panelsOf, SOURCES } from '../model/sources.ts';
import { SeriesFigure } from './series-figure.tsx';
import { SourcePanel } from './source-panel.tsx';
import { READING_SIGNS } from '../model/reading-signs.ts';
import css from './impact.module.css';

interface PartBodyProps {
  readonly part: ConstructView;
  /** Sentences that stand beside what was done on time. */
  readonly beside: readonly string[];
}

interface PartProps extends PartBodyProps {
  /** The number of the version of the policy that is looked at. */
  readonly version: number;
}

/** One part of the policy as an argument: its question, what four sources say, what they say together, month by month. */
export function Part({ part, beside, version }: PartProps): ReactElement {
  return (
    <section aria-labelledby={part.id} className={css['part']}>
      <Title order={2} id={part.id} tabIndex={-1}>
        {part.title}
      </Title>
      <p className={css['asks']}>{part.asks}</p>
      <PartBody part={part} beside={beside} />
      <p className={`${css['back']} no-print`}>
        <a href="#parts">Back to all parts</a>
        {' · '}
        <TextLink
          to="/impact/$part"
          params={{ part: part.id }}
          search={{ version }}
          aria-label={`${part.title} on a page of its own`}
        >
          On a page of its own
        </TextLink>
      </p>
    </section>
  );
}

/** What four sources say of a part, what they say together, and how it went month by month. */
export function PartBody({ part, beside }: PartBodyProps): ReactElement {
  const panels = panelsOf(part);
  return (
    <>
      <h3 className={css['hidden']}>What each source says</h3>
      <div className={css['panels']}>
        {SOURCES.map((source) => (
          <SourcePanel
            key={source.key}
            source={source}
            panel={panels[source.key]}
            part={part.title}
            beside={source.key === 'record' ? beside : []}
          />
        ))}
      </div>
      <div className={css['reading']}>
        <h3>Read together</h3>
        <p className={css['together']}>
          <span aria-hidden="true">{READING_SIGNS[part.reading]}</span>
          <span>{readingInWords(part.standings)}</span>
        </p>
        {part.qualityGap !== null && <p>{qualityGapInWords(part.qualityGap)}</p>}
      </div>
      {part.series !== null && <SeriesFigure series={part.series} />}
    </>
  );
}
