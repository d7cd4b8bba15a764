import { type ReactElement } from 'react';
import type { BarRow, BarsModel } from '@plumbline/analytics/prepare';
import { numberInWords, repliesInWords, shareInWords, shareRangeInWords } from '@plumbline/analytics/wording';
import css from './results.module.css';
import { TwinTable } from '../../../parts/table/twin-table.tsx';

/** Answers on a scale, one bar a group; the table beneath says the same in numbers. */
export function BarsFigure({ model }: { readonly model: BarsModel }): ReactElement {
  const hasBars = model.rows.some(({ state }) => state === 'shown');
  return (
    <figure className={css['figure']}>
      {hasBars && (
        <ul className={css['legend']} aria-hidden="true">
          {model.legend.map(({ text, tone }) => (
            <li key={tone}>
              <span className={css['swatch']} data-tone={tone} />
              {text}
            </li>
          ))}
        </ul>
      )}
      <ul className={css['rows']}>
        {model.rows.map((row) => (
          <Row key={row.key} row={row} model={model} isOnly={model.rows.length === 1} />
        ))}
      </ul>
      {hasBars && <TwinTable twin={model.table} />}
    </figure>
  );
}

function Row({
  row,
  model,
  isOnly,
}: {
  readonly row: BarRow;
  readonly model: BarsModel;
  readonly isOnly: boolean;
}): ReactElement {
  const { from, to } = model.axis;
  const at = (value: number): string => `${((value - from) / (to - from)) * 100}%`;
  return (
    <li className={css['row']}>
      <span className={css['label']} data-only={isOnly}>
        {row.label}
      </span>
      {row.state === 'shown' ? (
        <>
          <span className={css['track']} aria-hidden="true">
            {row.segments
              .filter((segment) => segment.to > segment.from)
              .map((segment) => (
                <span
                  key={segment.answer}
                  className={css['segment']}
                  data-tone={segment.tone}
                  title={segment.title}
                  style={{ left: at(segment.from), width: `${((segment.to - segment.from) / (to - from)) * 100}%` }}
                >
                  {segment.label}
                </span>
              ))}
            {model.layout === 'diverging' && <span className={css['middle']} style={{ left: at(0) }} />}
          </span>
          <span className={css['reading']}>
            <span className={css['hidden']}>{row.sentence}</span>
            <span aria-hidden="true">{readingOf(row)}</span>
          </span>
        </>
      ) : (
        <span className={css['note']}>{row.note}</span>
      )}
      {row.state === 'shown' && row.note !== null && isOnly && <span className={css['turned']}>{row.note}</span>}
    </li>
  );
}

/** "62% good (49% to 74%), 34 replies". */
function readingOf({ favourable, n }: BarRow): string {
  const replies = repliesInWords(n ?? 0);
  if (favourable === null) return replies;
  const range = favourable.interval === null ? 'everybody answered' : shareRangeInWords(favourable.interval);
  return `${shareInWords(favourable.share)} good (${range}), ${replies}`;
}

/** A number with one digit after the point, for means. */
export function meanInWords(mean: number): string {
  return numberInWords(mean, 1);
}
