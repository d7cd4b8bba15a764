import { type ReactElement } from 'react';
import type { StatusLook } from '@plumbline/analytics/wording';
import { StatusSign } from './status-sign.tsx';
import css from './standing.module.css';

interface StandingProps {
  readonly status: StatusLook | null;
  /** "9 days overdue". */
  readonly words: string;
  /** "was due Thursday 12 November". */
  readonly detail?: string;
}

/** How a requirement stands: shape, word and colour, with the date in a quiet line. */
export function Standing({ status, words, detail }: StandingProps): ReactElement {
  return (
    <span className={css['standing']} style={{ color: status === null ? undefined : `var(--pl-status-${status.colour})` }}>
      {status !== null && <StatusSign kind={status.kind} />}
      <span>
        <span className={status?.kind === 'overdue' || status?.kind === 'not-met' ? css['strong'] : undefined}>{words}</span>
        {detail !== undefined && detail !== '' && <span className={css['detail']}>{detail}</span>}
      </span>
    </span>
  );
}
