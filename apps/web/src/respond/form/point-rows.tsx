import { useId, type ReactElement } from 'react';
import { SCALES, type ScaleName } from '@plumbline/domain/surveys';
import { pointsOf } from './answering.ts';
import { Clear } from './question.tsx';

export interface PointRow {
  readonly key: string;
  readonly text: string;
  readonly help: string | null;
  readonly value: string | null;
  readonly onChoose: (value: string | null) => void;
}

/** Several statements with the same answers, as a grid at a desk: each row is a group of radio buttons of its own. */
export function PointRows({ scale, rows }: { readonly scale: ScaleName; readonly rows: readonly PointRow[] }): ReactElement {
  return (
    <div className="rows">
      <div className="rows-head" aria-hidden="true">
        <span />
        {pointsOf(SCALES, scale).map(({ value, text }) => (
          <span key={value}>{text}</span>
        ))}
      </div>
      {rows.map((row) => (
        <Row key={row.key} scale={scale} row={row} />
      ))}
    </div>
  );
}

function Row({ scale, row }: { readonly scale: ScaleName; readonly row: PointRow }): ReactElement {
  const id = useId();
  const described = row.help === null ? {} : { 'aria-describedby': `${id}-help` };
  return (
    <div className="rows-row" role="radiogroup" aria-labelledby={id} {...described}>
      <div className="rows-text">
        <span id={id}>{row.text}</span>
        {row.help !== null && (
          <span id={`${id}-help`} className="help">
            {row.help}
          </span>
        )}
        <Clear isAnswered={row.value !== null} onClear={() => row.onChoose(null)} of={row.text} />
      </div>
      {pointsOf(SCALES, scale).map(({ value, text, isApart }) => (
        <label key={value} className={isApart ? 'cell apart' : 'cell'} title={text}>
          <input
            type="radio"
            name={row.key}
            value={value}
            autoComplete="off"
            checked={row.value === value}
            onChange={() => row.onChoose(value)}
          />
          <span className="only-heard">{text}</span>
        </label>
      ))}
    </div>
  );
}
