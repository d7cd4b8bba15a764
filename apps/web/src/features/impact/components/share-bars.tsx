import { type ReactElement } from 'react';
import { shareInWords, shareRangeInWords } from '@plumbline/analytics/wording';
import type { ShareBar } from '../model/sources.ts';
import css from './impact.module.css';

/** Shares as dots on a line from nothing to all, each with its range; the words beside each say the same. */
export function ShareBars({ bars }: { readonly bars: readonly ShareBar[] }): ReactElement {
  return (
    <ul className={css['bars']}>
      {bars.map((bar) => (
        <li key={bar.key}>
          {bar.label !== null && <span className={css['barLabel']}>{bar.label}</span>}
          <span className={css['barRow']}>
            <Line bar={bar} />
            <span className={css['barWords']}>{wordsOf(bar)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ share, low, high }: ShareBar): string {
  return low === null || high === null ? shareInWords(share) : `${shareInWords(share)} (${shareRangeInWords({ low, high })})`;
}

function Line({ bar: { share, low, high } }: { readonly bar: ShareBar }): ReactElement {
  return (
    <span className={css['line']} aria-hidden="true">
      {low !== null && high !== null && (
        <span className={css['range']} style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }} />
      )}
      <span className={css['dot']} style={{ left: `${share * 100}%` }} />
    </span>
  );
}
