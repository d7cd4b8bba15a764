import { type ReactElement } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { Text } from '@mantine/core';
import { useTRPC } from '../../../app/api/trpc.ts';
import { PageHeading } from '../../../app/layout/page-heading.tsx';
import { PageSkeleton } from '../../../app/states/page-skeleton.tsx';
import { Problem } from '../../../app/states/problem.tsx';
import { instantInWords } from '../../../parts/fact/value-words.ts';
import { LogSupervisionPanel } from '../components/log-supervision-panel.tsx';
import { SessionDue } from '../components/session-due.tsx';
import { SessionFacts } from '../components/session-facts.tsx';

const route = getRouteApi('/supervisions/$sessionId');

/** One line of the log: changed here by whoever may, read by everybody else with access. */
export function SupervisionPage(): ReactElement {
  const { sessionId } = route.useParams();
  const trpc = useTRPC();
  const router = useRouter();
  const session = useQuery(trpc.supervision.get.queryOptions({ sessionId }));
  if (session.isPending) return <PageSkeleton label="Opening the supervision" />;
  if (session.isError)
    return (
      <>
        <PageHeading title="A supervision" />
        <Problem error={session.error} what="This supervision could not be loaded" onRetry={() => void session.refetch()} />
      </>
    );
  const { supervisee, supervisor, plannedStartAt, startedAt, recordedBy, recordedAt, canEdit } = session.data;
  return (
    <>
      <PageHeading
        title={`Supervision of ${supervisee.name}`}
        lead={`${instantInWords(startedAt ?? plannedStartAt)}, with ${supervisor.name}. Last recorded ${recordedBy === null ? 'by an import' : `by ${recordedBy}`} on ${instantInWords(recordedAt)}.`}
      />
      {session.data.due.length > 0 && <SessionDue due={session.data.due} />}
      {canEdit ? (
        <LogSupervisionPanel personId={supervisee.id} sessionId={sessionId} onDone={() => router.history.back()} />
      ) : (
        <>
          <Text mb="md" c="dimmed">
            You may read this line of the log but not change it.
          </Text>
          <SessionFacts session={session.data} />
        </>
      )}
    </>
  );
}
