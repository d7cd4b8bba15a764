import { useEffect, useRef, type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { REFUSAL_WORDS, type Refusal } from './refusal.ts';

interface RefusalNoticeProps {
  readonly refusal: Refusal;
  readonly title?: string;
  /** What is said where more is known than the usual words for such a refusal say. */
  readonly words?: string;
}

/** The server did not save: why, and how to go on. What was typed stays. */
export function RefusalNotice({
  refusal,
  title = 'Not saved',
  words = REFUSAL_WORDS[refusal.kind],
}: RefusalNoticeProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), [refusal]);
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="var(--pl-status-overdue)" variant="light" title={title}>
      {words}
    </Alert>
  );
}
