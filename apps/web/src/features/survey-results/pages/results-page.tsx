import { type ReactElement } from 'react';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { prepareIndexBars } from '@plumbline/analytics/prepare';
import type { PublishedRound, ResultsView } from '@plumbline/analytics/survey-results';
import { dateInWords } from '@plumbline/analytics/wording';
import { INDEX_NAMES } from '@plumbline/analytics/prepare';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { Empty } from '../../../app/states/empty.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { ButtonLink, TextLink } from '../../../parts/link/text-link.tsx';
import { IndexFigure } from '../components/answers-figure.tsx';
import { Changes } from '../components/changes.tsx';
import { Comments } from '../components/comments.tsx';
import { Decisions } from '../components/decisions.tsx';
import { PlanAndPublish } from '../components/plan-and-publish.tsx';
import { Proof } from '../components/proof.tsx';
import { Questions } from '../components/questions.tsx';
import { WhoAnswered } from '../components/who-answered.tsx';

const route = getRouteApi('/surveys/rounds/$roundId/results');

/** What was published of a survey round, the same for everybody: who answered, what was said, and what came of it. */
export function ResultsPage(): ReactElement {
  const { roundId } = route.useParams();
  const trpc = useTRPC();
  const view = useQuery(trpc.surveyResults.get.queryOptions({ roundId }));
  return (
    <>
      <PageHeading
        title={view.data === undefined ? 'Survey results' : `Results: ${view.data.round.title}`}
        above={<TextLink to="/surveys">Surveys</TextLink>}
        lead={view.data === undefined ? ' ' : leadOf(view.data)}
        actions={view.data?.latest !== null && view.data !== undefined && <Files roundId={roundId} />}
      />
      {view.isPending && <PageSkeleton label="Loading survey results" />}
      {view.isError && <Problem error={view.error} what="The results could not be loaded" onRetry={() => void view.refetch()} />}
      {view.data !== undefined && <Loaded view={view.data} />}
    </>
  );
}

function leadOf({ round, publications }: ResultsView): string {
  const last = publications.at(-1);
  const when = `Open from ${dateInWords(round.opensOn)} to ${dateInWords(round.closesOn)}`;
  const policy = round.policyVersion === null ? '' : `, under policy version ${round.policyVersion}`;
  return `${when}${policy}.${last === undefined ? '' : ` Published ${dateInWords(last.publishedOn)}.`}`;
}

function Files({ roundId }: { readonly roundId: string }): ReactElement {
  return (
    <Group gap="sm">
      <Button variant="default" component="a" href={`/api/surveys/${roundId}/results.xlsx`} download>
        Tables for Excel
      </Button>
      <Button variant="default" component="a" href={`/api/surveys/${roundId}/results.csv`} download>
        CSV
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        Print
      </Button>
    </Group>
  );
}

function Loaded({ view }: { readonly view: ResultsView }): ReactElement {
  const { latest, before, plan, may, round } = view;
  return (
    <Stack gap="xl">
      {may.screen && round.state === 'mixed' && view.comments.state !== 'shown' && (
        <Group className="no-print">
          <ButtonLink to="/surveys/rounds/$roundId/comments" params={{ roundId: round.id }} variant="default">
            Read the comments of this round
          </ButtonLink>
        </Group>
      )}
      {latest === null ? (
        <NotYet view={view} />
      ) : (
        <>
          <WhoAnswered release={latest.release} />
          <Decisions view={view} />
          <Indices published={latest} />
          <Questions published={latest} />
          {before !== null && <Changes before={before} after={latest} />}
          <Comments comments={view.comments} />
          <Proof view={view} />
        </>
      )}
      {latest === null && plan !== null && may.run && <PlanAndPublish view={view} plan={plan} />}
    </Stack>
  );
}

function NotYet({ view: { round } }: { readonly view: ResultsView }): ReactElement {
  return (
    <Empty title="Nothing is published yet">
      Results come by {dateInWords(round.reportBy)}, for everybody at the same time. Nobody sees any before that, whoever runs the
      survey included.
    </Empty>
  );
}

const INDEX_PARTS = { everybody: '', receives: ', as people receive it', gives: ', as people give it' } as const;

/** The indices for everybody. */
function Indices({ published: { release } }: { readonly published: PublishedRound }): ReactElement | null {
  // Those with fewer than thirty complete replies are left out: their questions say more.
  const scores = release.indices.filter(({ breakdown, state }) => breakdown === 'whole' && state === 'shown');
  if (scores.length === 0) return null;
  const model = prepareIndexBars(
    'Five figures',
    scores.map((score) => ({ label: `${INDEX_NAMES[score.index]}${INDEX_PARTS[score.part]}`, score })),
  );
  return (
    <section aria-labelledby="indices-title">
      <Title order={2} id="indices-title" mb="xs">
        In {scores.length === 1 ? 'one figure' : `${scores.length} figures`}
      </Title>
      <Text className="prose" mb="sm">
        Each puts several questions together, from 0 to 100, those asked the other way round turned round first. It is given from
        thirty people who answered all of them.
      </Text>
      <IndexFigure model={model} />
    </section>
  );
}
