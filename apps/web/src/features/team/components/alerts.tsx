import { useState, type ReactElement } from 'react';
import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AlertModel } from '@plumbline/analytics/prepare';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import css from './alerts.module.css';
import { keepDay } from '../../../parts/as-of/keep-day.ts';

/** Room for a few; a whole service's would push the lanes off the page. */
const SHORT = 5;

/** Open children without a worker or supervisor in place, before anything about dates. */
export function Alerts({ alerts }: { readonly alerts: readonly AlertModel[] }): ReactElement | null {
  const [isWhole, setWhole] = useState(false);
  if (alerts.length === 0) return null;
  const shown = isWhole || alerts.length <= SHORT + 1 ? alerts : alerts.slice(0, SHORT);
  return (
    <section className={css['alerts']} aria-labelledby="alerts-title">
      <Title order={2} id="alerts-title" className={css['title']}>
        <StatusSign kind="overdue" />{' '}
        {alerts.length === 1
          ? '1 open child has no worker or supervisor in place'
          : `${alerts.length} open children have no worker or supervisor in place`}
      </Title>
      <ul>
        {shown.map((alert) => (
          <li key={alert.lane.key}>
            <Link to="/children/$subjectId" params={{ subjectId: alert.subject.id }} search={keepDay} className={css['child']}>
              {alert.subject.label}
            </Link>
            <span className={css['words']}>
              <strong>{alert.headline}.</strong> {alert.act}
            </span>
            <span className={css['described']}>{alert.described}</span>
          </li>
        ))}
      </ul>
      {shown.length < alerts.length && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Show {alerts.length - shown.length} more
        </button>
      )}
    </section>
  );
}
