import { type ReactElement } from 'react';
import type { ProgressModel } from '@plumbline/analytics/audits';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** How far each audit of the period is. */
export function BoardProgress({ model, mayOpen }: { readonly model: ProgressModel; readonly mayOpen: boolean }): ReactElement {
  return (
    <BoardSection id="progress" title="How far the audits are" sentence={model.sentence} table={model.table}>
      <ul className={css['rows']}>
        {model.rows.map(({ key, label, checks, drawn, completed, waiting, putAside, share }) => (
          <li key={key} className={css['row']}>
            <RowName id={key} label={label} checks={checks} mayOpen={mayOpen} />
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

interface RowNameProps {
  readonly id: string;
  readonly label: string;
  readonly checks: ProgressModel['rows'][number]['checks'];
  /** Whether a single audit opens to the viewer: it does to whoever plans them. */
  readonly mayOpen: boolean;
}

/** Managers' own checks lead to the programme, where each of them stands; what does not open is no link. */
function RowName({ id, label, checks, mayOpen }: RowNameProps): ReactElement {
  if (checks !== null)
    return (
      <TextLink to="/audits" search={{ from: checks.month }}>
        {label}
      </TextLink>
    );
  if (!mayOpen) return <span>{label}</span>;
  return (
    <TextLink to="/audits/$auditId" params={{ auditId: id }}>
      {label}
    </TextLink>
  );
}

function restOf(waiting: number, putAside: number): string {
  return `${waiting === 0 ? '' : `, ${waiting} waiting`}${putAside === 0 ? '' : `, ${putAside} put aside`}`;
}
