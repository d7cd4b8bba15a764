import { type ReactElement } from 'react';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ResultsRow } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { Problem } from '../../../app/states/problem.tsx';
import { TextLink } from '../../../parts/link/text-link.tsx';
import css from './surveys.module.css';

/** What was published of earlier rounds and what came of it. Nothing stands here before the first publication. */
export function Outcomes(): ReactElement {
  const trpc = useTRPC();
  const results = useQuery(trpc.surveyResults.list.queryOptions());
  return (
    <section aria-labelledby="outcomes-title">
      <Title order={2} id="outcomes-title" mb="xs">
        Published results, and what came of them
      </Title>
      {results.isError && (
        <Problem error={results.error} what="Published results could not be loaded" onRetry={() => void results.refetch()} />
      )}
      {results.data?.rounds.length === 0 && (
        <Text className="prose" c="dimmed">
          Nothing is published yet. Results come within a fortnight after a round closes: first what staff said, then what was
          decided, what changed, and whether it helped.
        </Text>
      )}
      <ul className={css['list']}>
        {results.data?.rounds.map((row) => (
          <li key={row.roundId}>
            <Outcome row={row} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const STAGES = {
  said: '○ Said',
  decided: '◔ Decided',
  refused: '— Will not be done',
  changed: '◑ Changed',
  checked: '✓ Checked',
} as const;

function Outcome({ row }: { readonly row: ResultsRow }): ReactElement {
  const { decided, refused, changed, checked } = row.decisions;
  const total = Object.values(row.decisions).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <TextLink to="/surveys/rounds/$roundId/results" params={{ roundId: row.roundId }} fw={600}>
        {row.title}
      </TextLink>
      <Text size="sm" c="dimmed">
        Published {dateInWords(row.publishedOn)}
        {row.responsePercent === null ? '' : `, ${row.responsePercent}% answered`}.{' '}
        {total === 0
          ? 'What is decided follows.'
          : `Of ${total} things said: ${decided + refused + changed + checked} decided, ${changed + checked} changed, ${checked} checked again.`}
      </Text>
      {row.latest.length > 0 && (
        <ul>
          {row.latest.map(({ said, stage }) => (
            <li key={said}>
              {STAGES[stage]}: {said}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
