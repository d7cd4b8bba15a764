import { useRef, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf } from '../../../parts/form/refusal.ts';
import { sentValues } from '../../../parts/form/sent-values.ts';
import { referenceOf, type EventValues } from '../model/event-draft.ts';
import { valuesOf } from '../model/event-words.ts';
import type { EventRow } from '../model/outputs.ts';

/** What was just done, so that it can be taken back; `version` is the one that it made. */
export type Done =
  | { readonly kind: 'written'; readonly id: string; readonly version: number; readonly title: string }
  | { readonly kind: 'corrected'; readonly id: string; readonly version: number; readonly before: EventRow }
  | { readonly kind: 'withdrawn'; readonly before: EventRow }
  | { readonly kind: 'taken-back' };

/** Writing an event, correcting and withdrawing one, and taking back whichever was last. */
export function useEventChanges(onDone: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const record = useMutation(trpc.facts.record.mutationOptions());
  const correct = useMutation(trpc.facts.correct.mutationOptions());
  const withdraw = useMutation(trpc.facts.withdraw.mutationOptions());
  const key = useRef(newIdempotencyKey());
  const [lastDone, setLastDone] = useState<Done | null>(null);

  /** What follows every change that was saved: a key for the next one, the list anew, and what is said of it. */
  function settle(done: Done): void {
    key.current = newIdempotencyKey();
    setLastDone(done);
    onDone();
    void queryClient.invalidateQueries();
  }

  return {
    lastDone,
    isBusy: record.isPending || correct.isPending || withdraw.isPending,
    error: record.error ?? correct.error ?? withdraw.error,
    /** Forgets what was refused and done, when another form is opened. */
    reset(): void {
      for (const mutation of [record, correct, withdraw]) mutation.reset();
      key.current = newIdempotencyKey();
      setLastDone(null);
    },
    write(values: EventValues): void {
      const idempotencyKey = key.current;
      const sent = sentValues({ event: referenceOf(values.on, idempotencyKey), ...values });
      record.mutate(
        { kind: 'rival-event', values: sent, because: null, idempotencyKey },
        { onSuccess: ({ id, version }) => settle({ kind: 'written', id, version, title: String(values.title) }) },
      );
    },
    /** `onOvertaken` is called where somebody else saved first; the next try is another one. */
    correct(before: EventRow, values: EventValues, onOvertaken: () => void): void {
      const { id, version: baseVersion, event } = before;
      correct.mutate(
        { factId: id, baseVersion, values: sentValues({ event, ...values }), because: null, idempotencyKey: key.current },
        {
          onSuccess: ({ version }) => settle({ kind: 'corrected', id, version, before }),
          onError: (error) => {
            if (refusalOf(error).kind !== 'out-of-date') return;
            key.current = newIdempotencyKey();
            onOvertaken();
          },
        },
      );
    },
    withdraw(before: EventRow, because: string): void {
      withdraw.mutate(
        { factId: before.id, baseVersion: before.version, because, idempotencyKey: key.current },
        { onSuccess: () => settle({ kind: 'withdrawn', before }) },
      );
    },
    undo(done: Done): void {
      if (done.kind === 'taken-back') return;
      const idempotencyKey = key.current;
      const settled = { onSuccess: () => settle({ kind: 'taken-back' }) };
      if (done.kind === 'withdrawn') {
        const values = sentValues(valuesOf(done.before));
        record.mutate({ kind: 'rival-event', values, because: 'Withdrawal taken back', idempotencyKey }, settled);
        return;
      }
      const { id: factId, version: baseVersion } = done;
      if (done.kind === 'written') {
        withdraw.mutate({ factId, baseVersion, because: 'Undone right after writing it down', idempotencyKey }, settled);
        return;
      }
      const values = sentValues(valuesOf(done.before));
      correct.mutate({ factId, baseVersion, values, because: 'Correction taken back', idempotencyKey }, settled);
    },
  };
}

export type EventChanges = ReturnType<typeof useEventChanges>;
