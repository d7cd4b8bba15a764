import { type ReactElement } from 'react';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dateWithWeekday, relativeToToday } from '@plumbline/analytics/wording';
import type { MyRound } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { useMe } from '../../../app/session/me.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import css from './surveys.module.css';

/** The rounds that the caller is invited to. */
export function MyRounds(): ReactElement {
  const trpc = useTRPC();
  // Whether a link was taken changes on another page, outside this application.
  const mine = useQuery(trpc.surveyRounds.mine.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: true }));
  return (
    <section aria-labelledby="mine-title">
      <Title order={2} id="mine-title" mb="xs">
        Open to you
      </Title>
      {mine.isPending && <PageSkeleton label="Loading the surveys that are open to you" />}
      {mine.isError && (
        <Problem
          error={mine.error}
          what="The surveys that are open to you could not be loaded"
          onRetry={() => void mine.refetch()}
        />
      )}
      {mine.data?.rounds.length === 0 && (
        <Text c="dimmed" className="prose">
          No survey is open to you today. When one opens, it stands here and on Home.
        </Text>
      )}
      {mine.data?.rounds.map((round) => (
        <OpenRound key={round.id} round={round} />
      ))}
    </section>
  );
}

function OpenRound({ round }: { readonly round: MyRound }): ReactElement {
  const { today } = useMe();
  return (
    <Stack component="article" gap="sm" className={css['card'] ?? ''} mt="sm" aria-labelledby={`round-${round.id}`}>
      <Title order={3} id={`round-${round.id}`}>
        {round.title}
      </Title>
      <Text>
        About {Math.ceil(round.minutes)} minutes. Open until {dateWithWeekday(round.closesOn)},{' '}
        {relativeToToday(round.closesOn, today)}. Taking part is up to you.
      </Text>
      {round.isIssued || round.isOnPaper ? <Taken round={round} /> : <ToTake round={round} />}
      <Reminders round={round} />
    </Stack>
  );
}

function ToTake({ round }: { readonly round: MyRound }): ReactElement {
  return (
    <Group>
      <Button component="a" href={`/link.html#${round.id}`}>
        Take your one-time link
      </Button>
      <Text c="dimmed" size="sm">
        Take it even if you are not sure that you will answer: who has a link says nothing about who answers.
      </Text>
    </Group>
  );
}

function Taken({ round }: { readonly round: MyRound }): ReactElement {
  const address = new URL(`#${round.id}`, round.boxUrl).href;
  return (
    <Text>
      {round.isOnPaper ? 'A paper form was made out for you.' : 'You have taken your one-time link.'} Whether you have answered is
      kept nowhere. Go on <Anchor href={address}>on the answering page</Anchor>: on your own device as you left it, elsewhere with
      a code. After closing, your receipt can be looked for there too.
    </Text>
  );
}

function Reminders({ round }: { readonly round: MyRound }): ReactElement {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const stop = useMutation(
    trpc.surveyRounds.stopReminders.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  );
  if (round.remindersStopped || stop.isSuccess)
    return (
      <Text c="dimmed" size="sm" aria-live="polite">
        You get no more reminders of it. That means nothing about whether you answered.
      </Text>
    );
  return (
    <Group gap="xs">
      <Button variant="default" size="xs" loading={stop.isPending} onClick={() => stop.mutate({ roundId: round.id })}>
        Stop reminding me
      </Button>
      <Text c="dimmed" size="sm">
        Reminders go to everybody, because nobody knows who has answered. Stopping them means nothing about it either.
      </Text>
      {stop.isError && (
        <Text c="var(--pl-status-overdue)" role="alert">
          It could not be saved. Press again.
        </Text>
      )}
    </Group>
  );
}
