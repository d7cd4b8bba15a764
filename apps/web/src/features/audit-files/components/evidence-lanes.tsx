import { useMemo, type ReactElement } from 'react';
import { monthTicks, prepareLane, windowAround } from '@plumbline/analytics/prepare';
import { LaneAxis } from '../../../parts/plumb-lane/lane-axis.tsx';
import { LaneTip } from '../../../parts/plumb-lane/lane-tip.tsx';
import { PlumbLane } from '../../../parts/plumb-lane/plumb-lane.tsx';
import { Standing } from '../../../parts/status/standing.tsx';
import type { Evidence } from '../model/outputs.ts';
import css from './audit-files.module.css';

const DAYS_BACK = 270;
const DAYS_AHEAD = 100;

/** The lanes of what is audited, one under the other, for a narrow column. */
export function EvidenceLanes({ lanes, today }: Pick<Evidence, 'lanes'> & { readonly today: string }): ReactElement | null {
  const window = useMemo(() => windowAround(today, DAYS_BACK, DAYS_AHEAD), [today]);
  const models = useMemo(() => lanes.map((lane) => prepareLane(lane, window, today)), [lanes, window, today]);
  const ticks = useMemo(() => monthTicks(window).filter((_, at) => at % 3 === 0), [window]);
  if (models.length === 0) return null;
  return (
    <LaneTip>
      <div className={css['lanes']}>
        <LaneAxis ticks={ticks} today={DAYS_BACK / (DAYS_BACK + DAYS_AHEAD)} todayLabel="Today" />
        {models.map((lane) => (
          <div key={lane.key}>
            <div className={css['lanePicture']}>
              <PlumbLane lane={lane} ticks={ticks.map(({ at }) => at)} />
            </div>
            <div className={css['laneWords']}>
              <strong>{lane.table.what}</strong>
              <Standing status={lane.status} words={lane.standing} detail={lane.due} />
            </div>
          </div>
        ))}
      </div>
    </LaneTip>
  );
}
