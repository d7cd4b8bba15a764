import { type ReactElement } from 'react';
import { Title, VisuallyHidden } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { groupDuties, type DutyGroup } from '@plumbline/analytics/prepare';
import { dueDateInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { useAsOf } from '../as-of/use-as-of.ts';
import { Standing } from '../status/standing.tsx';
import css from './other-requirements.module.css';

interface OtherRequirementsProps {
  readonly rows: readonly DutyRow[];
  readonly onWhy: (dutyId: string) => void;
}

/** What hangs on records rather than on a clock: outcomes to record, records to share, lengths, missing parts. */
export function OtherRequirements({ rows, onWhy }: OtherRequirementsProps): ReactElement | null {
  if (rows.length === 0) return null;
  return (
    <section className={css['other']}>
      <Title order={2}>Also asked for</Title>
      <ul>
        {groupDuties(rows).map((group) => (
          <li key={group.key}>
            {group.rows.length === 1 ? <One row={group.first} onWhy={onWhy} /> : <Several group={group} onWhy={onWhy} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function HowItStands({ row }: { readonly row: DutyRow }): ReactElement {
  const { on } = useAsOf();
  return <Standing status={statusOf(row, on)} words={standingInWords(row, on)} detail={dueDateInWords(row, on)} />;
}

function One({ row, onWhy }: { readonly row: DutyRow; readonly onWhy: OtherRequirementsProps['onWhy'] }): ReactElement {
  return (
    <button type="button" className={css['line']} onClick={() => onWhy(row.id)}>
      <span>
        <VisuallyHidden>Why? </VisuallyHidden>
        {row.title}
      </span>
      <HowItStands row={row} />
    </button>
  );
}

/** The same for several children or supervisions: one line that opens to each. */
function Several({ group, onWhy }: { readonly group: DutyGroup; readonly onWhy: OtherRequirementsProps['onWhy'] }): ReactElement {
  return (
    <details>
      <summary className={css['line']}>
        <span>
          {group.first.title} ({group.rows.length})
        </span>
        <HowItStands row={group.first} />
      </summary>
      <p className={css['each']}>
        {group.rows.map((row, index) => (
          <button key={row.id} type="button" className="link" onClick={() => onWhy(row.id)}>
            <VisuallyHidden>Why? {row.title} for </VisuallyHidden>
            {row.subject.kind === 'child' ? row.subject.label : `number ${index + 1}`}
          </button>
        ))}
      </p>
    </details>
  );
}
