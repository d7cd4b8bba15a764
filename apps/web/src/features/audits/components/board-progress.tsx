import { type ReactElement } from 'react';
import type { ProgressModel } from '@plumbline/analytics/audits';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** How far each audit of the period is. */
export function BoardProgress({ model }: { readonly model: ProgressModel }): ReactElement {
  return (
    <BoardSection id="progress" title="How far the audits are" sentence={model.sentence} table={model.table}>
      <ul className={css['rows']}>
        {model.rows.map(({ key, label, drawn, completed, waiting, putAside, share }) => (
          <li key={key} className={css['row']}>
            <TextLink to="/audits/$auditId" params={{ auditId: key }}>
              {label}
            </TextLink>
            <span className={css['track']} data-slim data-empty={share === null} aria-hidden="true">
              <span className={css['segment']} data-tone="positive-strong" style={{ left: 0, width: `${(share ?? 0) * 100}%` }} />
            </span>
            <span className={css['reading']}>
              {drawn === 0 ? 'Nothing drawn yet' : `${completed} of ${drawn} completed${restOf(waiting, putAside)}`}
            </span>
          </li>
        ))}
      </ul>
    </BoardSection>
  );
}

function restOf(waiting: number, putAside: number): string {
  return `${waiting === 0 ? '' : `, ${waiting} waiting`}${putAside === 0 ? '' : `, ${putAside} put aside`}`;
}
