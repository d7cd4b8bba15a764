import { type ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import { useAsOf } from './use-as-of.ts';
import css from './as-of.module.css';

/** Says in plain sight that a page does not speak about today. */
export function AsOfBanner(): ReactElement | null {
  const asOf = useAsOf();
  return (
    <output className={css['frame']}>
      {asOf.isPast && (
        <p className={css['banner']}>
          <span>
            <strong>You are looking at {dateWithWeekday(asOf.on)},</strong>{' '}
            {asOf.isKnownThen
              ? 'as it was known on that day. What was recorded later is left out.'
              : 'as it is known now. What was recorded later is included.'}
          </span>
          <Link
            to="."
            search={((previous: Record<string, unknown>) => ({ ...previous, on: undefined, known: undefined })) as never}
          >
            Back to today
          </Link>
        </p>
      )}
    </output>
  );
}
