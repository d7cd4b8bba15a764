import { useState, type ReactElement } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ConcernRow, ConcernsView } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';
import css from '../components/comments.module.css';

const route = getRouteApi('/surveys/rounds/$roundId/concerns');

const KINDS = { safeguarding: 'About somebody’s safety', whistleblowing: 'About wrongdoing' } as const;
const OUTCOMES = {
  'passed-on': 'Passed on to whoever acts on it',
  'known-already': 'Known already, and being dealt with',
  'cannot-be-followed': 'Says too little to be followed up',
} as const;

/** Comments that were handed to the round's named person, and to nobody else. */
export function ConcernsPage(): ReactElement {
  const { roundId } = route.useParams();
  const trpc = useTRPC();
  const view = useQuery(trpc.surveyComments.concerns.queryOptions({ roundId }, { staleTime: 0, gcTime: 0 }));
  return (
    <>
      <PageHeading
        title="Comments handed to you"
        lead={view.data === undefined ? ' ' : `From ${view.data.round.title}. Only you see this page.`}
      />
      {view.isPending && <PageSkeleton label="Loading" />}
      {view.isError && <Problem error={view.error} what="The comments could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Loaded view={view.data} />}
    </>
  );
}

function Loaded({ view }: { readonly view: ConcernsView }): ReactElement {
  return (
    <Stack gap="lg">
      <Text className="prose">
        Somebody wrote this in an anonymous survey. It cannot be found out who, and nobody may try: no comparing of handwriting,
        words, days or sign-ins, and no asking round. Act on what it says as on any other concern, today. If a child may be in
        danger, ring the front door first and read on afterwards.
      </Text>
      {view.concerns.length === 0 && (
        <Empty title="Nothing was handed to you">If a comment is, you get a line on Home and a mail.</Empty>
      )}
      {view.concerns.map((row) => (
        <Concern key={row.key} roundId={view.round.id} row={row} />
      ))}
    </Stack>
  );
}

function Concern({ roundId, row }: { readonly roundId: string; readonly row: ConcernRow }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [key] = useState(newIdempotencyKey);
  const [chosen, choose] = useState<keyof typeof OUTCOMES | null>(null);
  const close = useMutation(
    trpc.surveyComments.closeConcern.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  );
  return (
    <article className={css['card']}>
      <Title order={2} mb="xs">
        {KINDS[row.kind]}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        Handed on by {row.referredBy} on {dateInWords(row.referredOn)}.
      </Text>
      {close.isError && <RefusalNotice refusal={refusalOf(close.error)} />}
      {row.words !== null && <p className={css['words']}>{row.words}</p>}
      {row.closedOn === null ? (
        <Stack component="section" gap="xs" mt="md" aria-label="What became of it">
          <Text>What became of it? With the answer these words are destroyed: whoever acts on them must have them first.</Text>
          <Group gap="sm">
            {(Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]).map((outcome) => (
              <Button
                key={outcome}
                variant="default"
                aria-pressed={chosen === outcome}
                disabled={close.isPending}
                onClick={() => choose(outcome)}
              >
                {OUTCOMES[outcome]}
              </Button>
            ))}
          </Group>
          {chosen !== null && (
            <Group gap="sm">
              <Button
                loading={close.isPending}
                onClick={() => close.mutate({ roundId, key: row.key, outcome: chosen, idempotencyKey: key })}
              >
                Save this and destroy the words
              </Button>
              <Button variant="subtle" disabled={close.isPending} onClick={() => choose(null)}>
                Not yet
              </Button>
            </Group>
          )}
        </Stack>
      ) : (
        <Text>
          ✓ {row.outcome === null ? '' : OUTCOMES[row.outcome]}, {dateInWords(row.closedOn)}. The words are destroyed.
        </Text>
      )}
    </article>
  );
}
