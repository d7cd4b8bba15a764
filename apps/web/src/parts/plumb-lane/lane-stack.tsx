import { type ReactElement, type ReactNode } from 'react';
import { VisuallyHidden } from '@mantine/core';
import type { AxisTick, LaneModel } from '@plumbline/analytics/prepare';
import { LaneAxis } from './lane-axis.tsx';
import { LaneTip } from './lane-tip.tsx';
import { PlumbLane } from './plumb-lane.tsx';
import { Standing } from '../status/standing.tsx';
import css from './lane-stack.module.css';

interface LaneStackProps {
  readonly ticks: readonly AxisTick[];
  readonly today: number;
  readonly todayLabel: string;
  readonly children: ReactNode;
}

/** A stack of lanes on one time axis, with today's line through all of them. */
export function LaneStack({ ticks, today, todayLabel, children }: LaneStackProps): ReactElement {
  return (
    <LaneTip>
      <div className={css['stack']}>
        <div className={css['head']}>
          <span />
          <LaneAxis ticks={ticks} today={today} todayLabel={todayLabel} />
          <span />
        </div>
        {children}
      </div>
    </LaneTip>
  );
}

interface LaneLineProps {
  readonly lane: LaneModel;
  readonly ticks: readonly AxisTick[];
  /** The name with whatever can be opened from it. */
  readonly name: ReactNode;
  readonly onWhy?: (() => void) | undefined;
  readonly depth?: 'person' | 'more' | 'child';
  readonly isOpen?: boolean;
}

/** One line of a stack: who, the lane, how it stands. The standing opens the reason. */
export function LaneLine({ lane, ticks, name, onWhy, depth = 'person', isOpen = false }: LaneLineProps): ReactElement {
  const standing = <Standing status={lane.status} words={lane.standing} detail={lane.due} />;
  return (
    <div className={css['line']} data-depth={depth} data-open={isOpen || undefined}>
      <div className={css['name']}>{name}</div>
      <div className={css['picture']}>
        <PlumbLane lane={lane} ticks={ticks.map((tick) => tick.at)} />
      </div>
      <div className={css['standing']}>
        {onWhy === undefined || lane.dutyId === null ? (
          standing
        ) : (
          <button type="button" className={css['why']} onClick={onWhy}>
            {standing}
            <span className={css['whyWord']}>
              Why?
              <VisuallyHidden>
                {' '}
                {lane.table.what} for {lane.table.who}
              </VisuallyHidden>
            </span>
          </button>
        )}
      </div>
    </div>
  );
}
