import { type ReactElement } from 'react';
import type { OverviewFigure } from '@plumbline/analytics/overview';
import { StatusSign } from '../../../parts/status/status-sign.tsx';
import css from './overview.module.css';

interface FiguresProps {
  readonly label: string;
  readonly figures: readonly OverviewFigure[];
  readonly size: 'large' | 'small';
}

/** Figures with their words; what somebody should look at has a sign as well, and says so. */
export function Figures({ label, figures, size }: FiguresProps): ReactElement {
  return (
    <section aria-label={label}>
      <dl className={css['figures']} data-size={size}>
        {figures.map((figure) => (
          <div key={figure.key} data-look={figure.needsLook}>
            <dt>
              {figure.needsLook && <StatusSign kind="overdue" size={size === 'large' ? 18 : 14} />}
              {figure.label}
              {figure.needsLook && <span className={css['hidden']}> (needs attention)</span>}
            </dt>
            <dd className={css['value']}>{figure.value}</dd>
            <dd className={css['detail']}>{figure.detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
