import { type ReactElement } from 'react';
import type { ActionsModel } from '@plumbline/analytics/audits';
import { ButtonLink } from '../../../parts/link/text-link.tsx';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** Where actions after audits stand, and in which teams some are overdue. */
export function BoardActions({ model }: { readonly model: ActionsModel }): ReactElement {
  const { overdue } = model;
  return (
    <BoardSection id="actions" title="Actions after audits" sentence={model.sentence} table={model.table}>
      {overdue.length > 0 && (
        <>
          <ul className={css['plain']}>
            {overdue.map(({ key, sentence }) => (
              <li key={key}>
                <span aria-hidden="true" className={css['late']}>
                  ▲{' '}
                </span>
                {sentence}
              </li>
            ))}
          </ul>
          <p className="no-print">
            <ButtonLink to="/audits/actions" search={{ show: 'overdue' }} variant="default">
              Look at overdue actions
            </ButtonLink>
          </p>
        </>
      )}
    </BoardSection>
  );
}
