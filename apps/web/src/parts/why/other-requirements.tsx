import { type ReactElement } from 'react';
import { Title, VisuallyHidden } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { dueDateInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Standing } from '../status/standing.tsx';
import css from './other-requirements.module.css';

/** What hangs on records rather than on a clock: outcomes to record, records to share, lengths, missing parts. */
export function OtherRequirements({
  rows,
  onWhy,
}: {
  readonly rows: readonly DutyRow[];
  readonly onWhy: (dutyId: string) => void;
}): ReactElement | null {
  const asOf = useAsOf();
  if (rows.length === 0) return null;
  return (
    <section className={css['other']}>
      <Title order={2}>Also asked for</Title>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onWhy(row.id)}>
              <span>
                <VisuallyHidden>Why? </VisuallyHidden>
                {row.title}
              </span>
              <Standing
                status={statusOf(row, asOf.on)}
                words={standingInWords(row, asOf.on)}
                detail={dueDateInWords(row, asOf.on)}
              />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
