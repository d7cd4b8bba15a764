import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { Alert } from '@mantine/core';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { lineMovedInWords, type Grader } from '../model/line-moved.ts';

/** Why a grade was not taken: that a line has moved is said with what to do, all else in the usual words. */
export function GradingRefused({ error, grader }: { readonly error: unknown; readonly grader: Grader }): ReactElement {
  const refusal = useMemo(() => refusalOf(error), [error]);
  const moved = lineMovedInWords(refusal, grader);
  const box = useRef<HTMLDivElement>(null);
  // The focus belongs to the browser.
  useEffect(() => box.current?.focus(), [error]);
  if (moved === null) return <RefusalNotice refusal={refusal} />;
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      role="alert"
      color="var(--pl-status-overdue)"
      variant="light"
      title="Somebody else has to grade this"
      mb="md"
    >
      {moved}
    </Alert>
  );
}
