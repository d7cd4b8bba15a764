import { useState, type ReactElement } from 'react';
import { Alert, Button, Group, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import css from './sample.module.css';

/** Ends a sample before its last day. It cannot be taken back, so the consequence is said first. */
export function EndSample({ sampleId }: { readonly sampleId: string }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [key] = useState(newIdempotencyKey);
  const ending = useMutation(
    trpc.impact.endSample.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: trpc.impact.sample.queryKey({ sampleId }) });
        await queryClient.invalidateQueries({ queryKey: trpc.impact.samples.queryKey() });
      },
    }),
  );
  const failed = ending.error === null ? null : refusalOf(ending.error);
  return (
    <section aria-labelledby="end" className={`${css['part']} no-print`}>
      <Title order={2} id="end">
        End the sample
      </Title>
      <p className={css['note']}>
        End it when the inspectors are done. The list of names and of openings stays; the records do not open again, for anybody.
        This cannot be taken back.
      </p>
      {failed !== null && (
        <Alert role="alert" color="orange" variant="light" title="Not ended">
          {failed.fields['sample'] ?? REFUSAL_WORDS[failed.kind]}
        </Alert>
      )}
      {isAsking ? (
        <Group>
          <Button loading={ending.isPending} onClick={() => ending.mutate({ sampleId, idempotencyKey: key })}>
            End it for good
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            Leave it open
          </Button>
        </Group>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          End the sample
        </Button>
      )}
    </section>
  );
}
