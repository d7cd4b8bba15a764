import { type ReactElement } from 'react';
import type { AxisTick } from '@plumbline/analytics/prepare';
import css from './lane-axis.module.css';

interface LaneAxisProps {
  readonly ticks: readonly AxisTick[];
  readonly today: number;
  /** What is written at today's line: "Today" or the day asked about. */
  readonly todayLabel: string;
}

/** The months above a stack of lanes, and the name of today's line. */
export function LaneAxis({ ticks, today, todayLabel }: LaneAxisProps): ReactElement {
  return (
    <div className={css['axis']} aria-hidden="true">
      {ticks
        .filter((tick) => tick.at < 0.93)
        .map((tick) => (
          <span
            key={tick.title}
            className={css['tick']}
            style={{ left: `${tick.at * 100}%` }}
            data-near-today={Math.abs(tick.at + 0.02 - today) < 0.045 || undefined}
          >
            {tick.isYearStart ? <strong>{tick.title.slice(-4)}</strong> : tick.label}
          </span>
        ))}
      <span className={css['today']} style={{ left: `${today * 100}%` }}>
        {todayLabel}
      </span>
    </div>
  );
}
