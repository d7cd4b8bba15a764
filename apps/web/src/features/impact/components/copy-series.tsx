import { useState, type ReactElement, type RefObject } from 'react';
import { Button } from '@mantine/core';
import { copyPicture, copyTable } from '../model/copy-out.ts';
import type { MonthSeries } from '../model/outputs.ts';
import css from './impact.module.css';

interface CopySeriesProps {
  readonly series: MonthSeries;
  /** Where the chart is drawn; null where it is not. */
  readonly figure: RefObject<HTMLElement | null> | null;
}

const SAID = {
  picture: 'The picture is copied. Paste it into a document.',
  saved: 'The picture is saved with your downloads.',
  table: 'The table is copied. Paste it into a document or a spreadsheet.',
  failed: 'That could not be copied. Your browser may not let pages copy.',
  drawing: 'The chart is still being drawn. Try again in a moment.',
} as const;

/** Takes the chart along, as a picture or as figures; what was done is said beside the buttons. */
export function CopySeries({ series, figure }: CopySeriesProps): ReactElement {
  const [said, setSaid] = useState<keyof typeof SAID | null>(null);
  const attempt = (copy: () => Promise<keyof typeof SAID>): void => {
    setSaid(null);
    void copy().then(setSaid, () => setSaid('failed'));
  };
  const takePicture = async (): Promise<keyof typeof SAID> => {
    const svg = figure?.current?.querySelector<SVGSVGElement>('svg.recharts-surface') ?? null;
    return svg === null
      ? 'drawing'
      : await copyPicture(svg, series, figure?.current?.querySelector(':scope > p')?.textContent ?? null);
  };
  return (
    <div className={`${css['copy']} no-print`}>
      {figure !== null && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => attempt(takePicture)}
          aria-label={`Copy as picture: ${series.title}`}
        >
          Copy as picture
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => attempt(async () => await copyTable(series))}
        aria-label={`Copy as table: ${series.title}`}
      >
        Copy as table
      </Button>
      <output className={css['said']}>{said === null ? '' : SAID[said]}</output>
    </div>
  );
}
