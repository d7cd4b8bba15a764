import { type ReactElement } from 'react';
import type { FellDueRow } from '../model/signed-figures.ts';
import css from './figures.module.css';

/** What fell due as one bar: on time from the left, late beside it, not done left open. The figures stand beside it in words. */
export function ShareBar({ row }: { readonly row: FellDueRow }): ReactElement | null {
  const { counted, onTime, late, notDone } = row;
  if (counted === 0) return null;
  const share = (part: number) => ({ width: `${(part / counted) * 100}%` });
  return (
    <span className={css['bar']} aria-hidden="true">
      <span data-of="on-time" style={share(onTime)} />
      <span data-of="late" style={share(late)} />
      {notDone > 0 && <span data-of="not-done" style={share(notDone)} />}
    </span>
  );
}

/** What the parts of a bar mean. */
export function ShareLegend(): ReactElement {
  return (
    <p className={css['legend']}>
      <span>
        <span data-of="on-time" /> on time
      </span>
      <span>
        <span data-of="late" /> late
      </span>
      <span>
        <span data-of="not-done" /> not done
      </span>
      <span>Absence and what is not known are left out.</span>
    </p>
  );
}
