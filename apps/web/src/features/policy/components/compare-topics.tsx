import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import {
  MARKS,
  markInWords,
  rowSentences,
  type CompareCell,
  type CompareRow,
  type CompareView,
} from '@plumbline/analytics/prepare';
import { TableFrame } from '../../../parts/table/table-frame.tsx';
import css from './compare.module.css';

interface CompareProps {
  readonly view: CompareView;
}

/** Rows are situations and limits, columns are councils; each cell says its number in its own unit, with a mark. */
export function CompareMatrix({ view }: CompareProps): ReactElement {
  const councils = [view.ours, ...view.compared];
  return (
    <>
      {view.topics.map((topic) => (
        <section key={topic.id} aria-labelledby={topic.id} className={css['topic']}>
          <h2 id={topic.id}>{topic.title}</h2>
          <TableFrame label={topic.title} minWidth={150 + councils.length * 150}>
            <table className={css['matrix']}>
              <thead>
                <tr>
                  <th scope="col">{topic.id === 'counting' ? 'What is counted' : 'About'}</th>
                  {councils.map(({ id, council }, at) => (
                    <th key={id} scope="col">
                      {council}
                      {at === 0 && <span className={css['quiet']}> (ours)</span>}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {topic.rows.map((row) => (
                  <MatrixRow key={row.id} row={row} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </section>
      ))}
    </>
  );
}

function MatrixRow({ row }: { readonly row: CompareRow }): ReactElement {
  return (
    <tr>
      <th scope="row">{row.title}</th>
      {row.cells.map((cell) => (
        <td key={cell.policy} data-mark={cell.mark}>
          <Cell cell={cell} />
        </td>
      ))}
    </tr>
  );
}

function Cell({ cell }: { readonly cell: CompareCell }): ReactElement {
  if (cell.says === null) return <span className={css['quiet']}>— doesn’t say</span>;
  const words = markInWords(cell);
  return (
    <>
      <span className={css['says']}>{cell.says}</span>
      {words !== '' && (
        <span className={css['mark']}>
          <span aria-hidden="true">{cell.isApproximate && cell.mark === 'unclear' ? '≈' : MARKS[cell.mark].sign}</span> {words}
        </span>
      )}
      <span className={css['quiet']}>
        {cell.mark === 'ours' && cell.rule !== null ? (
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
                {rowSentences(row, (id) => names.get(id) ?? id).map((sentence) => (
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
