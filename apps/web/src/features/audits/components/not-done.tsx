import { useEffect, useRef, type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { auditRefusalWords } from '../model/audit-words.ts';

/** The server did not do it: what stands in the way, in its own words where it has said so. */
export function NotDone({ error }: { readonly error: unknown }): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), [error]);
  return (
    <Alert ref={box} tabIndex={-1} role="alert" color="var(--pl-status-overdue)" variant="light" title="Not done" maw="58rem">
      {auditRefusalWords(refusalOf(error))}
    </Alert>
  );
}
