import { useState, type ReactElement } from 'react';
import { Alert, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  BREAKDOWN_LABELS,
  FURTHER_BREAKDOWNS,
  type FurtherBreakdown,
  type PlanView,
  type ResultsView,
} from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { newIdempotencyKey } from '../../../parts/form/idempotency.ts';
import { RefusalNotice } from '../../../parts/form/refusal-notice.tsx';
import { refusalOf } from '../../../parts/form/refusal.ts';

/** For whoever runs the round, before results: by what they will be broken down, and publishing once the answers are mixed. */
export function PlanAndPublish({ view, plan }: { readonly view: ResultsView; readonly plan: PlanView }): ReactElement {
  return (
    <Stack gap="xl">
      <PlanChoice key={plan.version} view={view} plan={plan} />
      {view.round.state === 'mixed' && <Publish view={view} />}
    </Stack>
  );
}

function PlanChoice({ view, plan }: { readonly view: ResultsView; readonly plan: PlanView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [more, setMore] = useState<readonly FurtherBreakdown[]>(plan.choice.more);
  const [key, setKey] = useState(newIdempotencyKey);
  const save = useMutation(trpc.surveyResults.savePlan.mutationOptions());
  const isChanged = more.join() !== plan.choice.more.join();

  function toggle(one: FurtherBreakdown): void {
    setMore(FURTHER_BREAKDOWNS.filter((other) => (other === one ? !more.includes(one) : more.includes(other))));
    setKey(newIdempotencyKey());
  }

  function submit(): void {
    save.mutate(
      {
        roundId: view.round.id,
        baseVersion: plan.version,
        choice: { more: [...more], floors: plan.choice.floors },
        idempotencyKey: key,
      },
      {
        onSuccess: () =>
          void queryClient.invalidateQueries({ queryKey: trpc.surveyResults.get.queryKey({ roundId: view.round.id }) }),
      },
    );
  }

  return (
    <section aria-labelledby="plan-title">
      <Title order={2} id="plan-title" mb="xs">
        What will be shown
      </Title>
      <Text className="prose" mb="sm">
        {plan.mayChange
          ? 'Results are shown for everybody, by service and by kind of work. What else is shown is decided before the round closes, so that nobody chooses knowing who has answered.'
          : 'This was decided before the round closed and cannot be changed any more.'}
      </Text>
      {save.isError && <RefusalNotice refusal={refusalOf(save.error)} />}
      <Stack gap="xs" mb="md">
        {FURTHER_BREAKDOWNS.map((one) => (
          <Checkbox
            key={one}
            label={BREAKDOWN_LABELS[one]}
            checked={more.includes(one)}
            disabled={!plan.mayChange}
            onChange={() => toggle(one)}
          />
        ))}
      </Stack>
      <Text size="sm" c="dimmed" className="prose" mb="sm">
        The finer the breakdowns, the more has to be hidden: a breakdown that would show people is left out when results are made.
      </Text>
      {plan.mayChange && (
        <Button variant="default" onClick={submit} loading={save.isPending} disabled={!isChanged}>
          Keep this choice
        </Button>
      )}
    </section>
  );
}

function Publish({ view }: { readonly view: ResultsView }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [key, setKey] = useState(newIdempotencyKey);
  const publish = useMutation(trpc.surveyResults.publish.mutationOptions());
  const problem = publish.isError ? refusalOf(publish.error) : null;

  function submit(): void {
    publish.mutate(
      { roundId: view.round.id, baseSequence: view.publications.length, choice: null, idempotencyKey: key },
      {
        onSuccess: () => void queryClient.invalidateQueries(),
        onError: () => setKey(newIdempotencyKey()),
      },
    );
  }

  return (
    <section aria-labelledby="publish-title">
      <Title order={2} id="publish-title" mb="xs">
        Publish the results
      </Title>
      <Text className="prose" mb="sm">
        They were promised by {dateInWords(view.round.reportBy)}. Publishing makes every table once, hides what could show people,
        and proves that nothing hidden can be worked out. What is published can be read by all staff and can never be changed.
      </Text>
      {problem !== null &&
        (problem.kind === 'invalid' ? (
          <Alert role="alert" variant="light" color="orange" title="Nothing was published" mb="sm">
            There are too few replies to show anything that protects people. Nothing is lost.
          </Alert>
        ) : (
          <RefusalNotice refusal={problem} />
        ))}
      <Group gap="md">
        <Button onClick={submit} loading={publish.isPending}>
          Publish the results
        </Button>
        <Text size="sm" c="dimmed" aria-live="polite">
          {publish.isPending ? 'Making the tables and proving them. This takes some seconds.' : ''}
        </Text>
      </Group>
    </section>
  );
}
