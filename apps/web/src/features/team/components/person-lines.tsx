import { useState, type ReactElement } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { AxisTick, ChildModel, PersonModel } from '@plumbline/analytics/prepare';
import { thingsToConfirm } from '@plumbline/analytics/wording';
import { LaneLine } from '../../../parts/plumb-lane/lane-stack.tsx';
import css from './person-lines.module.css';

const route = getRouteApi('/team');

/** One person's lane, and their children's beneath it when opened. */
export function PersonLines({
  person,
  ticks,
}: {
  readonly person: PersonModel;
  readonly ticks: readonly AxisTick[];
}): ReactElement {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isExpanded = chosen ?? person.opensForChildren;
  const panelId = `children-${person.subject.id}`;

  function open(subjectId: string, dutyId: string | null): void {
    void navigate({ search: (previous) => ({ ...previous, open: subjectId, why: dutyId ?? undefined, part: undefined }) });
  }

  const [first, ...more] = person.lanes;
  return (
    <>
      {first !== undefined && (
        <LaneLine
          lane={first}
          ticks={ticks}
          isOpen={search.open === person.subject.id}
          onWhy={() => open(person.subject.id, first.dutyId)}
          name={
            <>
              <button
                type="button"
                className={css['name']}
                onClick={() => open(person.subject.id, first.dutyId)}
                aria-haspopup="dialog"
              >
                {person.subject.label}
              </button>
              {person.isAway && <span className={css['away']}>away</span>}
              <span className={css['described']}>{person.described}</span>
              {person.toConfirm > 0 && (
                <Link to="/people/$subjectId/confirm" params={{ subjectId: person.subject.id }} className={css['toConfirm']}>
                  {thingsToConfirm(person.toConfirm, null)}
                </Link>
              )}
              {person.children.length > 0 && (
                <button
                  type="button"
                  className={css['toggle']}
                  aria-expanded={isExpanded}
                  aria-controls={panelId}
                  onClick={() => setChosen(!isExpanded)}
                >
                  <span className={css['chevron']} aria-hidden="true" />
                  {person.childrenInWords}
                </button>
              )}
            </>
          }
        />
      )}
      {more.map((lane) => (
        <LaneLine
          key={lane.key}
          lane={lane}
          ticks={ticks}
          depth="more"
          name={<span className={css['described']}>{lane.table.what}</span>}
          onWhy={() => open(person.subject.id, lane.dutyId)}
        />
      ))}
      <div id={panelId} hidden={!isExpanded}>
        {isExpanded &&
          person.children.map((child) => (
            <ChildLine key={child.lane.key} child={child} ticks={ticks} isOpen={search.open === child.subject.id} onOpen={open} />
          ))}
      </div>
    </>
  );
}

interface ChildLineProps {
  readonly child: ChildModel;
  readonly ticks: readonly AxisTick[];
  readonly isOpen: boolean;
  readonly onOpen: (subjectId: string, dutyId: string | null) => void;
}

function ChildLine({ child, ticks, isOpen, onOpen }: ChildLineProps): ReactElement {
  return (
    <LaneLine
      lane={child.lane}
      ticks={ticks}
      depth="child"
      isOpen={isOpen}
      onWhy={() => onOpen(child.subject.id, child.lane.dutyId)}
      name={
        <>
          <button
            type="button"
            className={css['name']}
            data-match={child.isMatch || undefined}
            onClick={() => onOpen(child.subject.id, child.lane.dutyId)}
            aria-haspopup="dialog"
          >
            {child.subject.label}
          </button>
          <span className={css['described']}>{child.described}</span>
        </>
      }
    />
  );
}
