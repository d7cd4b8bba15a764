import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import type { SavingState } from '../model/draft-saver.ts';

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** Whether what is typed is saved: always in sight, and said to who cannot see it. */
export function SavedState({ saving }: { readonly saving: SavingState }): ReactElement {
  return (
    <Text
      component="output"
      display="block"
      c={saving.kind === 'failed' || saving.kind === 'conflict' ? 'var(--pl-status-overdue)' : 'dimmed'}
    >
      {wordsOf(saving)}
    </Text>
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
      return 'Not saved: somebody else changed this draft';
    case 'failed':
      return `Not saved. ${REFUSAL_WORDS[saving.why]}`;
  }
}
