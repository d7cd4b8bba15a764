import { useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import type { ReportRun } from '../model/outputs.ts';
import { newsInWords } from '../model/report-words.ts';
import css from './report-files.module.css';

/** Asks for files now, and says while they are written and when they are. */
export function WriteNow({ runs }: { readonly runs: readonly ReportRun[] }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const writing = useMutation(
    trpc.reports.write.mutationOptions({
      onSuccess: async ({ runId }) => {
        setAskedFor(runId);
        setKey(newIdempotencyKey());
        await queryClient.invalidateQueries({ queryKey: trpc.reports.view.queryKey() });
      },
    }),
  );
  const isWaiting = runs.some(({ state }) => state === 'waiting');
  return (
    <div className="no-print">
      {writing.isError && <RefusalNotice refusal={refusalOf(writing.error)} />}
      <Button variant="default" loading={writing.isPending || isWaiting} onClick={() => writing.mutate({ idempotencyKey: key })}>
        Write now
      </Button>
      <p className={css['news']} aria-live="polite">
        {newsInWords(runs.find(({ id }) => id === askedFor))}
      </p>
    </div>
  );
}
