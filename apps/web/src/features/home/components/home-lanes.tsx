import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import type { AxisTick, PersonModel } from '@plumbline/analytics/prepare';
import { LaneLine, LaneStack } from '../../../parts/plumb-lane/lane-stack.tsx';
import css from './home.module.css';

interface HomeLanesProps {
  readonly models: readonly PersonModel[];
  readonly ticks: readonly AxisTick[];
  readonly isMine?: boolean;
}

/** Lanes to glance at: each name leads to the place where one acts. */
export function HomeLanes({ models, ticks, isMine = false }: HomeLanesProps): ReactElement {
  const today = models[0]?.lanes[0]?.today ?? 0;
  return (
    <LaneStack ticks={ticks} today={today} todayLabel="Today">
      {models.flatMap((person) =>
        person.lanes.map((lane, index) => (
          <LaneLine
            key={lane.key}
            lane={lane}
            ticks={ticks}
            depth={index === 0 ? 'person' : 'more'}
            name={
              index > 0 ? (
                <span className={css['described']}>{lane.table.what}</span>
              ) : (
                <>
                  {isMine ? (
                    <span className={css['name']}>{lane.table.what}</span>
                  ) : (
                    <Link to="/team" search={{ open: person.subject.id }} className={css['name']}>
                      {person.subject.label}
                    </Link>
                  )}
                  <span className={css['described']}>{describe(person, isMine)}</span>
                </>
              )
            }
          />
        )),
      )}
    </LaneStack>
  );
}

function describe(person: PersonModel, isMine: boolean): string {
  const children = person.children.length > 0 ? person.childrenInWords : '';
  if (!isMine) return children === '' ? person.described : children;
  return [person.supervisor === null ? 'no supervisor is recorded' : `with ${person.supervisor.name}`, children]
    .filter((part) => part !== '')
    .join(' · ');
}
