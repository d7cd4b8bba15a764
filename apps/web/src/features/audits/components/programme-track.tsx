import { type ReactElement } from 'react';
import type { AuditRow, ProgrammeView } from '../model/outputs.ts';
import { laneOf, type LaneMonth } from '../model/programme-lane.ts';
import css from './programme.module.css';

/** The line of months on which a row of the programme lies, and where today hangs in it. */
export interface ProgrammeAxis {
  readonly period: Pick<ProgrammeView, 'from' | 'to'>;
  readonly months: readonly LaneMonth[];
  readonly now: number | null;
}

interface TrackProps {
  readonly row: Pick<AuditRow, 'startsOn' | 'dueOn' | 'progress'>;
  readonly look: 'planned' | 'open' | 'late' | 'dropped';
  readonly axis: ProgrammeAxis;
}

/** One row of the programme as a bar on its months. The words beside it say the same. */
export function Track({ row, look, axis: { period, months, now } }: TrackProps): ReactElement {
  const lane = laneOf(row.startsOn, row.dueOn, period);
  const { drawn, completed } = row.progress;
  return (
    <div className={css['track']} aria-hidden="true">
      {months.map(({ key, left }) => (
        <span key={key} className={css['rule']} style={{ left: `${left}%` }} />
      ))}
      {lane !== null && (
        <span className={css['bar']} data-look={look} style={{ left: `${lane.left}%`, width: `${lane.width}%` }}>
          <span className={css['done']} style={{ width: `${drawn === 0 ? 0 : (completed / drawn) * 100}%` }} />
        </span>
      )}
      {now !== null && <span className={css['today']} style={{ left: `${now}%` }} />}
    </div>
  );
}
