import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AuditActionEvent } from '@plumbline/domain/audits';
import { useTRPC } from '../../../app/api/trpc.ts';
import { leave, useUnsaved } from '../../../app/leave/unsaved.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, type Refusal } from '../../../parts/form/refusal.ts';
import type { ActionRow } from '../model/outputs.ts';

/** The one step that is being taken, with what is typed for it. */
export interface OpenStep {
  readonly actionId: string;
  readonly event: AuditActionEvent;
  /** How the action stood when the step was opened: what is loaded meanwhile does not lend its version to words written before it. */
  readonly baseVersion: number;
  readonly text: string;
  /** One for each thing that may be sent: the same words sent again are sent with the same key. */
  readonly key: string;
}

export interface StepControl {
  readonly step: OpenStep | null;
  readonly isTaking: boolean;
  readonly refusal: Refusal | null;
  readonly open: (action: ActionRow, event: AuditActionEvent) => void;
  readonly close: () => void;
  readonly type: (text: string) => void;
  /** Takes the step on the version of the action that the person has seen. */
  readonly take: (baseVersion: number) => void;
}

/** Steps of actions, one at a time. `onTaken` hears of each that the server has kept, once the list shows it. */
export function useStep(onTaken: (taken: OpenStep) => void): StepControl {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [step, setStep] = useState<OpenStep | null>(null);
  const reload = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.audits.pathKey() });
  // The list is loaded again after a refusal too: whoever was second sees how the action stands now.
  const taking = useMutation(trpc.audits.stepAction.mutationOptions({ onSettled: reload }));
  useUnsaved(step !== null && step.text.trim() !== '');

  function begin(next: OpenStep | null): void {
    taking.reset();
    setStep(next);
  }

  function take(baseVersion: number): void {
    if (step === null || taking.isPending) return;
    const sent = baseVersion === step.baseVersion ? step : { ...step, baseVersion, key: newIdempotencyKey() };
    setStep(sent);
    const { actionId, event, text, key } = sent;
    taking.mutate(
      { actionId, baseVersion, event, text: text.trim(), idempotencyKey: key },
      {
        onSuccess: () => {
          begin(null);
          onTaken(sent);
          void queryClient.invalidateQueries({ queryKey: trpc.home.pathKey() });
        },
      },
    );
  }

  return {
    step,
    isTaking: taking.isPending,
    refusal: taking.isError ? refusalOf(taking.error) : null,
    open: ({ id, version }, event) =>
      leave(() => begin({ actionId: id, event, baseVersion: version, text: '', key: newIdempotencyKey() })),
    close: () => leave(() => begin(null)),
    type: (text) => step !== null && setStep({ ...step, text, key: newIdempotencyKey() }),
    take,
  };
}
