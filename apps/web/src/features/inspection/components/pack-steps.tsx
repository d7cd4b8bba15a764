import { useState, type ReactElement } from 'react';
import { Alert, Button, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import type { PackView } from '../model/outputs.ts';
import { stepsOf, whatNext } from '../model/pack-words.ts';
import css from './inspection.module.css';

/** Who stands behind the pack, and the step that the reader can take. */
export function PackSteps({ view }: { readonly view: PackView }): ReactElement {
  return (
    <section aria-labelledby="steps" className={css['part']}>
      <Title order={2} id="steps">
        Who stands behind it
      </Title>
      <ol className={css['steps']}>
        {stepsOf(view).map(({ step, isDone, says }) => (
          <li key={step} className={css['step']} data-done={isDone}>
            <span className={css['stepName']}>
              {isDone ? '✓ ' : '◌ '}
              {step}
            </span>
            <br />
            {says}
          </li>
        ))}
      </ol>
      <div className={`${css['next']} no-print`}>
        <p className={css['note']} aria-live="polite">
          {whatNext(view)}
        </p>
        <StepButton view={view} />
      </div>
    </section>
  );
}

function StepButton({ view }: { readonly view: PackView }): ReactElement | null {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [keys] = useState(() => ({ check: newIdempotencyKey(), approve: newIdempotencyKey() }));
  const onSettled = (): Promise<void> => queryClient.invalidateQueries({ queryKey: trpc.impact.pathKey() });
  const checking = useMutation(trpc.impact.checkPack.mutationOptions({ onSettled }));
  const approving = useMutation(trpc.impact.approvePack.mutationOptions({ onSettled }));
  const { id: packId, contentHash, may } = view;
  const failed = checking.error ?? approving.error;
  return (
    <>
      {failed !== null && (
        <Alert role="alert" color="orange" variant="light" title="Not saved">
          {refusalOf(failed).fields['pack'] ?? REFUSAL_WORDS[refusalOf(failed).kind]}
        </Alert>
      )}
      {may.check && (
        <Button loading={checking.isPending} onClick={() => checking.mutate({ packId, contentHash, idempotencyKey: keys.check })}>
          I have checked every part
        </Button>
      )}
      {may.approve && (
        <Button
          loading={approving.isPending}
          onClick={() => approving.mutate({ packId, contentHash, idempotencyKey: keys.approve })}
        >
          Approve this pack
        </Button>
      )}
    </>
  );
}
