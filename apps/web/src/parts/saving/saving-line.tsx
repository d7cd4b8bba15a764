import { type ReactElement } from 'react';
import { Text } from '@mantine/core';
import { REFUSAL_WORDS } from '../form/refusal.ts';
import type { SavingOf } from './saver.ts';

type Saving = SavingOf<object> | { readonly kind: 'unfinished'; readonly what: string };

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** Whether what is typed is saved: always in sight, and said to whoever cannot see it. `of`: "this draft", "these notes". */
export function SavingLine({ saving, of }: { readonly saving: Saving; readonly of: string }): ReactElement {
  const isBad = ['failed', 'conflict', 'unfinished'].includes(saving.kind);
  return (
    <Text component="output" display="block" c={isBad ? 'var(--pl-status-overdue)' : 'dimmed'}>
      {wordsOf(saving, of)}
    </Text>
  );
}

function wordsOf(saving: Saving, of: string): string {
  switch (saving.kind) {
    case 'saved':
      return `Saved ${CLOCK.format(new Date(saving.at))}`;
    case 'waiting':
      return 'Not saved yet …';
    case 'saving':
      return 'Saving …';
    case 'unfinished':
      return `Not saved yet. ${saving.what}`;
    case 'conflict':
      return `Not saved: somebody else changed ${of}`;
    case 'failed':
      return `Not saved. ${REFUSAL_WORDS[saving.why]}`;
  }
}
