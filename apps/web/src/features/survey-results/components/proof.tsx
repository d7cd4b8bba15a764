import { type ReactElement } from 'react';
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ResultsView } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { useTRPC } from '../../../app/api/trpc.ts';
import { remedyWords } from '../model/remedy-words.ts';
import css from './results.module.css';

/** How anybody can know that what is hidden cannot be worked out, and check it. */
export function Proof({ view }: { readonly view: ResultsView }): ReactElement | null {
  const { latest, publications, plan, round } = view;
  const last = publications.at(-1);
  if (latest === null || last === undefined) return null;
  const remedies = remedyWords(latest.release, plan?.plan ?? null);
  return (
    <section aria-labelledby="proof-title">
      <Title order={2} id="proof-title" mb="xs">
        How we know that what is hidden stays hidden
      </Title>
      <Stack gap="sm" className="prose">
        <Text>
          Figures of a group are shown from {latest.release.plan.floors.scores} replies, of a service from{' '}
          {latest.release.plan.floors.managed}, and of two things at once from {latest.release.plan.floors.crosses}. Other groups
          are hidden as well where the hidden ones could be worked out by subtraction, from everything that was ever published of
          this round.
        </Text>
        <Text>
          A second program, written apart from the first, then tried to work out every number of replies that is too small to be
          shown. Each could still be any of as many numbers as it takes to be shown. Without that proof the results could not have
          been saved.
        </Text>
        {remedies.length > 0 && (
          <div>
            <Text>So that less had to be hidden:</Text>
            <ul>
              {remedies.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
      </Stack>
      <Text mt="sm" mb={4}>
        Published, and never changed since:
      </Text>
      <ul>
        {publications.map(({ sequence, publishedOn, contentHash }) => (
          <li key={sequence}>
            {dateInWords(publishedOn)}, set {sequence}: <span className={css['hash']}>{contentHash}</span>
          </li>
        ))}
      </ul>
      <Verify roundId={round.id} />
    </section>
  );
}

function Verify({ roundId }: { readonly roundId: string }): ReactElement {
  const trpc = useTRPC();
  const check = useQuery(trpc.surveyResults.verify.queryOptions({ roundId }, { enabled: false, staleTime: 0 }));
  const holds = check.data?.releases.every(({ isUnaltered, isChained, isProved }) => isUnaltered && isChained && isProved);
  return (
    <Stack gap="xs" className="no-print" align="flex-start">
      <Group gap="sm">
        <Button variant="default" loading={check.isFetching} onClick={() => void check.refetch()}>
          Check it again now
        </Button>
      </Group>
      <div aria-live="polite">
        {check.isError && <Text>It could not be checked just now. Try again in a minute.</Text>}
        {holds === true && !check.isFetching && (
          <Alert variant="light" color="plumb" title="✓ It holds">
            What is stored is what was published, and the proof was worked out again from the answers.
          </Alert>
        )}
        {holds === false && (
          <Alert variant="light" color="orange" title="▲ It does not hold">
            What is stored is not what was published, or something hidden in it could be worked out. Tell whoever runs this
            system, and do not use these results.
          </Alert>
        )}
      </div>
    </Stack>
  );
}
