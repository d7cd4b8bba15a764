import { type ReactElement } from 'react';
import { Alert, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { RoundDetail } from '@plumbline/domain/surveys';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { NameOthers } from '../components/name-others.tsx';
import { RoundActions } from '../components/round-actions.tsx';
import { RoundCells } from '../components/round-cells.tsx';
import { RoundFacts } from '../components/round-facts.tsx';
import { RoundManifest } from '../components/round-manifest.tsx';
import { RoundReceiptsView } from '../components/round-receipts.tsx';
import css from '../components/surveys.module.css';
import { countsInWords, obstacleInWords, STATE_WORDS, whenInWords } from '../model/round-words.ts';

const route = getRouteApi('/surveys/rounds/$roundId');

/** Counts move while a round is open; a page that stays open follows them. */
const LOOK_AGAIN_MILLISECONDS = 60_000;

/** One round for whoever runs it: how far it is, what to do next, and what was published so that anybody can check. */
export function RoundPage(): ReactElement {
  const { roundId } = route.useParams();
  const trpc = useTRPC();
  const round = useQuery(
    trpc.surveyRounds.get.queryOptions(
      { roundId },
      { staleTime: 0, refetchInterval: (query) => (query.state.data?.state === 'open' ? LOOK_AGAIN_MILLISECONDS : false) },
    ),
  );
  return (
    <>
      <PageHeading
        title={round.data?.title ?? 'Survey round'}
        above={<Link to="/surveys">Surveys</Link>}
        lead={round.data === undefined ? ' ' : whenInWords(round.data)}
      />
      {round.isPending && <PageSkeleton label="Loading the survey round" />}
      {round.isError && (
        <Problem error={round.error} what="The survey round could not be loaded" onRetry={() => void round.refetch()} />
      )}
      {round.data !== undefined && <Loaded round={round.data} />}
    </>
  );
}

const STEPS = ['drafted', 'frozen', 'open', 'mixed'] as const;

function Loaded({ round }: { readonly round: RoundDetail }): ReactElement {
  const current = round.state === 'closed' ? 'open' : round.state;
  return (
    <Stack gap="xl">
      <ol className={css['steps']} aria-label="How far it has come">
        {STEPS.map((step) => (
          <li key={step} {...(step === current ? { 'aria-current': 'step' as const } : {})}>
            {STATE_WORDS[step]}
          </li>
        ))}
      </ol>
      {round.state !== 'drafted' && <p className="prose">{countsInWords(round)}</p>}
      {round.obstacles.length > 0 && (round.state === 'drafted' || round.state === 'frozen') && (
        <Alert color="var(--pl-status-overdue)" variant="light" title="It cannot be opened on this server yet" maw="58rem">
          <ul>
            {round.obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacleInWords(obstacle)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <RoundActions round={round} />
      {round.state !== 'discarded' && (
        <p className="prose">
          <Link to="/surveys/rounds/$roundId/results" params={{ roundId: round.id }}>
            {round.state === 'mixed' ? 'Results of this round: publish and read them' : 'What will be shown of the results'}
          </Link>
        </p>
      )}
      {round.state === 'mixed' && <RoundReceiptsView roundId={round.id} />}
      {round.cells.length > 0 && round.state !== 'mixed' && <RoundCells round={round} />}
      {round.manifest !== null && <RoundManifest round={round} />}
      <RoundFacts round={round} />
      {round.state !== 'discarded' && <NameOthers round={round} />}
    </Stack>
  );
}
