import { useState, type ReactElement } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';

/** Puts a round aside that was never opened: pressed twice, because its list and dates go with it. */
export function DiscardRound({ round }: { readonly round: RoundDetail }): ReactElement {
  const [isSure, setSure] = useState(false);
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const discard = useMutation(
    trpc.surveyRounds.discard.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/surveys' });
        await queryClient.invalidateQueries();
      },
      onError: () => setSure(false),
    }),
  );
  return (
    <Button
      variant="subtle"
      loading={discard.isPending}
      onClick={() =>
        isSure
          ? discard.mutate({ roundId: round.id, baseVersion: round.version, idempotencyKey: newIdempotencyKey() })
          : setSure(true)
      }
    >
      {isSure ? 'Put it aside for good' : 'Put this round aside …'}
    </Button>
  );
}
