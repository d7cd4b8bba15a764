import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { dueDateInWords, standingInWords, statusOf } from '@plumbline/analytics/wording';
import { Standing } from '../../../parts/status/standing.tsx';

/** How what is due stands, beside whom it is about. */
export function DueWords({ duty, today }: { readonly duty: DutyRow | null; readonly today: string }): ReactElement {
  if (duty === null)
    return (
      <Text size="sm" c="dimmed">
        Nothing due
      </Text>
    );
  return <Standing status={statusOf(duty, today)} words={standingInWords(duty, today)} detail={dueDateInWords(duty, today)} />;
}
