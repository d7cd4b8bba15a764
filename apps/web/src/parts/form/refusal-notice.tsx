import { useEffect, useRef, type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { REFUSAL_WORDS, type Refusal } from './refusal.ts';

/** The server did not save: why, and how to go on. What was typed stays. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), [refusal]);
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="var(--pl-status-overdue)" variant="light" title="Not saved">
      {REFUSAL_WORDS[refusal.kind]}
    </Alert>
  );
}
