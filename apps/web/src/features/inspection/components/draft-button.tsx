import { useState, type ReactElement } from 'react';
import { Alert, Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import css from './inspection.module.css';

/** Drafts a pack in one click and opens it; says that it works while it does. */
export function DraftButton(): ReactElement {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const drafting = useMutation(
    trpc.impact.draftPack.mutationOptions({
      onSuccess: async ({ packId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.impact.packs.queryKey() });
        await navigate({ to: '/inspection/$packId', params: { packId } });
      },
    }),
  );
  return (
    <div className={`${css['next']} no-print`}>
      {drafting.isError && (
        <Alert role="alert" color="orange" variant="light" title="No pack was drafted">
          {REFUSAL_WORDS[refusalOf(drafting.error).kind]}
        </Alert>
      )}
      <Button loading={drafting.isPending} onClick={() => drafting.mutate({ idempotencyKey: key })}>
        Draft a pack
      </Button>
      <p className={css['note']} aria-live="polite">
        {drafting.isPending ? 'Working out every figure from the record. This takes a few seconds.' : ''}
      </p>
    </div>
  );
}
