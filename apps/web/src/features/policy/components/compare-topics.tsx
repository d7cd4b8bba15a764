import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import {
  baseInWords,
  MARKS,
  markInWords,
  rowSentences,
  type ComparablePolicy,
  type CompareCell,
  type CompareRow,
  type CompareView,
} from '@plumbline/analytics/prepare';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from './compare.module.css';

interface CompareProps {
  readonly view: CompareView;
}

/** The one that the others are told against, and then those, in the order of the cells. */
export function columnsOf({ ours, compared, base }: CompareView): ComparablePolicy[] {
  return [base, ...[ours, ...compared].filter(({ id }) => id !== base.id)];
}

/** Rows are situations and limits, columns are policies; each cell says its number in its own unit, with a mark. */
export function CompareMatrix({ view }: CompareProps): ReactElement {
  const columns = columnsOf(view);
  return (
    <>
      {view.topics.map((topic) => (
        <section key={topic.id} aria-labelledby={topic.id} className={css['topic']}>
          <h2 id={topic.id}>{topic.title}</h2>
          <TableFrame label={topic.title} minWidth={150 + columns.length * 150}>
            <table className={css['matrix']}>
              <thead>
                <tr>
                  <th scope="col">{topic.id === 'counting' ? 'What is counted' : 'About'}</th>
                  {columns.map(({ id, kind, council }) => (
                    <th key={id} scope="col">
                      {council}
                      {kind === 'ours' && <span className={css['quiet']}> (ours)</span>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {topic.rows.map((row) => (
                  <MatrixRow key={row.id} row={row} view={view} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </section>
      ))}
    </>
  );
}

function MatrixRow({ row, view }: { readonly row: CompareRow; readonly view: CompareView }): ReactElement {
  return (
    <tr>
      <th scope="row">{row.title}</th>
      {row.cells.map((cell) => (
        <td key={cell.policy} data-mark={cell.mark}>
          <Cell cell={cell} view={view} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell, view }: { readonly cell: CompareCell; readonly view: CompareView }): ReactElement {
  if (cell.says === null) return <span className={css['quiet']}>— doesn’t say</span>;
  const words = markInWords(cell, baseInWords(view.base));
  return (
    <>
      <span className={css['says']}>{cell.says}</span>
      {words !== '' && (
        <span className={css['mark']}>
          <span aria-hidden="true">{cell.isApproximate && cell.mark === 'unclear' ? '≈' : MARKS[cell.mark].sign}</span> {words}
        </span>
      )}
      <span className={css['quiet']}>
        {cell.policy === view.ours.id && cell.rule !== null ? (
          <Link to="/policy/rule" search={{ id: cell.rule }}>
            {cell.clause}
          </Link>
        ) : (
          cell.clause
        )}
      </span>
    </>
  );
}

/** The same as sentences, for whoever reads or hears line by line. */
export function CompareList({ view }: CompareProps): ReactElement {
  const names = new Map([view.ours, ...view.compared].map(({ id, council }) => [id, council]));
  return (
    <>
      {view.topics.map((topic) => (
        <section key={topic.id} aria-labelledby={topic.id} className={css['topic']}>
          <h2 id={topic.id}>{topic.title}</h2>
          {topic.rows.map((row) => (
            <div key={row.id} className={css['line']}>
              <h3>{row.title}</h3>
              <ul>
                {rowSentences(row, (id) => names.get(id) ?? id, baseInWords(view.base)).map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
