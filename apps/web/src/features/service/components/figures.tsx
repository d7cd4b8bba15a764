import { type ReactElement, type ReactNode } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { Figure, MonthBar } from '@plumbline/analytics/prepare';
import { MonthBars } from './month-bars.tsx';
import css from './figures.module.css';

const route = getRouteApi('/service');

const ROWS = { overdue: 'overdue', 'not-done': 'not-done', 'on-time': 'not-met', alerts: undefined } as const;

const OPENS = {
  overdue: 'See what is overdue',
  'not-done': 'See what is not done',
  'on-time': 'See what was late or not done',
  alerts: 'See the teams',
} as const;

/** Four figures with their time and direction; each opens to the rows behind it. */
export function Figures({
  figures,
  months,
  beside,
}: {
  readonly figures: readonly Figure[];
  readonly months: readonly MonthBar[];
  /** What stands beside "done on time". */
  readonly beside: ReactNode;
}): ReactElement {
  const search = route.useSearch();
  return (
    <ul className={css['figures']}>
      {figures.map((figure) => {
        const rows = ROWS[figure.key];
        return (
          <li key={figure.key} className={css['figure']}>
            <span className={css['title']}>{figure.title}</span>
            <span className={css['value']}>{figure.value}</span>
            {figure.key === 'on-time' && <MonthBars months={months} label="All teams, the last twelve months" isSmall />}
            <span className={css['detail']}>{figure.detail}</span>
            {figure.key === 'on-time' && beside}
            {figure.direction !== null && (
              <span className={css['direction']} data-better={figure.direction.isBetter ?? undefined}>
                <span aria-hidden="true">
                  {figure.direction.kind === 'up' ? '↗' : figure.direction.kind === 'down' ? '↘' : '→'}
                </span>{' '}
                {figure.direction.words}
              </span>
            )}
            {rows === undefined ? (
              <a href="#teams-title" className={css['open']}>
                {OPENS[figure.key]}
              </a>
            ) : (
              <Link
                to="/service"
                search={{ ...search, rows, team: undefined, about: undefined }}
                className={css['open']}
                resetScroll={false}
              >
                {OPENS[figure.key]}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
