import { Fragment, type ReactElement } from 'react';
import type { CitedRow } from '@plumbline/analytics/prepare';
import { Link } from '@tanstack/react-router';
import { clauseInWords } from '@plumbline/analytics/wording';
import css from './library.module.css';

/** Where in the policy something stands, and the rules that ask for it. */
export function Cites({
  clause,
  rows,
}: {
  readonly clause?: string | null;
  readonly rows: readonly CitedRow[];
}): ReactElement | null {
  if ((clause ?? null) === null && rows.length === 0) return null;
  return (
    <span className={css['cites']}>
      {clause !== undefined && clause !== null && clauseInWords(clause)}
      {rows.map(({ id, isRule }, at) => (
        <Fragment key={id}>
          {at === 0 && (clause ?? null) === null ? '' : ' · '}
          {isRule ? (
            <Link to="/policy/rule" search={{ id }}>
              {id}
            </Link>
          ) : (
            id
          )}
        </Fragment>
      ))}
    </span>
  );
}
