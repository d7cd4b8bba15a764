import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import type { ImportChanges } from '@plumbline/analytics/compliance';
import { changeCounts } from '../model/import-steps.ts';
import css from './change-counts.module.css';

/** Five counts, each with what it means. */
export function ChangeCounts({ changes }: { readonly changes: ImportChanges }): ReactElement {
  return (
    <dl className={css['counts']}>
      {changeCounts(changes).map((part) => (
        <div key={part.kind} className={css['count']}>
          <dt>{part.label}</dt>
          <dd className={css['number']} data-none={part.count === 0}>
            {part.count.toLocaleString('en-GB')}
          </dd>
          <dd className={css['help']}>
            <Text size="sm" c="dimmed">
              {part.help}
            </Text>
          </dd>
        </div>
      ))}
    </dl>
  );
}
