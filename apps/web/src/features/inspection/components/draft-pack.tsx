import { useState, type ReactElement } from 'react';
import { Alert, Button, NativeSelect, Progress } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { refusalOf, REFUSAL_WORDS } from '../../../parts/form/refusal.ts';
import { choicesOf, homeOfChoice } from '../model/draft-choices.ts';
import type { MayDraft } from '../model/outputs.ts';
import css from './inspection.module.css';

/** Drafts a pack of the council or of a home in one click and opens it; says that it works while it does. */
export function DraftPack({ mayDraft }: { readonly mayDraft: MayDraft }): ReactElement {
  const choices = choicesOf(mayDraft);
  const [chosen, setChosen] = useState(choices[0]?.value ?? '');
  // Made once for each intention: the same pack asked for twice by accident is drafted once.
  const [keys] = useState(() => new Map<string, string>());
  const drafting = useDrafting();
  const draft = (): void => {
    const idempotencyKey = keys.get(chosen) ?? newIdempotencyKey();
    keys.set(chosen, idempotencyKey);
    drafting.mutate({ home: homeOfChoice(chosen), idempotencyKey });
  };
  return (
    <div className={`${css['next']} no-print`}>
      {drafting.isError && (
        <Alert role="alert" color="orange" variant="light" title="No pack was drafted">
          {REFUSAL_WORDS[refusalOf(drafting.error).kind]}
        </Alert>
      )}
      {choices.length > 1 && (
        <NativeSelect
          label="Whose pack"
          description="The whole council, or one children’s home with its own figures and nobody else’s"
          maw="28rem"
          w="100%"
          data={choices}
          value={chosen}
          disabled={drafting.isPending}
          onChange={(event) => setChosen(event.currentTarget.value)}
        />
      )}
      <Button loading={drafting.isPending} onClick={draft}>
        {choices.length === 1 && mayDraft.homes.length === 1 ? `Draft a pack of ${choices[0]?.label}` : 'Draft a pack'}
      </Button>
      <p className={css['note']} aria-live="polite">
        {drafting.isPending
          ? 'Working out every figure from the record. This takes up to ten seconds in a large council; nobody else waits meanwhile.'
          : ''}
      </p>
      {drafting.isPending && <HowFar idempotencyKey={keys.get(chosen) ?? ''} />}
    </div>
  );
}

/** How far the draft is, asked for while it is worked out; a small council is done before anybody asks. */
function HowFar({ idempotencyKey }: { readonly idempotencyKey: string }): ReactElement {
  const trpc = useTRPC();
  const asked = useQuery(trpc.impact.drafting.queryOptions({ idempotencyKey }, { refetchInterval: EVERY_MS, gcTime: 0 }));
  const percent = Math.round((asked.data?.done ?? 0) * 100);
  return <Progress value={percent} aria-label="How far the draft is" w="100%" maw="28rem" />;
}

const EVERY_MS = 700;

function useDrafting() {
  const trpc = useTRPC();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  return useMutation(
    trpc.impact.draftPack.mutationOptions({
      onSuccess: async ({ packId }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.impact.packs.queryKey() });
        await navigate({ to: '/inspection/$packId', params: { packId } });
      },
    }),
  );
}
