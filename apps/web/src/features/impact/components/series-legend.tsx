import { type ReactElement } from 'react';
import type { MonthSeries } from '../model/outputs.ts';
import css from './impact.module.css';

const INK = { fill: 'currentColor', stroke: 'currentColor', strokeWidth: 1.5 } as const;
const THIN = { fill: 'none', stroke: 'currentColor', strokeWidth: 1 } as const;
const UP = 'M10 2 16 13H4z';
const DOWN = 'M10 14 16 3H4z';

type Tone = MonthSeries['marks'][number]['tone'];

const TONES: Readonly<Record<Tone, { readonly fill: string; readonly stroke: string; readonly words: string }>> = {
  improvement: { fill: 'none', stroke: 'var(--pl-status-soon)', words: ', the wanted direction' },
  concern: { fill: 'var(--pl-status-overdue)', stroke: 'var(--pl-status-overdue)', words: ', not the wanted direction' },
  neutral: { fill: 'currentColor', stroke: 'currentColor', words: '' },
};

interface Sign {
  readonly words: string;
  readonly drawn: ReactElement;
}

/** What the signs of the chart mean: those that are on it. */
export function SeriesLegend({ series }: { readonly series: MonthSeries }): ReactElement {
  return (
    <ul className={css['legend']} aria-label="What the signs of the chart mean">
      {[...pointSigns(series), ...lineSigns(series)].map(({ words, drawn }) => (
        <li key={words}>
          <svg width="20" height="16" viewBox="0 0 20 16" aria-hidden="true" focusable="false">
            {drawn}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  );
}

function pointSigns({ points, marks }: MonthSeries): Sign[] {
  const isOpen = points.some(({ value, shape }) => value !== null && shape === 'open-circle');
  const found = new Map(marks.map((mark) => [`${mark.shape} ${mark.tone}`, mark]));
  return [
    { words: 'A month', drawn: <circle cx="10" cy="8" r="3.5" {...INK} /> },
    ...(isOpen ? [{ words: 'Not judged', drawn: <circle cx="10" cy="8" r="4" {...INK} fill="none" /> }] : []),
    ...[...found.values()].map(({ shape, tone }) => {
      const { fill, stroke, words } = TONES[tone];
      const isUp = shape === 'triangle-up';
      return {
        words: `Stands out, ${isUp ? 'upwards' : 'downwards'}${words}`,
        drawn: <path d={isUp ? UP : DOWN} fill={fill} stroke={stroke} strokeWidth="2" strokeLinejoin="round" />,
      };
    }),
  ];
}

function lineSigns({ points, segments }: MonthSeries): Sign[] {
  const hasLimits = points.some(({ low }) => low !== null);
  const has = (standing: 'firm' | 'trial'): boolean => hasLimits && segments.some((one) => one.standing === standing);
  return [
    ...(points.some(({ mean }) => mean !== null)
      ? [{ words: 'Average', drawn: <path d="M0 8h20" stroke="var(--pl-accent)" strokeWidth="2" /> }]
      : []),
    ...(has('firm') ? [{ words: 'Usual range', drawn: <path d="M0 8h20" {...THIN} /> }] : []),
    ...(has('trial') ? [{ words: 'Usual range, provisional', drawn: <path d="M0 8h20" {...THIN} strokeDasharray="5 3" /> }] : []),
  ];
}
