import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import type { DutyRow } from '@plumbline/analytics/compliance';
import { dueInWords } from '../model/due-in-words.ts';

/** What is due, in one quiet line beside whom it is about. */
export function DueWords({ duty, today }: { readonly duty: DutyRow | null; readonly today: string }): ReactElement {
  const isLate = duty?.finding === 'overdue';
  return <Text size="sm" {...(isLate ? { fw: 600, c: 'var(--pl-status-overdue)' } : { c: 'dimmed' })}>{dueInWords(duty, today)}</Text>;
}
