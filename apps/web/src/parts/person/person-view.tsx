import { useMemo, type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DutyRow, PersonLanes, SessionRow } from '@plumbline/analytics/compliance';
import { monthTicks, preparePerson, windowAround } from '@plumbline/analytics/prepare';
import { Empty } from '../../app/states/empty.tsx';
import { keepDay } from '../as-of/keep-day.ts';
import { useDayLabel } from '../as-of/use-day-label.ts';
import { DutyHistory } from '../history/duty-history.tsx';
import { SessionList } from '../history/session-list.tsx';
import { LaneLegend } from '../plumb-lane/lane-legend.tsx';
import { LaneLine, LaneStack } from '../plumb-lane/lane-stack.tsx';
import { OtherRequirements } from '../why/other-requirements.tsx';
import css from './person-view.module.css';

interface PersonViewProps {
  readonly person: PersonLanes;
  readonly history: readonly DutyRow[];
  readonly sessions: readonly SessionRow[];
  /** The day asked about. */
  readonly on: string;
  readonly onWhy: (dutyId: string) => void;
}

/** One person: their own lanes over a year, their children's, what else is asked, what was due and the log. */
export function PersonView({ person, history, sessions, on, onWhy }: PersonViewProps): ReactElement {
  const window = useMemo(() => windowAround(on, 210, 60), [on]);
  const model = useMemo(() => preparePerson(person, { show: 'all', find: '' }, window, on), [person, window, on]);
  const dayLabel = useDayLabel(on);
  const ticks = useMemo(() => monthTicks(window), [window]);
  const why = (dutyId: string | null): (() => void) | undefined => (dutyId === null ? undefined : () => onWhy(dutyId));
  const at = model.lanes[0]?.today ?? 210 / 270;
  return (
    <div className={css['view']}>
      {model.lanes.length === 0 ? (
        <Empty title="Nothing is due">
          The policy asks for no supervision of this kind for this post, or the start of employment has not been brought in yet.
        </Empty>
      ) : (
        <section>
          <LaneStack ticks={ticks} today={at} todayLabel={dayLabel}>
            {model.lanes.map((lane) => (
              <LaneLine
                key={lane.key}
                lane={lane}
                ticks={ticks}
                onWhy={why(lane.dutyId)}
                name={<strong>{lane.table.what}</strong>}
              />
            ))}
          </LaneStack>
          <LaneLegend />
        </section>
      )}
      <OtherRequirements rows={model.other} onWhy={onWhy} />
      {model.children.length > 0 && (
        <section>
          <Title order={2} mb="sm">
            {model.childrenInWords}
          </Title>
          <LaneStack ticks={ticks} today={at} todayLabel={dayLabel}>
            {model.children.map((child) => (
              <LaneLine
                key={child.lane.key}
                lane={child.lane}
                ticks={ticks}
                onWhy={why(child.lane.dutyId)}
                name={
                  <>
                    <Link
                      to="/children/$subjectId"
                      params={{ subjectId: child.subject.id }}
                      search={keepDay}
                      className={css['name']}
                    >
                      {child.subject.label}
                    </Link>
                    <span className={css['described']}>{child.described}</span>
                  </>
                }
              />
            ))}
          </LaneStack>
        </section>
      )}
      <div className={css['columns']}>
        <SessionList sessions={sessions} />
        <DutyHistory rows={history} onWhy={onWhy} />
      </div>
    </div>
  );
}
