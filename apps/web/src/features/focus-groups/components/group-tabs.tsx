import { type ReactElement } from 'react';
import type { FocusGroupView } from '@plumbline/analytics/focus-groups';
import { canWrite } from '@plumbline/domain/focus-groups';
import { Link } from '@tanstack/react-router';
import css from './focus-groups.module.css';

type Place = 'record' | 'people' | 'notes' | 'check' | 'coding';
type Shown = Pick<FocusGroupView, 'id' | 'state' | 'mayRun' | 'mayCode' | 'isMember'>;

/** What there is of one group, as far as the person may use it. */
export function GroupTabs({ group, here }: { readonly group: Shown; readonly here: Place }): ReactElement {
  const params = { groupId: group.id };
  const entries = [
    { place: 'record', to: '/surveys/focus-groups/$groupId', label: 'Record', isShown: true },
    {
      place: 'people',
      to: '/surveys/focus-groups/$groupId/people',
      label: 'People',
      isShown: group.mayRun && group.state !== 'retired',
    },
    {
      place: 'notes',
      to: '/surveys/focus-groups/$groupId/notes',
      label: 'Notes',
      isShown: group.mayRun && canWrite(group.state),
    },
    {
      place: 'check',
      to: '/surveys/focus-groups/$groupId/check',
      label: 'Check it',
      isShown: group.isMember && group.state === 'with-members',
    },
    { place: 'coding', to: '/surveys/focus-groups/$groupId/coding', label: 'Coding', isShown: group.mayCode },
  ] as const;
  const shown = entries.filter(({ isShown }) => isShown);
  if (shown.length < 2) return <></>;
  return (
    <nav aria-label="This focus group" className="no-print">
      <ul className={css['tabs']}>
        {shown.map(({ place, to, label }) => (
          <li key={place}>
            <Link to={to} params={params} activeOptions={{ exact: true }} aria-current={place === here ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
