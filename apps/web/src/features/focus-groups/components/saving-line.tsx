import { type ReactElement } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import type { SavingState } from '../model/record-saver.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** Whether what is typed is saved: always in sight, and said to whoever cannot see it. */
export function SavingLine({ saving, onRetry }: { readonly saving: SavingState; readonly onRetry: () => void }): ReactElement {
  const isBad = saving.kind === 'failed' || saving.kind === 'conflict';
  return (
    <Group gap="sm">
      <Text component="output" display="block" c={isBad ? 'var(--pl-status-overdue)' : 'dimmed'}>
        {wordsOf(saving)}
      </Text>
      {saving.kind === 'failed' && (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          Save again
        </Button>
      )}
    </Group>
  );
}

function wordsOf(saving: SavingState): string {
  switch (saving.kind) {
    case 'saved':
      return `Saved ${CLOCK.format(new Date(saving.at))}`;
    case 'waiting':
      return 'Not saved yet …';
    case 'saving':
      return 'Saving …';
    case 'conflict':
      return 'Not saved: somebody else changed these notes';
    case 'failed':
      return `Not saved. ${REFUSAL_WORDS[saving.why]}`;
  }
}
