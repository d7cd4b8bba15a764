import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dateWithWeekday } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { TextLink } from '../../../parts/link/text-link.tsx';
import css from './surveys.module.css';

/** The open rounds that name the caller to hand out paper; nothing where there is none. */
export function PaperRounds(): ReactElement | null {
  const trpc = useTRPC();
  const paper = useQuery(trpc.surveyRounds.paper.rounds.queryOptions(undefined, { staleTime: 0 }));
  if (paper.data === undefined || paper.data.rounds.length === 0) return null;
  return (
    <section aria-labelledby="paper-title">
      <Title order={2} id="paper-title" mb="xs">
        Paper forms
      </Title>
      <ul className={css['list']}>
        {paper.data.rounds.map(({ id, title, closesOn }) => (
          <li key={id}>
            <TextLink to="/surveys/rounds/$roundId/paper" params={{ roundId: id }}>
              Paper forms for {title}
            </TextLink>
            <Text c="dimmed" size="sm">
              You are named to hand them out and type them in, until {dateWithWeekday(closesOn)}.
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
