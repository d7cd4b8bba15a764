import { Fragment, type ReactElement } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { BesideFigure, Figure, MonthBar } from '@plumbline/analytics/prepare';
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

/** Four figures with their time and direction, each opening to the rows behind it, and what stands beside the first. */
export function Figures({
  figures,
  months,
  beside,
}: {
  readonly figures: readonly Figure[];
  readonly months: readonly MonthBar[];
  /** What stands beside "done on time"; nothing on days of which it is not known. */
  readonly beside: readonly BesideFigure[];
}): ReactElement {
  return (
    <ul className={css['figures']} data-of={figures.length + beside.length}>
      {figures.map((figure) => (
        <Fragment key={figure.key}>
          <FigureOf figure={figure} months={months} />
          {figure.key === 'on-time' && beside.map((one) => <BesideOf key={one.title} figure={one} />)}
        </Fragment>
      ))}
    </ul>
  );
}

function BesideOf({ figure: { title, value, detail } }: { readonly figure: BesideFigure }): ReactElement {
  return (
    <li className={css['figure']}>
      <span className={css['title']}>{title}</span>
      <span className={css['value']}>{value}</span>
      <span className={css['detail']}>{detail}</span>
    </li>
  );
}

function FigureOf({ figure, months }: { readonly figure: Figure; readonly months: readonly MonthBar[] }): ReactElement {
  const search = route.useSearch();
  const rows = ROWS[figure.key];
  return (
    <li className={css['figure']}>
      <span className={css['title']}>{figure.title}</span>
      <span className={css['value']}>{figure.value}</span>
      {figure.key === 'on-time' && <MonthBars months={months} label="All teams, the last twelve months" isSmall />}
      <span className={css['detail']}>{figure.detail}</span>
      {figure.direction !== null && (
        <span className={css['direction']} data-better={figure.direction.isBetter ?? undefined}>
          <span aria-hidden="true">{figure.direction.kind === 'up' ? '↗' : figure.direction.kind === 'down' ? '↘' : '→'}</span>{' '}
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
}
