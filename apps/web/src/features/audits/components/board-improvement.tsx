import { type ReactElement } from 'react';
import type { ImprovementModel, ImprovementRow } from '@plumbline/analytics/audits';
import { dateInWords, numberInWords } from '@plumbline/analytics/wording';
import { BoardSection } from './board-section.tsx';
import css from './board-figures.module.css';

/** What moved since the period before, question by question: how far, and how sure that is. */
export function BoardImprovement({ model }: { readonly model: ImprovementModel }): ReactElement {
  const { rows, axis, before } = model;
  return (
    <BoardSection id="improvement" title="What moved since the period before" sentence={model.sentence} table={model.table}>
      {rows.length > 0 && (
        <>
          <p className={css['quiet']}>
            Compared with {dateInWords(before.from)} to {dateInWords(before.to)}. The line is where the change most likely lies:
            left of the middle down, right of it up. This says what moved, not what moved it.
          </p>
          <ul className={css['rows']}>
            {rows.map((row) => (
              <Change key={row.key} row={row} axis={axis} />
            ))}
            <li className={`${css['change']} ${css['scale']}`} aria-hidden="true">
              <span />
              <span className={css['ends']}>
                <span>{numberInWords(axis.from)}</span>
                <span>0</span>
                <span>+{axis.to} points</span>
              </span>
            </li>
          </ul>
        </>
      )}
    </BoardSection>
  );
}

function Change({
  row,
  axis: { from, to },
}: {
  readonly row: ImprovementRow;
  readonly axis: ImprovementModel['axis'];
}): ReactElement {
  const { change } = row.change;
  const at = (share: number): number => Math.min(100, Math.max(0, ((share * 100 - from) / (to - from)) * 100));
  return (
    <li className={css['change']}>
      <span>
        <span aria-hidden="true">{row.mark} </span>
        {row.sentence}
      </span>
      <span className={css['plot']} aria-hidden="true">
        <span className={css['zero']} />
        <span className={css['span']} style={{ left: `${at(change.low)}%`, width: `${at(change.high) - at(change.low)}%` }} />
        <span className={css['dot']} style={{ left: `${at(change.difference)}%` }} />
      </span>
    </li>
  );
}
