import { type ReactElement } from 'react';
import type { MonthBar } from '@plumbline/analytics/prepare';
import css from './month-bars.module.css';

interface MonthBarsProps {
  readonly months: readonly MonthBar[];
  readonly label: string;
  readonly isSmall?: boolean;
}

/** Twelve months as columns: on time from the ground up, late above it, not done left open at the top. */
export function MonthBars({ months, label, isSmall = false }: MonthBarsProps): ReactElement {
  const height = isSmall ? 28 : 40;
  const width = 100 / Math.max(1, months.length);
  return (
    <svg
      className={css['bars']}
      height={height}
      role="img"
      aria-label={`${label}. ${months.map((month) => month.sentence).join(' ')}`}
    >
      <line x1="0" x2="100%" y1={height - 0.5} y2={height - 0.5} className={css['ground']} />
      {months.map((month, index) => {
        const x = `${index * width + width * 0.14}%`;
        const barWidth = `${width * 0.72}%`;
        const onTime = month.onTime * (height - 2);
        const late = month.late * (height - 2);
        const notDone = month.notDone * (height - 2);
        return (
          <g key={month.month}>
            <title>{month.sentence}</title>
            <rect x={x} width={barWidth} y={0} height={height} fill="transparent" />
            <rect x={x} width={barWidth} y={height - 1 - onTime} height={onTime} className={css['onTime']} />
            <rect x={x} width={barWidth} y={height - 1 - onTime - late} height={late} className={css['late']} />
            {month.notDone > 0 && (
              <rect
                x={x}
                width={barWidth}
                y={height - 1 - onTime - late - notDone}
                height={Math.max(0, notDone - 1)}
                className={css['notDone']}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
