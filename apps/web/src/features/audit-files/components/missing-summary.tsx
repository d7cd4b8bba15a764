import { useEffect, useRef, type ReactElement } from 'react';
import { Alert, List } from '@mantine/core';
import type { Missing } from '../model/completion-words.ts';

interface MissingSummaryProps {
  readonly missing: readonly Missing[];
  /** Counts the tries to complete: each one that fails moves the focus here. */
  readonly tries: number;
  readonly onGo: (missing: Missing) => void;
}

/** What is missing before an audit can be completed: each line leads to its question, and goes once it is mended. */
export function MissingSummary({ missing, tries, onGo }: MissingSummaryProps): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => {
    if (tries > 0) box.current?.focus();
  }, [tries]);
  if (missing.length === 0) return null;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="var(--pl-status-overdue)"
      variant="light"
      mb="md"
      maw="52rem"
      title={
        missing.length === 1
          ? 'One thing is missing before it can be completed'
          : `${missing.length} things are missing before it can be completed`
      }
    >
      <List spacing={4}>
        {missing.map((one) => (
          <List.Item key={one.field}>
            <button type="button" className="link" style={{ textAlign: 'left' }} onClick={() => onGo(one)}>
              {one.message}
            </button>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
