import { type ReactElement } from 'react';
import { Badge, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import { STATE_WORDS, whenInWords } from '../model/round-words.ts';
import css from './surveys.module.css';

/** Every round, the latest first, for whoever runs them. */
export function RoundList(): ReactElement {
  const trpc = useTRPC();
  const list = useQuery(trpc.surveyRounds.list.queryOptions(undefined, { staleTime: 0 }));
  return (
    <section aria-labelledby="rounds-title">
      <Title order={2} id="rounds-title" mb="xs">
        Survey rounds
      </Title>
      {list.isPending && <PageSkeleton label="Loading the survey rounds" />}
      {list.isError && (
        <Problem error={list.error} what="The survey rounds could not be loaded" onRetry={() => void list.refetch()} />
      )}
      {list.data?.rounds.length === 0 && (
        <Text c="dimmed" className="prose">
          No round has been planned yet. A round asks the questions of one published design of everybody in post, for some weeks.
        </Text>
      )}
      <ul className={css['list']}>
        {list.data?.rounds.map((round) => (
          <li key={round.id}>
            <Group gap="sm">
              <TextLink to="/surveys/rounds/$roundId" params={{ roundId: round.id }} fw={600}>
                {round.title}
              </TextLink>
              <Badge tt="none" variant="light">
                {STATE_WORDS[round.state]}
              </Badge>
            </Group>
            <Text c="dimmed" size="sm">
              {whenInWords(round)} {round.invited > 0 && `${round.invited} invited.`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
